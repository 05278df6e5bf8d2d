import { expect, test } from 'vitest';
import { checkUnitText } from '../../../server/src/service/check.ts';

const codes = (path: string, text: string, version = 262): string[] =>
  checkUnitText(text, { path, version }).map(({ code, severity, line }) => `${line} ${severity} ${code}`);

const netdev = '/etc/systemd/network/br0.netdev';

test.each([
  ['[NetDev]\nName=br0\nKind=bridge\n', []],
  ['[NetDev]\nKind=bridge\n', ['1 error netdev-incomplete']],
  ['[NetDev]\nName=br0\n', ['1 error netdev-incomplete']],
  ['', ['1 error netdev-incomplete']],
  ['[NetDev]\nName=br0\nKind=bridge\n[Bond]\nMode=802.3ad\n', ['4 warning netdev-incomplete']],
  ['[NetDev]\nName=d0\nKind=dummy\n[Bridge]\nSTP=yes\n', ['4 warning netdev-incomplete']],
])('.netdev %j: %j', (text, expected) => {
  expect(codes(netdev, text)).toEqual(expected);
});
