import { addressFamilies as addressFamilyNames } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';
import { nearest } from '../../text/edit-distance.ts';
import { since } from '../changes.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { checkWords, completeWord, describeWord, type ListForm } from '../word-list.ts';

/** Address families one meets in services, with what they are for; address_families(7). */
const common: Readonly<Record<string, string>> = {
  AF_UNIX: 'sockets on this machine: D-Bus, the journal, most daemons',
  AF_INET: 'IPv4',
  AF_INET6: 'IPv6',
  AF_NETLINK: 'talking to the kernel: interfaces, routes, udev',
  AF_PACKET: 'raw packets of an interface: DHCP clients, sniffers',
  AF_LOCAL: 'another name of AF_UNIX',
  AF_FILE: 'another name of AF_UNIX',
  AF_ROUTE: 'another name of AF_NETLINK',
  AF_KEY: 'keys of IPsec',
  AF_BRIDGE: 'bridges between interfaces',
  AF_PPPOX: 'PPP over Ethernet and L2TP',
  AF_LLC: 'link control of IEEE 802.2',
  AF_IB: 'InfiniBand',
  AF_MPLS: 'label switching (MPLS)',
  AF_RXRPC: 'remote calls of AFS',
  AF_IEEE802154: 'low-power radio of IEEE 802.15.4',
  AF_NFC: 'near-field communication',
  AF_KCM: 'messages over TCP in the kernel',
  AF_APPLETALK: 'AppleTalk',
  AF_AX25: 'amateur radio',
  AF_IPX: 'Novell IPX',
  AF_X25: 'X.25',
  AF_VSOCK: 'virtual machine and host',
  AF_BLUETOOTH: 'Bluetooth',
  AF_CAN: 'controller area network of cars and machines',
  AF_ALG: 'cryptography of the kernel',
  AF_XDP: 'fast packets by XDP',
  AF_TIPC: 'TIPC clusters',
  AF_RDS: 'reliable datagrams',
  AF_QIPCRTR: 'Qualcomm IPC router',
  AF_SMC: 'shared memory over RDMA',
  AF_MCTP: 'management component transport',
};

const rows = rowsOf(addressFamilyNames);

const families: readonly string[] = rows.map(([name]) => name!);

/** In capitals, and since when systemd knows them. */
const known = new Map(rows.map(([name, , from]) => [name!.toUpperCase(), Number(from || 0)]));

const isKnown = (name: string, version: number): boolean => (known.get(name.toUpperCase()) ?? Infinity) <= version;

const FORM: ListForm = { unquote: true, invert: true };

const items: readonly Candidate[] = families.map((label) => ({ label, kind: 'value', detail: common[label] }));

/** `RestrictAddressFamilies=`. */
export const addressFamilies: ValueType = {
  parsers: ['config_parse_address_families'],
  repeats: 'extends',
  check(text, context) {
    if (text === 'none' && since(context.version, 'no address family')) return [];
    const problems = checkWords(text, FORM, context, (word) =>
      isKnown(word.text, context.version) ? [] : [unknown(word.text, word, context)],
    );
    return since(context.version, 'one bad address family costs the line') ? problems.slice(0, 1) : problems;
  },
  complete: (text, offset) => {
    const none: Candidate = { label: 'none', kind: 'keyword', detail: 'no sockets at all' };
    return completeWord(text, offset, FORM, text.trim() === '' || 'none'.startsWith(text) ? [none, ...items] : items);
  },
  describe(text, offset) {
    if (text === 'none') return { ...whole(text), markdown: 'The service can create no sockets at all.' };
    return describeWord(text, offset, FORM, (word) => {
      const name = word.toUpperCase();
      return known.has(name) ? `**${name}**: ${common[name] ?? 'sockets of a protocol few services need'}.` : undefined;
    });
  },
  signature: () => ({
    label: '[~]FAMILY …',
    parameters: [
      {
        label: '[~]',
        documentation: 'Lists families that are refused, instead of those allowed; only in front of the whole list.',
      },
      {
        label: 'FAMILY',
        documentation: 'An address family such as AF_UNIX, AF_INET, AF_INET6 or AF_NETLINK; or none alone.',
      },
    ],
    active: (text, offset) => (offset === 0 && !text.startsWith('~') ? 0 : 1),
  }),
};

function unknown(name: string, at: { start: number; end: number }, context: ValueContext): ValueProblem {
  const bare = `AF_${name.toUpperCase()}`;
  const guess = isKnown(bare, context.version) ? bare : name.includes(',') ? undefined : nearest(name, families);
  return faultAt(at, {
    rule: 'value-invalid',
    consequence: since(context.version, 'one bad address family costs the line') ? 'ignored' : 'entry',
    what: `Unknown address family ${quoted(name)} for ${nameOf(context)}`,
    remedy: remedyFor(name, guess),
    replacement: guess,
  });
}

function remedyFor(name: string, guess: string | undefined): string {
  if (name === 'none') return 'The word none stands alone.';
  if (name.startsWith('~')) return 'A ~ stands only in front of the whole list.';
  if (name.includes(',')) return 'Put spaces, not commas, between families.';
  return guess ? `Did you mean ${guess}?` : 'Write families such as AF_UNIX, AF_INET and AF_INET6.';
}
