import { type DocumentParams, type OverridesAnswer, overridesRequest } from '../../protocol/requests.ts';
import { fileOverrides } from '../../units/file-overrides.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** What counts in place of a unit file, or beside it: of any file of the index, open or not. */
export const overridesFeature: LspFeature = ({ connection, session, log }) => {
  connection.onRequest(
    overridesRequest,
    runSafe('overrides', null, log, ({ textDocument: { uri } }: DocumentParams): OverridesAnswer | null => {
      const found = fileOverrides(session.environment.units, session.uris.toPath(uri));
      return found ?? null;
    }),
  );
  return {};
};
