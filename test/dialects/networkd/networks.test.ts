import { describe, expect, it } from 'vitest';
import { networksAmong } from '../../../server/src/dialects/networkd/networks/networks.ts';
import { amongOf, type Files, foundIn } from './among.ts';

const netdev = (name: string, kind: string): string => `[NetDev]\nName=${name}\nKind=${kind}\n`;
const network = (match: string, network = 'DHCP=yes'): string => `[Match]\n${match}\n\n[Network]\n${network}\n`;

describe('files are read in the order of their names', () => {
  const namesOf = (files: Files): string[] =>
    networksAmong(amongOf(files), 262)
      .loaded('network')
      .map(({ fragment, dropIns }) => [fragment, ...dropIns].map(({ path }) => path).join(' '));

  it('whatever folder they are in, and those of /etc hide others of their name', () => {
    const any = network('Name=*');
    expect(
      namesOf({
        '/usr/lib/systemd/network/20-b.network': any,
        '/usr/lib/systemd/network/05-a.network': any,
        '/run/systemd/network/20-b.network': any,
        '20-b.network': any,
        '10-c.network': any,
        '30-x.netdev': netdev('x', 'dummy'),
        'notes.txt': any,
      }),
    ).toEqual([
      '/usr/lib/systemd/network/05-a.network',
      '/etc/systemd/network/10-c.network',
      '/etc/systemd/network/20-b.network',
    ]);
  });

  it('an empty file masks those of its name, drop-ins come by their names from all folders', () => {
    expect(
      namesOf({
        '10-a.network': '',
        '/usr/lib/systemd/network/10-a.network': network('Name=*'),
        '/usr/lib/systemd/network/20-b.network': network('Name=*'),
        '/usr/lib/systemd/network/20-b.network.d/20-x.conf': '[Network]\nDHCP=no\n',
        '/usr/lib/systemd/network/20-b.network.d/30-y.conf': '[Network]\nDHCP=no\n',
        '20-b.network.d/10-z.conf': '[Network]\nDHCP=no\n',
        '20-b.network.d/30-y.conf': '',
      }),
    ).toEqual([
      '/usr/lib/systemd/network/20-b.network /etc/systemd/network/20-b.network.d/10-z.conf /usr/lib/systemd/network/20-b.network.d/20-x.conf',
    ]);
  });
});

describe('devices that networks name', () => {
  const files: Files = {
    '10-br0.netdev': netdev('br0', 'bridge'),
    '10-vlan7.netdev': `${netdev('vlan7', 'vlan')}\n[VLAN]\nId=7\n`,
    '10-gre.netdev': `${netdev('gre7', 'gre')}\n[Tunnel]\nRemote=192.0.2.1\n`,
    '20-lan.network': network('Name=enp3s0', 'Bridge=br0\nVLAN=vlan7\nTunnel=gre7'),
    '30-wrong.network': network('Name=enp4s0', 'Bridge=vlan7\nVLAN=vlan7 vlan8'),
  };

  it('there is nothing to say of those that are made', () => expect(foundIn('20-lan.network', files)).toEqual([]));

  it('one of another kind, or of none, is ignored by networkd', () =>
    expect(foundIn('30-wrong.network', files)).toEqual([
      'warning netdev-unknown 5: 10-vlan7.netdev makes "vlan7" with Kind=vlan, and Bridge= takes a device of Kind=bridge; systemd-networkd ignores it here.',
      'warning netdev-unknown 6: There is no .netdev file that makes "vlan8"; systemd-networkd ignores it here. It needs a .netdev file with Name=vlan8 and Kind=vlan.',
    ]));

  it('where other files may come from elsewhere that is an information', () =>
    expect(foundIn('30-wrong.network', files, { areAll: false })[1]).toBe(
      'info netdev-unknown 6: No .netdev file beside this one makes "vlan8"; where systemd-networkd finds none, it ignores the name. It needs a .netdev file with Name=vlan8 and Kind=vlan.',
    ));

  it('of two files that make one device the second is ignored', () => {
    const two = { ...files, '20-br0.netdev': netdev('br0', 'dummy') };
    expect(foundIn('10-br0.netdev', two)).toEqual([]);
    expect(foundIn('20-br0.netdev', two)).toEqual([
      'warning netdev-name-taken 2: 10-br0.netdev, which is read before this file, makes a device called "br0"; systemd-networkd ignores this file. Give one of them another name.',
    ]);
  });

  it('says nothing of a file alone', () =>
    expect(
      foundIn('30-wrong.network', { '30-wrong.network': files['30-wrong.network']! }, { areAll: false }),
    ).toHaveLength(3));
});

describe('a file that an earlier one hides', () => {
  const hidden = (earlier: string, later: string, kind = 'network'): boolean => {
    const rest = kind === 'network' ? '[Network]\nDHCP=yes\n' : '[Link]\nWakeOnLan=magic\n';
    const files = { [`10-a.${kind}`]: `[Match]\n${earlier}\n${rest}`, [`20-b.${kind}`]: `[Match]\n${later}\n${rest}` };
    expect(foundIn(`10-a.${kind}`, files).filter((text) => text.includes('match-hidden'))).toEqual([]);
    return foundIn(`20-b.${kind}`, files).some((text) => text.startsWith('info match-hidden 1:'));
  };

  it.each([
    ['Name=*', 'Name=eth0', true],
    ['Name=eth*', 'Name=eth0', true],
    ['Name=eth0', 'Name=eth*', false],
    ['Name=eth* en*', 'Name=enp3s0 eth1', true],
    ['Name=!wl*', 'Name=eth0', true],
    ['Name=!wl*', 'Name=wlan0', false],
    ['Name=*', 'Type=ether', true],
    ['Name=*', 'Driver=e1000e', true],
    ['Type=ether', 'Name=eth0', false],
    ['Type=ether', 'Type=ether\nName=eth0', true],
    ['Type=ether\nName=en*', 'Name=enp3s0', false],
    ['Type=ether wlan\nName=en*', 'Type=ether\nName=enp3s0', true],
    ['Type=!wlan', 'Type=ether', true],
    // An interface without a kind fits Kind=!vlan, and none of Kind=*.
    ['Kind=*', 'Kind=!vlan', false],
    ['Kind=*', 'Name=eth0', false],
    ['Kind=!vlan', 'Kind=!vlan !bond', true],
    ['MACAddress=00:11:22:33:44:55 00:11:22:33:44:66', 'MACAddress=00-11-22-33-44-66', true],
    ['MACAddress=00:11:22:33:44:55', 'MACAddress=00:11:22:33:44:66', false],
    ['MACAddress=00:11:22:33:44:55', 'Name=eth0', false],
    ['Property=ID_BUS=pci', 'Property=ID_BUS=pci ID_X=1', true],
    ['Property=ID_BUS=pci ID_X=1', 'Property=ID_BUS=pci', false],
    ['Name=*\nHost=web', 'Name=eth0', false],
    ['Name=*\nHost=web', 'Name=eth0\nHost=web', true],
    ['Name=*\nHost=web', 'Name=eth0\nHost=mail', false],
    ['Host=web', 'Name=eth0\nHost=web', true],
    ['SSID=home', 'SSID=home\nName=wlan0', true],
    ['SSID=*', 'SSID=home', false],
    ['Name=*\nName=', 'Name=eth0', false],
    ['Name=eth0\nName=eth1', 'Name=eth1', true],
    ['Name=eth0 !eth0', 'Name=!eth0', false],
    ['Name=/bad/', 'Name=eth0', false],
    ['Name=e[[:alpha:]]*', 'Name=eth0', false],
    ['Unknown=1\nName=*', 'Name=eth0', true],
  ])('%j before %j: %s', (earlier, later, expected) => expect(hidden(earlier, later)).toBe(expected));

  it.each([
    ['OriginalName=*', 'MACAddress=00:11:22:33:44:55', true],
    ['OriginalName=*', 'OriginalName=eth0', true],
    ['MACAddress=00:11:22:33:44:55', 'OriginalName=*', false],
  ])('links: %j before %j: %s', (earlier, later, expected) => expect(hidden(earlier, later, 'link')).toBe(expected));

  it('takes drop-ins for a part of the file', () => {
    const files = {
      '10-a.network': network('Name=*'),
      '10-a.network.d/less.conf': '[Match]\nName=\nName=wl*\n',
      '20-b.network': network('Name=eth0'),
    };
    expect(foundIn('20-b.network', files)).toEqual([]);
    expect(foundIn('20-b.network', { ...files, '10-a.network.d/less.conf': '' })).toHaveLength(1);
  });

  it('does not count a file that networkd refuses', () =>
    expect(
      foundIn('20-b.network', { '10-a.network': '[Match]\nName=*\n[Network\n', '20-b.network': network('Name=eth0') }),
    ).toEqual([]));

  it('says which file it is, and what to do', () =>
    expect(
      foundIn('99-mine.link', {
        '99-mine.link': '[Match]\nMACAddress=00:11:22:33:44:55\n[Link]\nName=lan0\n',
        '/usr/lib/systemd/network/99-default.link': '[Match]\nOriginalName=*\n[Link]\nNamePolicy=keep kernel\n',
      }),
    ).toEqual([
      'info match-hidden 1: This file is never used: 99-default.link, which is read before it, is for all interfaces, and so for every interface this file is for. The first file that fits an interface counts; give this one a name that sorts before 99-default.link.',
    ]));
});
