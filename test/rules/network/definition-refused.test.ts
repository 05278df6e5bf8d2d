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
  ['/etc/systemd/nspawn/a.nspawn', '[Network]\nPort=80\n', '1 error'],
  ['/etc/systemd/nspawn/a.nspawn', '[Network]\nPort=80\nZone=web\n', ''],
  ['/etc/systemd/nspawn/a.nspawn', '[Network]\nNamespacePath=/run/netns/x\nBridge=br0\n', '1 error'],
  ['/etc/systemd/nspawn/a.nspawn', '[Network]\nNamespacePath=/run/netns/x\nPrivate=yes\n', ''],
  ['/etc/systemd/nspawn/a.nspawn', '[Files]\nBindUserShell=/bin/sh\n', '1 error'],
  ['/etc/systemd/nspawn/a.nspawn', '[Files]\nBindUserShell=yes\n', ''],
  ['/etc/systemd/nspawn/a.nspawn', '[Files]\nVolatile=overlay\nPrivateUsersOwnership=chown\n', '1 error'],
  ['/etc/systemd/nspawn/a.nspawn', '[Files]\nVolatile=overlay\nPrivateUsersChown=no\n', ''],
  ['/etc/systemd/nspawn/a.nspawn', '[Exec]\nEphemeral=yes\nLinkJournal=host\n', '1 error'],
  ['/etc/systemd/nspawn/a.nspawn', '[Exec]\nEphemeral=yes\nLinkJournal=try-host\n', ''],
  ['/etc/systemd/nspawn/a.nspawn', '[Exec]\nAmbientCapability=all\n', '1 error'],
  ['/etc/systemd/nspawn/a.nspawn', '[Exec]\nBoot=yes\nAmbientCapability=CAP_KILL\n', '1 error'],
  ['/usr/lib/repart.d/a.conf', '[Partition]\nType=root\nVolumeName=x\n', '1 error'],
  ['/usr/lib/repart.d/a.conf', '[Partition]\nType=root\nIntegrity=inline\n', '1 error'],
  ['/usr/lib/repart.d/a.conf', '[Partition]\nType=root\nCopyBlocks=auto\nBlockDeviceReplace=/dev/x\n', '1 error'],
  ['/usr/lib/repart.d/a.conf', '[Partition]\nType=root\nFormat=ext4\nMinimize=best\n', '1 error'],
  ['/usr/lib/repart.d/a.conf', '[Partition]\nType=root\nFormat=erofs\nMinimize=best\n', ''],
])('%s %j: %s', (path, text, expected) => {
  expect(codes(path, text).join()).toBe(expected);
});

test('users are bound to containers with users of their own, in 257', () => {
  const said = (text: string, version: number) =>
    checkUnitText(text, { path: '/etc/systemd/nspawn/a.nspawn', version }).map(({ code }) => code);
  expect(said('[Files]\nBindUser=me\n', 257)).toEqual(['definition-refused']);
  expect(said('[Files]\nBindUser=me\n[Exec]\nPrivateUsers=pick\n', 257)).toEqual([]);
  expect(said('[Files]\nBindUser=me\n', 262)).toEqual([]);
});
