// Makes a release of this commit: node client/scripts/release.mjs VERSION
// Writes the version and the date where they stand, commits, and tags. Pushing the tag is what publishes.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isPreRelease, releaseTexts } from './release-texts.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const run = (file, ...args) => execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

try {
  release(process.argv[2] ?? '');
} catch (problem) {
  console.error(`release: ${problem.message}`);
  process.exitCode = 1;
}

function release(version) {
  const changed = run('git', 'status', '--porcelain').trim();
  if (changed !== '') throw new Error(`there are changes that are not committed:\n${changed}`);
  const date = new Date().toISOString().slice(0, 10);
  const texts = releaseTexts((path) => readFileSync(path, 'utf8'), { version, date });
  for (const [path, text] of texts) writeFileSync(path, text);
  run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund');
  run('npm', 'run', 'generate');
  run('git', 'commit', '--all', '--message', `Release ${version}`);
  run('git', 'tag', '--annotate', '--message', `systemd Units ${version}`, `v${version}`);
  const channel = isPreRelease(version) ? 'a pre-release (its middle number is odd)' : 'a release';
  console.log(
    `v${version} is committed and tagged as ${channel}. It is published by: git push origin HEAD v${version}`,
  );
}
