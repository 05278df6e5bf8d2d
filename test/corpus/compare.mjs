// Compares our verdict on every unit of the corpus with systemd's: node test/corpus/compare.mjs [--version 252,257,262] [--corpus FOLDER]
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const outfile = join(here, '../../.cache/oracle/bin/corpus.mjs');
const entryPoints = [join(here, 'compare.ts')];
await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' });
const { main } = await import(`${pathToFileURL(outfile)}?${Date.now()}`);
process.exitCode = main(process.argv.slice(2));
