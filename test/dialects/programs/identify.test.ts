import { expect, test } from 'vitest';
import { identify, identifyPath } from '../../../server/src/dialects/index.ts';
import { parse } from '../../../server/src/syntax/parse.ts';

const shown = (path: string, text?: string): string | undefined => {
  const file = text === undefined ? identifyPath(path) : identify(path, parse(text));
  return file && `${file.dialect} ${file.kind} ${file.role}${file.isSource ? ' source' : ''}${file.skipped ?? ''}`;
};

test.each([
  ['/etc/systemd/network/10-lan.network', 'networkd network fragment'],
  ['/usr/lib/systemd/network/80-x.network.d/10.conf', 'networkd network drop-in'],
  ['/run/systemd/network/br0.netdev', 'networkd netdev fragment'],
  ['/work/br0.netdev', 'networkd netdev fragment'],
  ['/work/br0.netdev.j2', 'networkd netdev fragment source'],
  ['/usr/lib/systemd/network/99-default.link', 'networkd link fragment'],
  ['/etc/systemd/network/99-default.link.d/.x.conf', 'networkd link drop-inhidden'],
  ['/etc/systemd/network/99-default.link.d/notes.txt', 'networkd link drop-insuffix'],
  ['/etc/systemd/nspawn/web.nspawn', 'nspawn nspawn fragment'],
  ['/var/lib/machines/web.nspawn', 'nspawn nspawn fragment'],
  ['/usr/lib/repart.d/10-root.conf', 'repart repart fragment'],
  ['/work/mkosi.repart/10-root.conf', 'repart repart fragment'],
  ['/etc/repart.d/10-root.conf.d/x.conf', 'repart repart drop-in'],
  ['/usr/lib/sysupdate.d/10-root.transfer', 'sysupdate transfer fragment'],
  ['/usr/lib/sysupdate.d/10-root.conf', 'sysupdate transfer fragment'],
  ['/usr/lib/sysupdate.web.d/10.transfer', 'sysupdate transfer fragment'],
  ['/etc/sysupdate.d/debug.feature', 'sysupdate feature fragment'],
  ['/etc/sysupdate.d/debug.feature.d/on.conf', 'sysupdate feature drop-in'],
  ['/usr/lib/sysupdate.web.component', 'sysupdate component fragment'],
  ['/etc/systemd/dnssd/http.dnssd', 'resolved dnssd fragment'],
  ['/etc/systemd/dnssd/http.dnssd.d/x.conf', 'resolved dnssd drop-in'],
  ['/etc/systemd/dns-delegate.d/corp.dns-delegate', 'resolved dns-delegate fragment'],
])('%s is %s by its path', (path, expected) => {
  expect(shown(path)).toBe(expected);
});

test.each([
  '/work/lan.network',
  '/work/eth0.link',
  '/etc/systemd/network/.network',
  '/work/x.feature',
  '/work/button.component',
  '/work/x.transfer',
  '/etc/systemd/network/README',
  '/etc/systemd/network/lan.d/x.conf',
])('%s is nothing by its path', (path) => {
  expect(shown(path)).toBeUndefined();
});

test.each([
  ['/work/lan.network', '[Match]\nName=x\n', 'networkd network fragment'],
  ['/work/files/lan.network.d/10.conf', '[Match]\nName=x\n', 'networkd network drop-in'],
  ['/work/lan.network', '[Network]\nSubnet=10.0.0.0/24\n', 'quadlet network fragment'],
  ['/work/eth0.link', '[Link]\nName=lan0\n', 'networkd link fragment'],
  ['/work/eth0.link', 'href: x\n', undefined],
  ['/work/root.transfer', '[Transfer]\n[Source]\n[Target]\n', 'sysupdate transfer fragment'],
])('%s with its sections is %s', (path, text, expected) => {
  expect(shown(path, text)).toBe(expected);
});
