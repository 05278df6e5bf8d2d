import { relatedUnits } from '../../features/navigation/related.ts';
import { type RelatedUnit as Answer, type DocumentParams, relatedUnitsRequest } from '../../protocol/requests.ts';
import { relatedDaemonFiles } from '../daemon-configuration.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** Units one wants to go to from another, and the other files of a daemon's configuration. */
export const relatedUnitsFeature: LspFeature = ({ connection, service, session, log }) => {
  connection.onRequest(
    relatedUnitsRequest,
    runSafe('related units', [], log, async ({ textDocument: { uri } }: DocumentParams): Promise<Answer[]> => {
      const file = service.ask(uri, undefined, ({ path, text, version }) => ({ path, text, version }));
      const daemon = file && (await relatedDaemonFiles(session.runtime, file));
      const found = daemon ?? service.ask(uri, [], (document, { units }) => relatedUnits(document, units));
      return found.map(({ name, relation, path, create }) => ({
        name,
        relation,
        ...(path !== undefined && { uri: session.uris.toUri(path) }),
        ...(create && { create: { uri: session.uris.toUri(create.path), text: create.text } }),
      }));
    }),
  );
  return {};
};
