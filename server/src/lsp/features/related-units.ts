import { relatedUnits } from '../../features/navigation/related.ts';
import { type DocumentParams, type RelatedUnit, relatedUnitsRequest } from '../../protocol/requests.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** Units one wants to go to from another. */
export const relatedUnitsFeature: LspFeature = ({ connection, service, session, log }) => {
  connection.onRequest(
    relatedUnitsRequest,
    runSafe('related units', [], log, ({ textDocument: { uri } }: DocumentParams): RelatedUnit[] =>
      service
        .ask(uri, [], (document, { units }) => relatedUnits(document, units))
        .map(({ name, relation, path, create }) => ({
          name,
          relation,
          ...(path !== undefined && { uri: session.uris.toUri(path) }),
          ...(create && { create: { uri: session.uris.toUri(create.path), text: create.text } }),
        })),
    ),
  );
  return {};
};
