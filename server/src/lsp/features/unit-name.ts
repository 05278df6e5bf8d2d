import { ownUnit } from '../../features/navigation/unit-at.ts';
import { type DocumentParams, unitNameRequest } from '../../protocol/requests.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** What the unit of a file is called. */
export const unitNameFeature: LspFeature = ({ connection, service, session, log }) => {
  connection.onRequest(
    unitNameRequest,
    runSafe(
      'unit name',
      null as string | null,
      log,
      async ({ textDocument: { uri } }: DocumentParams): Promise<string | null> => {
        await session.unitFiles.load(session.uris.toPath(uri));
        return service.ask<string | null>(uri, null, (document, { units }) => ownUnit(document, units)?.text ?? null);
      },
    ),
  );
  return {};
};
