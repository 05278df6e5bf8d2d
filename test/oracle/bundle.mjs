// Bundles a TypeScript entry point of this folder on the fly and runs it: Node 20 does not strip types.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

export async function runTypeScript(entry) {
  // A file of its own per process: several may run at once.
  const outfile = join(here, '../../.cache/oracle/bin', entry.replace(/\.ts$/, `.${process.pid}.mjs`));
  await build({
    entryPoints: [join(here, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    // Where the sources lie, not the bundle.
    define: { 'import.meta.url': JSON.stringify(import.meta.url) },
    logLevel: 'error',
  });
  const { main } = await import(pathToFileURL(outfile).href).finally(() => rmSync(outfile));
  process.exitCode = await main(process.argv.slice(2));
}
