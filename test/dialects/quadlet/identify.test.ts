import { expect, test } from 'vitest';
import { identify, unitSources } from '../../../server/src/dialects/index.ts';
import { isQuadlet } from '../../../server/src/dialects/quadlet/identify.ts';
import { parse } from '../../../server/src/syntax/parse.ts';

const told = (path: string, text: string): string | undefined => {
  const found = identify(path, parse(text));
  return found && `${found.dialect} ${found.kind} ${found.role} ${found.manager}`;
};

test.each([
  ['/work/web.container', '', 'quadlet container fragment system'],
  ['/work/web@.container', '[Container]\n', 'quadlet container fragment system'],
  ['/etc/containers/systemd/lan.network', '', 'quadlet network fragment system'],
  ['/home/x/.config/containers/systemd/sub/a.image', '', 'quadlet image fragment user'],
  ['/etc/containers/systemd/users/1000/a.pod', '', 'quadlet pod fragment user'],
  ['/work/quadlets/app.build', '', 'quadlet build fragment system'],
  ['/work/app.build', '[Build]\nImageTag=x\n', 'quadlet build fragment system'],
  [
    '/work/lan.network',
    '[Network]\nSubnet=10.0.0.0/24\n[Install]\nWantedBy=default.target\n',
    'quadlet network fragment system',
  ],
  ['/work/web.container.d/10.conf', '', 'quadlet container drop-in system'],
  ['/work/foo-.pod.d/10.conf', '', 'quadlet pod drop-in system'],
  ['/etc/containers/systemd/container.d/10.conf', '', 'quadlet container drop-in system'],
  ['/work/a.pod', '[Pod]\nPodName=x\n', 'quadlet pod fragment system'],
  // Those of other programs.
  ['/usr/share/perl5/Foo.pod', '=head1 NAME\n\nFoo\n', undefined],
  ['/etc/systemd/network/lan.network.d/10.conf', '[Network]\nDHCP=yes\n', 'networkd network drop-in system'],
  ['/work/lan.network', '[Match]\nName=x\n[Network]\nDHCP=yes\n', 'networkd network fragment system'],
  ['/etc/systemd/network/lan.network', '[Network]\nSubnet=10.0.0.0/24\n', 'networkd network fragment system'],
  ['/etc/systemd/network/lan.network', '[Network]\nDHCP=yes\n', 'networkd network fragment system'],
  ['/work/disk.image', 'x', undefined],
  ['/work/container.d/10.conf', 'a = b\n', undefined],
  ['/work/web.service', '[Service]\n', 'unit service fragment system'],
])('%s is told by name, folder and sections', (path, text, identity) => expect(told(path, text)).toBe(identity));

test.each([
  ['[Network]\n', true],
  ['[Network]\nSubnet=10.0.0.0/24\nDNS=10.0.0.1\n', true],
  ['[Network]\nDNS=10.0.0.1\nGateway=10.0.0.1\n', true],
  ['[Network]\nSubnet=10.0.0.0/24\nIPrange=10.0.0.0/28\n', true],
  ['[Network]\nDHCP=yes\n', false],
  ['[Network]\nDNS=10.0.0.1\nDHCP=yes\n', false],
  ['[Network]\nSubnet=10.0.0.0/24\nDHCP=yes\n', false],
  ['[Network]\nColour=red\n', false],
  ['[Match]\nName=x\n[Network]\nSubnet=10.0.0.0/24\n', false],
  ['', false],
])('outside of all folders the keys of [Network] tell whose a file is, to all who ask: %j', (text, isOurs) => {
  const path = '/work/lan.network';
  expect(identify(path, parse(text))?.dialect === 'quadlet').toBe(isOurs);
  expect(unitSources.isOne(path, parse(text))).toBe(isOurs);
  expect(isQuadlet(path, text)).toBe(isOurs);
});
