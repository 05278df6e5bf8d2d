// Writes systemd-units-VERSION.vsix into the root, the same bytes for the same sources, and says how big it is.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readZip, writeZip } from './zip.mjs';

/** The marketplace would take more; whoever installs it would not. */
const MOST_BYTES = 1_500_000;

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const vsix = `${name}-${version}.vsix`;
const run = (file, args) => execFileSync(file, args, { stdio: ['ignore', 'inherit', 'inherit'] });

run(process.execPath, ['esbuild.mjs']);
run(process.execPath, [
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  vsix,
]);
const bytes = writeZip(readZip(readFileSync(vsix)));
writeFileSync(vsix, bytes);
console.log(`${vsix}: ${bytes.length.toLocaleString('en')} bytes`);
if (bytes.length >= MOST_BYTES) throw new Error(`${vsix} is bigger than ${MOST_BYTES.toLocaleString('en')} bytes.`);
