import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isPreRelease, RELEASE_FILES, releaseTexts } from '../../client/scripts/release-texts.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const withLog = (log: string) => (path: string) => (path === 'CHANGELOG.md' ? log : read(path));
const OPEN = '# Changelog\n\n## 0.1.0 (unreleased)\n\n- New.\n\n## 0.0.1 (2026-01-01)\n';

test('a release writes its version wherever one stands, and nothing else', () => {
  const texts = releaseTexts(withLog(OPEN), { version: '12.34.56', date: '2026-12-01' });
  expect([...texts.keys()].sort()).toEqual([...RELEASE_FILES].sort());
  for (const [path, text] of texts) {
    const before = withLog(OPEN)(path).split('\n');
    const changed = text.split('\n').filter((line, i) => line !== before[i]);
    expect(changed.length, path).toBeGreaterThan(0);
    for (const line of changed) expect(line, path).toContain('12.34.56');
    if (!path.endsWith('.md')) expect(changed, path).toHaveLength(1);
  }
  expect(texts.get('CHANGELOG.md')).toContain('\n## 12.34.56 (2026-12-01)\n');
  expect(JSON.parse(texts.get('package.json')!)).toMatchObject({ version: '12.34.56' });
});

test('no command names another version than the one of the packages', () => {
  const { version } = JSON.parse(read('package.json'));
  for (const path of ['README.md', 'action.yml', 'docs/CI.md'])
    expect(new Set(read(path).match(/(?<=systemd-units@v?)\d+\.\d+\.\d+/g)), path).toEqual(new Set([version]));
});

test.each([
  ['1.2', OPEN, 'not a version'],
  ['1.2.0-beta', OPEN, 'not a version'],
  ['1.2.0', '# Changelog\n\n## 0.1.0 (2026-01-01)\n', 'no heading'],
])('%j is refused with %j', (version, log, problem) => {
  expect(() => releaseTexts(withLog(log), { version, date: '2026-12-01' })).toThrow(problem);
});

test.each([
  ['0.1.0', true],
  ['1.4.2', false],
  ['2.11.0', true],
])('%s is a pre-release: %s', (version, expected) => expect(isPreRelease(version)).toBe(expected));

const hasGit = spawnSync('git', ['-C', repository, 'rev-parse', '--verify', '--quiet', 'HEAD']).status === 0;

test.skipIf(!hasGit)(
  'one command makes the release: a commit, a tag, and nothing left over (skipped outside of git)',
  () => {
    const scratch = mkdtempSync(join(tmpdir(), 'systemd-units-release-'));
    const clone = join(scratch, 'clone');
    const run = (file: string, ...args: string[]): string =>
      execFileSync(file, args, { cwd: clone, encoding: 'utf8', env: { ...process.env, npm_config_offline: 'true' } });
    const git = (...args: string[]): string =>
      run('git', '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args);
    try {
      execFileSync('git', ['clone', '--quiet', '--no-hardlinks', repository, clone]);
      for (const [key, value] of [
        ['user.name', 'x'],
        ['user.email', 'x@example.org'],
      ])
        git('config', key!, value!);
      symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'), 'dir');
      writeFileSync(join(clone, '.git/info/exclude'), 'node_modules\n');
      writeFileSync(join(clone, 'CHANGELOG.md'), OPEN);
      git('commit', '--quiet', '--all', '--message', 'x');
      expect(run(process.execPath, 'client/scripts/release.mjs', '12.34.56')).toContain(
        'git push origin HEAD v12.34.56',
      );
      expect(git('status', '--porcelain')).toBe('');
      expect(git('describe', '--exact-match')).toBe('v12.34.56\n');
      const changed = git('diff', '--name-only', 'HEAD~1').trim().split('\n');
      for (const path of RELEASE_FILES) expect(changed).toContain(path);
      const lock = JSON.parse(readFileSync(join(clone, 'package-lock.json'), 'utf8'));
      expect([lock.version, lock.packages[''].version]).toEqual(['12.34.56', '12.34.56']);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
);
