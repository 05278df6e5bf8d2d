import { readFileSync } from 'node:fs';
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
