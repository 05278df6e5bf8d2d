import { expect, test } from 'vitest';
import { checkUnitText } from '../../../server/src/service/check.ts';

/** What the programs say of each is in test/oracle/programs/cases.txt. */
const codes = (path: string, text: string): string[] =>
  checkUnitText(text, { path })
    .filter(({ code }) => code === 'section-incomplete')
    .map(({ severity, line }) => `${line} ${severity}`);

test.each([
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[Neighbor]\nAddress=1.2.3.4\n', '3 warning'],
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[Neighbor]\n', ''],
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[Route]\nMetric=5\n', '3 warning'],
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[Route]\nGateway=1.2.3.4\n[Route]\nMetric=1\n', '5 warning'],
  ['/etc/systemd/network/a.network.d/x.conf', '[Address]\nLabel=x\n', '1 warning'],
  ['/etc/systemd/network/a.network', '[Match]\nName=x\n[Address]\nPeer=1.2.3.4/24\n', ''],
])('%s %j: %s', (path, text, expected) => {
  expect(codes(path, text).join()).toBe(expected);
});
