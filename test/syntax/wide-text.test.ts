import { describe, expect, test } from 'vitest';
import { decode } from '../../server/src/cli/decode.ts';
import { checkUnitText } from '../../server/src/service/check.ts';
import { wideEncoding } from '../../server/src/syntax/wide-text.ts';

const UNIT = '[Unit]\nDescription=x\n[Service]\nExecStart=/bin/true\n';
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('the encoding of what was decoded as UTF-8', () => {
  test.each([
    ['UTF-16', 'a mark', decode(wide(`\ufeff${UNIT}`))],
    ['UTF-16', 'a mark and a comment', decode(wide(`\ufeff# x\n${UNIT}`))],
    ['UTF-16', 'no mark', decode(wide(UNIT))],
    ['UTF-16', 'the big end first', decode(wide(`\ufeff${UNIT}`).swap16())],
    ['UTF-16', 'a mark nobody knows any more', `\ufffd\ufffd${wide('# x\n').toString()}`],
    ['UTF-32', 'no mark', [...UNIT].map((character) => `${character}\0\0\0`).join('')],
    [undefined, 'UTF-8', UNIT],
    [undefined, 'UTF-8 with a mark', `\ufeff${UNIT}`],
    [undefined, 'NUL as line ends', UNIT.replaceAll('\n', '\0')],
    [undefined, 'bytes that are not UTF-8', decode(Buffer.from(`\xff\xfe${UNIT}`, 'latin1'))],
    [undefined, 'nothing', ''],
  ])('%s: %s', (encoding, _, text) => expect(wideEncoding(text)).toBe(encoding));
});

const check = (text: string, name = 'a.service') =>
  checkUnitText(text, { path: `/etc/systemd/system/${name}`, version: 252 }).map(({ severity, line, code }) => [
    severity,
    line,
    code,
  ]);

test('a unit in UTF-16 is one error, a drop-in one warning', () => {
  const text = decode(wide(`\ufeff${UNIT}`));
  expect(check(text)).toEqual([['error', 1, 'invalid-utf8']]);
  expect(check(text, 'a.service.d/10.conf')).toEqual([['warning', 1, 'invalid-utf8']]);
});

test('NUL ends a line', () => {
  const text = '[Service]\0ExecStart=/bin/true\0Restart=alwys\0';
  expect(check(text).map(([severity, , code]) => [severity, code])).toEqual([['warning', 'value-invalid']]);
});
