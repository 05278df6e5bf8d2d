import { expect, test } from 'vitest';
import { checkUnitText } from '../../../server/src/service/check.ts';

const codes = (path: string, text: string, version = 262): string[] =>
  checkUnitText(text, { path, version }).map(({ code, severity, line }) => `${line} ${severity} ${code}`);

const network = '/etc/systemd/network/lan.network';
const netdev = '/etc/systemd/network/br0.netdev';

test.each([
  ['', ['1 error match-missing']],
  ['[Network]\nDHCP=yes\n', ['1 error match-missing']],
  ['[Match]\n[Network]\nDHCP=yes\n', ['1 error match-missing']],
  ['[Match]\nName=a\nName=\n', ['1 error match-missing']],
  ['[Match]\nName=a\n[Network]\nDHCP=yes\n', []],
  ['[Match]\nName=a\n[Match]\nHost=b\n', []],
  ['[Match]\nName=a\n[Netwrk]\nDHCP=yes\n', ['3 warning section-unknown']],
  ['[Match]\nName=a\n[Network]\nGatewayOnLink=yes\n', ['4 warning directive-section']],
  ['[Match]\nName=a\n[Network]\nDHPC=yes\n', ['4 warning directive-unknown']],
  ['[Match]\nName=a\n[Network] # x\nDHCP=yes\n', ['3 error section-header']],
])('.network %j: %j', (text, expected) => {
  expect(codes(network, text)).toEqual(expected);
});

test('each of several sections of one name counts', () => {
  const address = '[Match]\nName=a\n[Address]\nAddress=10.0.0.1/24\n[Address]\nAddress=10.0.0.2/24\n';
  expect(codes(network, address)).toEqual([]);
  expect(codes(network, '[Match]\nName=a\n[Link]\nARP=yes\n[Link]\nARP=no\n')).toEqual(['4 info repeated-scalar']);
  const peers = '[WireGuardPeer]\nRouteTable=1\nRouteTable=2\n[WireGuardPeer]\nRouteTable=3\n';
  expect(codes(netdev, `[NetDev]\nName=wg0\nKind=wireguard\n${peers}`)).not.toContain('8 info repeated-scalar');
});

test('a link has to say which devices it is for, a drop-in of it has not', () => {
  expect(codes('/etc/systemd/network/10.link', '[Link]\nName=lan0\n')).toEqual(['1 error match-missing']);
  expect(codes('/etc/systemd/network/10.link.d/x.conf', '[Link]\nName=lan0\n')).toEqual([]);
});

test('keys that came later are told by release', () => {
  expect(codes('/etc/systemd/nspawn/web.nspawn', '[Files]\nBindUserShell=/bin/sh\n', 252)).toEqual([
    '2 warning directive-too-new',
  ]);
});
