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
])('%s %j: %s', (path, text, expected) => {
  expect(codes(path, text).join()).toBe(expected);
});
