import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesGlob, readGlob } from '../../server/src/text/glob.ts';

const fits = (pattern: string, path: string): boolean => matchesGlob(readGlob(pattern), path);

test.each([
  ['*.service', ['a.service', 'units/deep/a.service', 'a.service/x'], ['a.services', 'a.service.d/x.conf', '']],
  ['vendor', ['vendor/a.service', 'a/vendor/b/c.timer', 'vendor'], ['vendors/a.service']],
  ['vendor/', ['vendor/a.service', 'a/vendor/b.timer'], ['vendors/a.service']],
  ['/vendor', ['vendor/a.service'], ['a/vendor/b.timer']],
  ['units/*.timer', ['units/a.timer'], ['x/units/a.timer', 'units/x/a.timer']],
  ['units/**/*.timer', ['units/a.timer', 'units/x/y/a.timer'], ['a.timer', 'units/a.service']],
  ['**/test/**', ['test/a', 'x/test/y/a'], ['tests/a', 'x/atest/y']],
  ['./units', ['units/a.service'], ['x/units/a.service']],
  ['web?.service', ['web1.service', 'webä.service', 'web😀.service'], ['web.service', 'web12.service']],
  ['web@[0-9ab].service', ['web@1.service', 'web@b.service'], ['web@c.service', 'web@10.service']],
  ['[!a-c].path', ['d.path'], ['b.path']],
  ['[]x].path', ['].path', 'x.path'], ['a.path']],
  ['[.service', ['[.service'], ['a.service']],
  ['dev-disk\\x2dby.swap', ['dev-disk\\x2dby.swap'], ['dev-diskx2dby.swap']],
  ['a**b', ['axyb', 'ab'], ['a/b']],
  ['{a,b}.service', ['{a,b}.service'], ['a.service']],
  ['', ['anything'], []],
])('%s', (pattern, yes, no) => {
  expect([...yes, ...no].filter((path) => fits(pattern, path))).toEqual(yes);
});

/** The same by a regular expression, which is easy to see through and slow on patterns of strangers. */
function slowly(pattern: string, name: string): boolean {
  const source = [...pattern].map((c) =>
    c === '*' ? '[^/]*' : c === '?' ? '[^/]' : `\\u{${c.codePointAt(0)!.toString(16)}}`,
  );
  return new RegExp(`^${source.join('')}$`, 'u').test(name);
}

test('stars and question marks are those of a regular expression', () => {
  const text = (alphabet: string) => fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(text('ab*?'), text('ab'), (pattern, name) => {
      fc.pre(pattern !== '**');
      expect(fits(`/${pattern}`, name)).toBe(slowly(pattern, name));
    }),
    { numRuns: 2_000 },
  );
});

test('a pattern made to be slow is not', () => {
  expect(fits('*a'.repeat(100), 'a'.repeat(250))).toBe(true);
  expect(fits(`${'*a'.repeat(100)}*b`, 'a'.repeat(250))).toBe(false);
  expect(fits(`${'**/a/'.repeat(60)}b`, 'a/'.repeat(250))).toBe(false);
  expect(fits('['.repeat(50_000), 'a')).toBe(false);
});
