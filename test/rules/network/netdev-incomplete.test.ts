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

const bridge = '[NetDev]\nName=br0\nKind=bridge\n';

test.each([
  ['of the second of two kinds', `${bridge}Kind=bond\n`, ['4 warning netdev-incomplete']],
  ['of one kind twice nothing', `${bridge}Kind=bridge\n`, []],
  [
    'of a word that is no kind',
    `${bridge}Kind=foo\n[Bridge]\nSTP=x\n`,
    ['4 warning value-invalid', '6 warning value-invalid'],
  ],
  [
    'of lines in a section of another kind nothing',
    `${bridge}[Bond]\nMode=x\nFoo=\nName=y\n`,
    ['4 warning netdev-incomplete'],
  ],
  ['of a section nobody has', `${bridge}[Brigde]\nSTP=x\n`, ['4 warning section-unknown']],
])('the first kind decides which sections are read: %s', (_, text, expected) => {
  expect(codes(netdev, text)).toEqual(expected);
});

test('a kind that came later is told', () => {
  const text = '[NetDev]\nName=h0\nKind=hsr\n[HSR]\nPorts=a b\n';
  expect(codes(netdev, text)).toEqual([]);
  expect(codes(netdev, text, 257)).toEqual([
    '1 error netdev-incomplete',
    '3 warning value-too-new',
    '4 warning section-too-new',
  ]);
  expect(codes(netdev, '[NetDev]\nName=n0\nKind=netdevsim\n', 257)).toEqual([]);
  expect(codes(netdev, '[NetDev]\nName=n0\nKind=netdevsim\n', 262)).toContain('3 warning value-invalid');
});
