import { readWord } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { faultAt, quoted } from '../consequence.ts';
import { type Located, wordWithin } from '../located.ts';
import { nameOf } from '../problem.ts';
import type { ValueContext, ValueProblem } from '../value-type.ts';
import { parseUnsigned } from './port-numbers.ts';

/** The netlink families systemd has names for (src/basic/socket-util.c), with what netlink(7) says they carry. */
export const netlinkFamilies: Readonly<Record<string, string>> = {
  route: 'routes, links, addresses and neighbours',
  firewall: 'packets from the old IPv4 firewall',
  'inet-diag': 'monitoring of internet sockets',
  nflog: 'log of netfilter',
  xfrm: 'IPsec',
  selinux: 'events of SELinux',
  iscsi: 'Open-iSCSI',
  audit: 'auditing',
  'fib-lookup': 'look-ups in the routing table',
  connector: 'the kernel connector',
  netfilter: 'netfilter',
  'ip6-fw': 'packets from the old IPv6 firewall',
  dnrtmsg: 'DECnet routing messages',
  'kobject-uevent': 'kernel events about devices, as udev gets them',
  generic: 'generic netlink',
  scsitransport: 'SCSI transports',
  ecryptfs: 'eCryptfs',
  rdma: 'InfiniBand',
};

const INT_MAX = 2_147_483_647;
const UINT_MAX = 4_294_967_295;

/** `FAMILY [GROUP]`, as `socket_address_parse_netlink()` of src/shared/socket-netlink.c reads it. */
export function checkNetlink(value: Located, context: ValueContext): ValueProblem[] {
  const { word, next } = readWord(value.text, 0);
  const family = word?.text ?? '';
  if (!Object.hasOwn(netlinkFamilies, family) && typeof parseUnsigned(family, INT_MAX) !== 'number') {
    const guess = nearest(family, Object.keys(netlinkFamilies));
    return [
      faultAt(word ? wordWithin(value, word).span() : value.span(), {
        rule: 'value-invalid',
        consequence: 'ignored',
        what: `Unknown netlink family ${quoted(family)} for ${nameOf(context)}`,
        remedy: guess ? `Did you mean ${guess}?` : 'Write one such as route, kobject-uevent or audit, or its number.',
        replacement: guess,
      }),
    ];
  }
  const group = value.text.slice(next);
  if (group === '' || typeof parseUnsigned(group, UINT_MAX) === 'number') return [];
  return [
    faultAt(value.span(next), {
      rule: 'value-invalid',
      consequence: 'ignored',
      what: `The multicast group after the netlink family is a number, and ${quoted(group)} is not`,
    }),
  ];
}
