// Asks once more what took too long in a fuzz: node test/fuzz/server/again.mjs FILE [PATH OF A SERVER [OPTIONS OF NODE …]]. Prints
// what each of some answers took, every third of them after a keystroke. The option --cpu-prof says where.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEditor } from './editor.mjs';

const [kept, cli = fileURLToPath(new URL('../../../server/dist/cli.cjs', import.meta.url)), ...nodeOptions] =
  process.argv.slice(2);
const text = readFileSync(kept, 'utf8');
// The folder of a fuzz may still be in use.
const folder = mkdtempSync(join(tmpdir(), 'fuzz-again-'));
const { files, open, method, params } = JSON.parse(text.replaceAll(JSON.parse(text).folder, folder));
for (const [name, text] of files) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
try {
  const editor = await startEditor({ cli, folder, nodeOptions });
  for (const [uri, text] of open) editor.didOpen(uri, text);
  for (let i = 0; i < 6; i++) {
    if (i % 3 === 0) editor.didChange(params.textDocument?.uri ?? open[0][0], { start: 0, end: 0, inserted: '#\n' });
    const { milliseconds } = await editor.ask(method, params);
    console.log(`${method}: ${milliseconds.toFixed(0)} ms`);
  }
  await editor.server.leave();
} finally {
  rmSync(folder, { recursive: true });
}
