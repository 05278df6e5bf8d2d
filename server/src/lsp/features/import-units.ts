import { ImportError, importUnits } from '../../features/import/index.ts';
import { type ImportableText, type ImportedUnits, importUnitsRequest } from '../../protocol/requests.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** Beyond LSP: what a text of another program becomes. Nothing is written here. */
export const importUnitsFeature: LspFeature = ({ connection, log }) => {
  connection.onRequest(importUnitsRequest, runSafe('import', null, log, imported));
  return {};
};

function imported({ text, path }: ImportableText): ImportedUnits {
  try {
    return importUnits(text, path);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { files: [], remarks: [], problem: error.line > 1 ? `Line ${error.line}: ${error.message}` : error.message };
  }
}
