import { expect, test } from 'vitest';
import { checkUnitText } from '../../../server/src/service/check.ts';

/** What the programs say of each is in test/oracle/programs/cases.txt. */
const codes = (path: string, text: string): string[] =>
  checkUnitText(text, { path })
    .filter(({ code }) => code === 'network-conflict')
    .map(({ severity, line }) => `${line} ${severity}`);

test.each([
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[Network]\nDHCPServer=yes\n', '4 warning'],
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[Network]\nDHCPServer=yes\nAddress=1.2.3.4/24\n', ''],
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[Network]\nDHCP=yes\nGateway=1.2.3.4\n', '5 warning'],
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[Link]\nActivationPolicy=bound\n', '4 warning'],
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[Network]\nDHCP=no\n[Route]\nGateway=_dhcp4\n', '6 warning'],
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[Network]\nDHCP=yes\nLinkLocalAddressing=no\n', '4 warning'],
  ['/etc/systemd/network/a.network.d/x.conf', '[Network]\nDHCPServer=yes\n', ''],
])('%s %j: %s', (path, text, expected) => {
  expect(codes(path, text).join()).toBe(expected);
});
