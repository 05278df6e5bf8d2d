import { expect, test } from 'vitest';
import { byBytes } from '../../../server/src/dialects/quadlet/generator/lookup.ts';

test('names are in the order of their bytes in UTF-8, which is not that of UTF-16', () => {
  const sorted = ['', 'a', 'a b', 'a-b', 'ab', 'b', 'ä', '\uffee', '\u{1f600}', '\u{1f601}'];
  expect([...sorted].reverse().sort(byBytes)).toEqual(sorted);
  expect(byBytes('a', 'a')).toBe(0);
});
