// Counts over the units of the corpus how often each directive and value is written, and writes server/facts/usage.tsv:
// node test/corpus/fetch.mjs && node test/corpus/usage.mjs [--corpus FOLDER] && node server/scripts/facts.mjs
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { writeTable } from '../../server/scripts/facts/tables.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const outfile = join(here, '../../.cache/oracle/bin/usage.mjs');
const entryPoints = [join(here, 'usage.ts')];
await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' });
const { usageOf } = await import(`${pathToFileURL(outfile)}?${Date.now()}`);
const at = process.argv.indexOf('--corpus');
const { files, rows } = usageOf(at > 0 ? process.argv[at + 1] : join(here, '../../.cache/corpus'));
writeTable('usage.tsv', ['section', 'key', 'scope', 'value', 'files'], rows);
console.log(`${files} unit files: ${rows.length} rows`);
