import { expect, test } from 'vitest';
import { decode } from '../../server/src/cli/decode.ts';
import { checkUnitText } from '../../server/src/service/check.ts';
import { eachSystem } from './each-system.ts';
import { verifyFiles } from './verify.ts';

const UNIT = '[Unit]\nDescription=x\n[Service]\nExecStart=/bin/true\nNice=1\n';
const FAULTY = `${UNIT}Restart=alwys\n`;
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const swapped = (text: string): Buffer => wide(text).swap16();
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf32 = (text: string): Buffer =>
  Buffer.concat([...text].map((character) => Buffer.from([character.charCodeAt(0), 0, 0, 0])));
const withEnds = (text: string, end: string): Buffer => Buffer.from(text.replaceAll('\n', end));

/** Files as editors of other systems leave them. */
const files: Readonly<Record<string, Buffer>> = {
  'UTF-16 with a mark': wide(`\ufeff${UNIT}`),
  'UTF-16 without a mark': wide(UNIT),
  'UTF-16 with a comment first': wide(`\ufeff# x\r\n${UNIT}`),
  'UTF-16 without a mark, a comment first': wide(`# x\r\n${UNIT}`),
  'UTF-16, big end first': swapped(`\ufeff${UNIT}`),
  'UTF-16, big end first, without a mark': swapped(UNIT),
  'UTF-32': utf32(`\ufeff${UNIT}`),
  'UTF-32 without a mark': utf32(UNIT),
  'UTF-8 with a mark': Buffer.from(`\ufeff${UNIT}`),
  'Latin 1 in a comment': latin(`# \xfc\n${UNIT}`),
  'Latin 1 in a value': latin(UNIT.replace('=x', '=\xfc')),
  'NUL as line ends': withEnds(UNIT, '\0'),
  'NUL as line ends, a fault': withEnds(FAULTY, '\0'),
  'NUL and line feed': withEnds(FAULTY, '\0\n'),
  'line feed and NUL': withEnds(FAULTY, '\n\0'),
  'CR, LF and NUL': withEnds(FAULTY, '\r\n\0'),
  'CR and NUL': withEnds(FAULTY, '\r\0'),
  'two NUL': withEnds(FAULTY, '\0\0'),
  'CR as line ends': withEnds(FAULTY, '\r'),
  'NUL in a value': Buffer.from(UNIT.replace('Nice=1', 'Nice=1\0Restart=alwys')),
  'NUL in a header': Buffer.from(UNIT.replace('[Service]', '[Ser\0vice]')),
  'NUL in a comment': Buffer.from(`# a\0Nonsense\n${UNIT}`),
  'NUL after a backslash': Buffer.from(UNIT.replace('Description=x', 'Description=x\\\0y\nBefore=\0')),
  'NUL at the end': Buffer.from(`${FAULTY}\0\0\0`),
  'NUL first': Buffer.from(`\0${FAULTY}`),
  'a control character': Buffer.from(UNIT.replace('=x', '=x\x01')),
};

eachSystem((version) => {
  test.each(Object.entries(files))('%s', (_, bytes) => {
    const verdict = verifyFiles({ version, files: new Map([['encoding.service', bytes]]) }).get('encoding.service')!;
    const text = decode(bytes);
    const found = checkUnitText(text, { path: '/etc/systemd/system/encoding.service', version });
    const ours = found.filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(ours.some(({ severity }) => severity === 'error')).toBe(verdict.refused);
    const said = verdict.messages.filter(({ level, environment }) => level <= 4 && !environment);
    expect(ours.length > 0).toBe(verdict.refused || said.length > 0);
    // Where systemd stops at the first line, one finding says all there is.
    if (/^UTF-(16|32)/.test(_)) expect(found.map(({ code, line }) => [code, line])).toEqual([['invalid-utf8', 1]]);
  });
});
