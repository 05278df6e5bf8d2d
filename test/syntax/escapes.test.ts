import { describe, expect, test } from 'vitest';
import { notUtf8 } from '../../server/src/syntax/bytes.ts';
import { escapeAt } from '../../server/src/syntax/escapes.ts';
import { readWords, wordSpan } from '../../server/src/syntax/words.ts';

const decoded = (text: string, version?: number): string | undefined =>
  readWords(text, { cunescape: true, version: version ?? 262 }).words[0]?.text;

describe('escapes', () => {
  test.each([
    ['\\x41', 'A'],
    ['\\101', 'A'],
    ['\\u0041', 'A'],
    ['\\U0001F600', '😀'],
    ['\\xc3\\xa9', 'é'],
    ['\\303\\251', 'é'],
    ['\\u00e9', 'é'],
    ['\\xf0\\x9f\\x98\\x80!', '😀!'],
    ['a\\xc3\\xa9\\xe2\\x82\\xac', 'aé€'],
  ])('%s is %s', (text, expected) => {
    expect(decoded(text)).toBe(expected);
    expect(notUtf8(expected)).toBe(-1);
  });

  test.each(['\\x00', '\\000', '\\400', '\\x4', '\\u041', '\\U00110000', '\\U0000d800', '\\q', '\\9'])(
    '%s is none',
    (text) => expect(escapeAt(text, 1)).toBeUndefined(),
  );

  test('half of a surrogate pair was one until 257', () => {
    expect(decoded('\\ud800')).toBeUndefined();
    expect(notUtf8(decoded('\\ud83d\\ude00', 257)!)).toBe(0);
  });

  test.each([
    '\\xff',
    '\\xc3',
    'é\\x80',
    '\\xc0\\x80',
    '\\xed\\xa0\\x80',
    '\\xf4\\x90\\x80\\x80',
    '\\uffff',
    '\\ufdd0',
  ])('%s makes no UTF-8', (text) => expect(notUtf8(decoded(text)!)).toBeGreaterThanOrEqual(0));

  test('a character of several escapes knows where it stands', () => {
    const [word] = readWords('a\\xc3\\xa9b\\x41c', { cunescape: true }).words;
    expect(wordSpan(word!, 1, 3)).toEqual({ start: 1, end: 10 });
    expect(wordSpan(word!, 3, 4)).toEqual({ start: 10, end: 14 });
  });
});
