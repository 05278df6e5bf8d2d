// What memory the language server has with nothing open, and with a thousand units open.
// node test/bench/memory.mjs
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryPart } from './parts/report.mjs';
import { measureMemory } from './parts/startup.mjs';
import { gatherUnits } from './parts/throughput.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const { paths } = gatherUnits(join(root, '.cache', 'corpus'), scratch);
  const texts = paths.map((path) => readFileSync(path, 'utf8'));
  console.log(
    memoryPart(await measureMemory(process.execPath, [join(root, 'server/dist/cli.cjs'), 'lsp', '--stdio'], texts)),
  );
} finally {
  rmSync(scratch, { recursive: true });
}
