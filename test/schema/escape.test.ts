import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeName, escapePath, isEscapedPath, unescapePath } from '../../server/src/schema/escape.ts';

/** As `systemd-escape --path` of systemd 252 and 262 prints them. */
const paths: readonly (readonly [path: string, name: string])[] = [
  ['/', '-'],
  ['/mnt/x', 'mnt-x'],
  ['//mnt//x/', 'mnt-x'],
  ['/mnt/./x', 'mnt-x'],
  ['/mnt/my-data', 'mnt-my\\x2ddata'],
  ['/.snapshots', '\\x2esnapshots'],
  ['/a/.b', 'a-.b'],
  ['/mnt/é', 'mnt-\\xc3\\xa9'],
  ['/a@b', 'a\\x40b'],
  ['/back\\slash', 'back\\x5cslash'],
];

describe('paths in unit names', () => {
  test.each(paths)('%s is %s', (path, name) => expect(escapePath(path)).toBe(name));

  test.each(['relative', '/a/../b'])('%s has no name', (path) => expect(escapePath(path)).toBeUndefined());

  test.each(['', '-a', 'a-', 'a--b', '.a', 'a-..-b', '\\x2e', 'a\\x2f', 'a\\x', 'a\\xC3', '\\x61', 'a\\x2e'])(
    '"%s" is not a path',
    (name) => expect(isEscapedPath(name)).toBe(false),
  );

  test('what was escaped is what is unescaped', () => {
    const part = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[/\0]|^\.\.?$/.test(text));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const path = `/${parts.join('/')}`;
        expect(unescapePath(escapePath(path)!)).toBe(path);
      }),
    );
  });

  test('a name is escaped like a path, slashes included', () => expect(escapeName('/dev/sda')).toBe('-dev-sda'));
});
