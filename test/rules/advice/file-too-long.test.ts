import { expect, test } from 'vitest';
import { checkUnitText } from '../../../server/src/service/check.ts';

const options = { path: '/etc/systemd/system/x.service' };
const codes = (text: string): string[] => checkUnitText(text, options).map(({ code }) => code);

test('a file of fifty million characters gets one notice and no judgement', () => {
  expect(codes(`nonsense\n${'Restart=alwys\n'.repeat(3_600_000)}`)).toEqual(['file-too-long']);
}, 60_000);

test('a file of a hundred thousand lines is judged', () => {
  const lines = Array.from({ length: 100_000 }, (_, i) => `After=unit-${i}.service\n`);
  const text = `[Unit]\n${lines.join('')}[Service]\nExecStart=/bin/true\nRestart=alwys\n`;
  expect(codes(text)).toEqual(['value-invalid']);
}, 60_000);

test('a program with the suffix of a unit is left alone', () => {
  const bytes = Array.from({ length: 4000 }, (_, i) => String.fromCharCode((i * 37) % 256));
  expect(codes(`\x7fELF${bytes.join('')}`)).toEqual([]);
}, 60_000);
