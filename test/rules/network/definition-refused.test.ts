import { expect, test } from 'vitest';
import { checkUnitText } from '../../../server/src/service/check.ts';

/** What the programs say of each is in test/oracle/programs/cases.txt. */
const codes = (path: string, text: string): string[] =>
  checkUnitText(text, { path })
    .filter(({ code }) => code === 'definition-refused')
    .map(({ severity, line }) => `${line} ${severity}`);

test.each([
  ['/etc/systemd/dnssd/a.dnssd', '[Service]\nName=x\n', '1 error'],
  ['/etc/systemd/dnssd/a.dnssd', '[Service]\nName=x\nType=_http._tcp\n', ''],
  ['/usr/lib/repart.d/a.conf', '[Partition]\nLabel=x\n', '1 error'],
  ['/usr/lib/repart.d/a.conf', '[Partition]\nType=root\nSizeMinBytes=2G\nSizeMaxBytes=1G\n', '1 error'],
  ['/usr/lib/repart.d/a.conf.d/x.conf', '[Partition]\nLabel=x\n', ''],
  ['/usr/lib/sysupdate.d/a.transfer', '[Transfer]\nMinVersion=1\n', '1 error'],
  ['/etc/systemd/nspawn/a.nspawn', '[Exec]\nBoot=yes\nProcessTwo=yes\n', '1 error'],
])('%s %j: %s', (path, text, expected) => {
  expect(codes(path, text).join()).toBe(expected);
});
