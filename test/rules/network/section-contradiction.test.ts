import { expect, test } from 'vitest';
import { checkUnitText } from '../../../server/src/service/check.ts';

/** What the programs say of each is in test/oracle/programs/cases.txt. */
const codes = (path: string, text: string): string[] =>
  checkUnitText(text, { path })
    .filter(({ code }) => code === 'section-contradiction')
    .map(({ severity, line }) => `${line} ${severity}`);

test.each([
  [
    '/etc/systemd/network/a.network',
    '[Match]\nName=x\n[RoutingPolicyRule]\nFrom=10.0.0.0/8\nTo=fd00::/64\n',
    '3 warning',
  ],
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[NextHop]\nId=1\nFamily=ipv6\nGateway=1.2.3.4\n', '3 warning'],
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[NextHop]\nId=1\nFamily=ipv4\nGateway=1.2.3.4\n', ''],
  [
    '/etc/systemd/network/a.network',
    '[Match]\nName=x\n[TokenBucketFilter]\nRate=1M\nBurstBytes=1K\nLatencySec=1\nLimitBytes=1K\n',
    '3 warning',
  ],
  [
    '/etc/systemd/network/a.network',
    '[Match]\nName=x\n[Address]\nAddress=fd00::1/64\nBroadcast=1.2.3.255\n',
    '3 warning',
  ],
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[Address]\nAddress=1.2.3.4/24\nBroadcast=1.2.3.255\n', ''],
  ...[
    ['[CAKE]\nHandle=1\n[PIE]\nPacketLimit=10\n', '5 warning'],
    ['[CAKE]\nParent=root\n[PIE]\nParent=ffff:ffff\n', '5 warning'],
    ['[QDisc]\nParent=clsact\n[QDisc]\nParent=ingress\n', '5 warning'],
    ['[CAKE]\nParent=root\n[PIE]\nParent=1:2\n[QDisc]\nParent=clsact\n', ''],
    ['[BridgeMDB]\nMulticastGroupAddress=1.2.3.4\n', '3 warning'],
    ['[BridgeMDB]\nMulticastGroupAddress=224.0.0.5\n', '3 warning'],
    ['[BridgeMDB]\nMulticastGroupAddress=239.1.1.1\n', ''],
    ['[BridgeMDB]\nMulticastGroupAddress=ff02::1\n', '3 warning'],
    ['[BridgeMDB]\nMulticastGroupAddress=ff02::2\n', ''],
    ['[BridgeMDB]\nMulticastGroupAddress=00:11:22:33:44:55\n', '3 warning'],
    ['[BridgeMDB]\nMulticastGroupAddress=01:00:5e:00:00:01\n', ''],
    ['[EnhancedTransmissionSelection]\nBands=0\nStrictBands=2\n', ''],
    ['[EnhancedTransmissionSelection]\nStrictBands=2\nPriorityMap=0 1 2\n', '3 warning'],
    ['[NextHop]\nId=1\nBlackhole=yes\nOnLink=yes\n', '3 warning'],
  ].map(([text = '', said = '']): [string, string, string] => [
    '/etc/systemd/network/a.network',
    `[Match]\nName=x\n${text}`,
    said,
  ]),
])('%s %j: %s', (path, text, expected) => {
  expect(codes(path, text).join()).toBe(expected);
});
