import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIPv6 } from '../../../server/src/values/net/address.ts';
import { explainAddress } from '../../../server/src/values/net/explain-address.ts';
import { explainHardware } from '../../../server/src/values/net/explain-hardware.ts';
import { explainInterface } from '../../../server/src/values/net/explain-interface.ts';

describe('an address', () => {
  it.each([
    [
      '192.168.1.10/24',
      '`192.168.1.10/24` · IPv4 · private: free to use inside, not routed in the internet (RFC 1918)\n\nNetwork `192.168.1.0/24`: `192.168.1.0` to `192.168.1.255`, 254 hosts. Netmask `255.255.255.0`.',
    ],
    [
      '10.0.0.0/31',
      '`10.0.0.0/31` · IPv4 · private: free to use inside, not routed in the internet (RFC 1918)\n\nNetwork `10.0.0.0/31`: `10.0.0.0` to `10.0.0.1`, 2 hosts. Netmask `255.255.255.254`.',
    ],
    [
      '0.0.0.0/0',
      '`0.0.0.0/0` · IPv4 · no address yet, or every one (RFC 1122)\n\nNetwork `0.0.0.0/0`: `0.0.0.0` to `255.255.255.255`, 4,294,967,294 hosts. Netmask `0.0.0.0`.',
    ],
    [
      '203.0.113.7/32',
      '`203.0.113.7/32` · IPv4 · for documentation; nobody has such an address (RFC 5737)\n\nAll bits are its own: this one address.',
    ],
    [
      'fd12:3456::1/64',
      '`fd12:3456::1/64` · IPv6 · unique local: free to use inside, not routed in the internet (RFC 4193)\n\nNetwork `fd12:3456::/64`: `fd12:3456::` to `fd12:3456::ffff:ffff:ffff:ffff`, 2^64 addresses.',
    ],
    [
      '2001:db8::/120',
      '`2001:db8::/120` · IPv6 · for documentation; nobody has such an address (RFC 3849)\n\nNetwork `2001:db8::/120`: `2001:db8::` to `2001:db8::ff`, 256 addresses.',
    ],
  ])('%s', (text, expected) => expect(explainAddress(text)).toBe(expected));

  it.each([
    ['8.8.8.8', 'IPv4 · public: reached from everywhere'],
    ['169.254.3.4', 'link-local'],
    ['100.64.1.1', 'shared'],
    ['127.0.0.53', 'loopback'],
    ['224.0.0.251', 'multicast on one link'],
    ['232.1.1.1', 'multicast: a group of hosts'],
    ['255.255.255.255', 'broadcast'],
    ['250.0.0.1', 'reserved'],
    ['::', 'no address yet'],
    ['::1', 'loopback'],
    ['fe80::1', 'link-local'],
    ['fc00::1', 'unique local, of a part'],
    ['2a01:4f8::1', 'global'],
    ['ff02::fb', 'multicast on one link'],
    ['::ffff:10.0.0.1', 'an IPv4 address written as IPv6'],
    ['64:ff9b::192.0.2.1', 'behind NAT64'],
    ['1000::', 'IPv6 · reserved (RFC 4291)'],
  ])('%s is %s', (text, expected) => expect(explainAddress(text)).toContain(expected));

  it('remarks on bits behind the prefix where a network is meant', () => {
    const remark = 'Bits behind the prefix are set, and count for nothing: this is `192.168.1.0/24`.';
    expect(explainAddress('192.168.1.10/24', { isNetwork: true })).toContain(remark);
    expect(explainAddress('192.168.1.0/24', { isNetwork: true })).not.toContain('Bits');
    expect(explainAddress('192.168.1.10/24')).not.toContain('Bits');
  });

  it.each(['', 'foo', '10.0.0.1/33', '10.0.0.1/', '::/129', '10.0.0.1/x', '1.2.3', '1:2'])('%j is none', (text) =>
    expect(explainAddress(text)).toBeUndefined(),
  );

  it('shows networks as addresses that are read again, and are in themselves', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => (value % 3 === 0 ? '0' : value.toString(16)));
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 8, maxLength: 8 }),
        fc.integer({ min: 0, max: 127 }),
        (groups, length) => {
          const network = /Network `([^/]*)\/\d+`: `([^`]*)`/.exec(explainAddress(`${groups.join(':')}/${length}`)!)!;
          expect(isIPv6(network[1]!)).toBe(true);
          expect(network[2]).toBe(network[1]);
          expect(explainAddress(`${network[1]}/${length}`)).toContain(`Network \`${network[1]}/${length}\``);
          // The form that URL parsers give an address is the short one of RFC 5952.
          expect(new URL(`http://[${network[1]}]/`).hostname).toBe(`[${network[1]}]`);
        },
      ),
    );
  });
});

describe('a hardware address', () => {
  it.each([
    [
      '00:1B:21:33:44:55',
      '`00:1b:21:33:44:55` · hardware address · one card\n\nThe address was given by the maker, whose part is `00:1b:21`.',
    ],
    [
      '02-00-00-00-00-01',
      '`02:00:00:00:00:01` · hardware address · one card\n\nThe address was given locally, by software or an administrator.',
    ],
    [
      '0100.5e00.00fb',
      '`01:00:5e:00:00:fb` · hardware address · multicast: a group of cards, and the address of none\n\nThe address was given by the maker, whose part is `01:00:5e`.',
    ],
    ['ff:ff:ff:ff:ff:ff', '`ff:ff:ff:ff:ff:ff` · hardware address · broadcast: every card of the link'],
    ['00:00:00:00:00:00', '`00:00:00:00:00:00` · hardware address · no card has it'],
    ['00:11:22', undefined],
    ['none', undefined],
  ])('%s', (text, expected) => expect(explainHardware(text)).toBe(expected));
});

describe('the name of an interface', () => {
  it.each([
    ['enp3s0', 'Ethernet, PCI bus 3, slot 0.'],
    ['enp0s31f6', 'Ethernet, PCI bus 0, slot 31, function 6.'],
    ['enP2p1s0', 'Ethernet, PCI domain 2, PCI bus 1, slot 0.'],
    ['eno1', 'Ethernet, number 1 of those built into the board.'],
    ['ens3', 'Ethernet, hotplug slot 3.'],
    ['ens2f0np0', 'Ethernet, hotplug slot 2, function 0, port p0.'],
    ['enx001b21334455', 'Ethernet, with the hardware address 00:1b:21:33:44:55.'],
    ['enp0s20u1u2i1', 'Ethernet, PCI bus 0, slot 20, USB port 1, USB port 2, USB interface 1.'],
    ['wlp2s0', 'wireless, PCI bus 2, slot 0.'],
    ['eth0', 'an Ethernet interface by the kernel’s own name, which may be another after each boot.'],
    ['lo', 'the loopback interface, which stays on this machine.'],
    ['ve-web', 'the host’s side of a veth pair of a container of systemd-nspawn.'],
    ['en*', 'every interface whose name begins so: Ethernet.'],
    ['enp*', 'every interface whose name begins so: Ethernet, at a place of the PCI bus.'],
    ['wl*', 'every interface whose name begins so: wireless.'],
    ['*', 'every interface.'],
  ])('%s', (name, expected) => expect(explainInterface(name)).toBe(`\`${name}\`: ${expected}`));

  it.each(['br0', 'vlan10', 'english', 'enemy0', 'enp', 'enp3', 'en?3', 'wlan', 'slow0', 'mcast'])(
    '%s tells nothing',
    (name) => expect(explainInterface(name)).toBeUndefined(),
  );
});
