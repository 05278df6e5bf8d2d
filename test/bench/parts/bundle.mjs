// The engine of the working tree as one module, for measuring inside this process.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const contents = `
export { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
export { startServer } from './server/src/lsp/server.ts';
export { createLanguageService } from './server/src/service/language-service.ts';
export { createDocument } from './server/src/features/document.ts';
export { diagnostics } from './server/src/features/diagnostics.ts';
export { allDirectives } from './server/src/units/unit-directives.ts';
export { parse } from './server/src/syntax/parse.ts';
export { reparse } from './server/src/syntax/reparse.ts';
export { collect } from './server/src/cli/collect.ts';
export { complaintsTo } from './server/src/cli/complaints.ts';
export { readCheckArguments } from './server/src/cli/check-arguments.ts';
export { filledRound, outcomeOf } from './server/src/cli/check-files.ts';
export { nodeCliHost } from './server/src/node/cli-host.ts';
`;

export async function engine() {
  const folder = join(root, '.cache', 'bench');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'engine.cjs');
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    outfile,
    logLevel: 'error',
  });
  const parts = createRequire(import.meta.url)(outfile);
  return { ...parts, runtime };
}

/** A machine without units and manual: what is measured is the engine. */
export const runtime = {
  version: '0.0.0',
  manual: () => undefined,
  machineVersion: async () => 262,
  workspaceFiles: async () => [],
  machinePaths: async () => ({ system: [], user: [] }),
  unitFiles: async () => [],
  filesBeside: async () => [],
  readText: async () => undefined,
  accounts: async () => ({ users: ['root'], groups: ['root'] }),
};
