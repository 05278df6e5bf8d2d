// Writes systemd-units-VERSION.vsix into the root, the same bytes for the same sources, and says how big it is.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isPreRelease } from './release-texts.mjs';
import { readZip, writeZip } from './zip.mjs';

/** The marketplace would take more; whoever installs it would not. */
const MOST_BYTES = 2_000_000;

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const vsix = `${name}-${version}.vsix`;
const run = (file, args) => execFileSync(file, args, { stdio: ['ignore', 'inherit', 'inherit'] });

run(process.execPath, ['esbuild.mjs']);
const channel = isPreRelease(version) ? ['--pre-release'] : [];
run(process.execPath, ['node_modules/@vscode/vsce/vsce', 'package', ...channel, '--no-dependencies', '--out', vsix]);
const bytes = writeZip(readZip(readFileSync(vsix)));
writeFileSync(vsix, bytes);
console.log(`${vsix}: ${bytes.length.toLocaleString('en')} bytes`);
if (bytes.length >= MOST_BYTES) throw new Error(`${vsix} is bigger than ${MOST_BYTES.toLocaleString('en')} bytes.`);
