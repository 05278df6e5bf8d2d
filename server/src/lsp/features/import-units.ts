import { ImportError } from '../../features/import/imported.ts';
import { type ImportableText, type ImportedUnits, importUnitsRequest } from '../../protocol/requests.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** Beyond LSP: what a text of another program becomes. Nothing is written here. */
export const importUnitsFeature: LspFeature = ({ connection, log }) => {
  connection.onRequest(importUnitsRequest, runSafe('import', null, log, imported));
  return {};
};

/** The readers of other programs' files are loaded when somebody asks for them. */
async function imported({ text, path }: ImportableText): Promise<ImportedUnits> {
  const { importUnits } = await import('../../features/import/index.ts');
  try {
    return importUnits(text, path);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { files: [], remarks: [], problem: error.line > 1 ? `Line ${error.line}: ${error.message}` : error.message };
  }
}
