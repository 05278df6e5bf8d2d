// Writes systemd-units-VERSION.vsix into the root and says how big it is.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const vsix = `${name}-${version}.vsix`;
const run = (file, args) => execFileSync(file, args, { stdio: ['ignore', 'inherit', 'inherit'] });

run(process.execPath, ['esbuild.mjs']);
run('npx', [
  '--yes',
  '@vscode/vsce@3.9.2',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  vsix,
]);
console.log(`${vsix}: ${(statSync(vsix).size / 1024).toFixed(0)} KiB`);
