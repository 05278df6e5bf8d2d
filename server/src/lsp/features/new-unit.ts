import { newUnitRequest } from '../../protocol/requests.ts';
import { type Answers, type NewUnit, newUnit } from '../../service/new-unit.ts';
import { targetVersion } from '../../service/settings.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** Beyond LSP: the files of a new unit from answers to a few questions. Nothing is written here. */
export const newUnitFeature: LspFeature = ({ connection, session, log }) => {
  connection.onRequest(
    newUnitRequest,
    runSafe('new unit', null, log, (answers: Partial<Answers>): NewUnit | null =>
      newUnit(answers, targetVersion(session.settings, session)),
    ),
  );
  return {};
};
