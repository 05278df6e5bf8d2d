// Builds what runs: the extension, and the language server with its command line. `--dev` keeps names and adds source maps.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { asciiCode } from './server/scripts/ascii-code.mjs';

process.chdir(fileURLToPath(new URL('.', import.meta.url)));
const dev = process.argv.includes('--dev');
const { version } = JSON.parse(await readFile('package.json', 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: !dev,
  sourcemap: dev ? 'inline' : false,
  legalComments: 'none',
  define: { SYSTEMD_UNITS_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
  metafile: true,
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  // One bundle serves Node and browsers; these packages show their browser half to builds for browsers only.
  alias: {
    ...Object.fromEntries(
      ['vscode-jsonrpc', 'vscode-languageserver-protocol', 'vscode-languageserver', 'vscode-languageclient'].map(
        (name) => [
          `${name}/browser`,
          fileURLToPath(new URL(`node_modules/${name}/lib/browser/main.js`, import.meta.url)),
        ],
      ),
    ),
    yaml: fileURLToPath(new URL('node_modules/yaml/browser/index.js', import.meta.url)),
  },
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  // VS Code 1.91 runs extensions on Node 20.
  { ...node, entryPoints: ['client/src/main.ts'], outfile: 'client/dist/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/src/main.ts'], outfile: 'server/dist/main.js' },
  // Only the npm package carries it.
  { ...node, entryPoints: ['server/src/mcp/main.ts'], outfile: 'server/dist/mcp.cjs' },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    // Each page is a folder: its script and its style become NAME.js and NAME.css.
    entryPoints: ['journal', 'boot', 'security', 'graph', 'timers', 'schedule', 'explorer'].flatMap((name) => [
      { in: `client/src/pages/${name}/${name}-script.ts`, out: name },
      { in: `client/src/pages/${name}/${name}.css`, out: name },
    ]),
    outdir: 'client/dist',
  },
];

const built = await Promise.all(bundles.map((options) => build(options)));
await writeFile('server/dist/main.js', asciiCode(await readFile('server/dist/main.js', 'utf8')));
built.push(await buildLauncher());
await writePackages(built);
bundleManual();

/** The command; it knows which bundle it starts, and keeps what Node makes of that one. */
async function buildLauncher() {
  const digest = createHash('sha256')
    .update(await readFile('server/dist/main.js'))
    .digest('hex');
  const outfile = 'server/dist/cli.cjs';
  const result = await build({
    ...node,
    entryPoints: ['server/src/node/launcher.ts'],
    outfile,
    banner: { js: '#!/usr/bin/env node' },
    define: { MAIN_DIGEST: JSON.stringify(digest.slice(0, 16)) },
  });
  await chmod(outfile, 0o755);
  return result;
}

/** The manual pages come from Debian's packages or from this machine; a build without either still works. */
function bundleManual() {
  const script = 'server/scripts/manual.mjs';
  if (!existsSync(script)) return;
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) {
    console.warn('warning: no manual pages could be bundled; hovers show those installed where the extension runs.');
  }
}

/** Names the packages in the bundles, for server/scripts/notices.mjs. */
async function writePackages(results) {
  const inputs = results.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])),
    ),
  );
  const names = inputs.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  await mkdir('.cache', { recursive: true });
  await writeFile('.cache/bundled-packages.json', JSON.stringify([...new Set(names)].sort()));
}
