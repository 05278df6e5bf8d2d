import { readWord } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { since } from '../changes.ts';
import { type Located, wordWithin } from '../located.ts';
import { faultAt, nameOf, quoted } from '../problem.ts';
import { byteLength } from '../resolve.ts';
import type { ValueContext, ValueProblem } from '../value-type.ts';
import { isIPv4, isIPv6, parsePort, parseUnsigned } from './address.ts';
import { interfaceFault } from './interface-name.ts';

/** What a socket listens on, as systemd reads `ListenStream=` and its like. */
export type SocketAddress =
  | { readonly family: 'unix'; readonly path: string; readonly abstract: boolean }
  | { readonly family: 'vsock'; readonly cid: string; readonly port: string; readonly type: string }
  | {
      readonly family: 'inet' | 'inet6';
      readonly host: string | undefined;
      readonly port: number;
      readonly zone: string | undefined;
    };

interface AddressFault {
  readonly fault: string;
}

const fault = (text: string): AddressFault => ({ fault: text });

const UINT32_MAX = 4_294_967_295;
/** sizeof(sun_path) of unix(7), less the NUL or the byte in front of an abstract name. */
const SUN_PATH_MAX = 107;

/** Reads an address as `socket_address_parse()` (src/shared/socket-netlink.c) does; specifiers are expanded already. */
export function parseSocketAddress(text: string, version: number): SocketAddress | AddressFault {
  if (text.startsWith('/') || text.startsWith('@')) return unixAddress(text);
  const vsock = /^vsock(-\w*)?:/.exec(text);
  if (vsock) return vsockAddress(text.slice(vsock[0].length), vsock[1], version);
  const port = parsePort(text);
  if (port === 'range') return fault('is not a port: ports go from 1 to 65535');
  if (port !== undefined) return { family: 'inet6', host: undefined, port, zone: undefined };
  return internetAddress(text, version);
}

function unixAddress(text: string): SocketAddress | AddressFault {
  const abstract = text.startsWith('@');
  if (text.length === 1)
    return fault(abstract ? 'does not name a socket: write a name after the @' : 'is a directory, not a socket');
  const length = byteLength(text);
  if (length > SUN_PATH_MAX) return fault(`has ${length} bytes; the path of a socket has room for ${SUN_PATH_MAX}`);
  return { family: 'unix', path: text, abstract };
}

const VSOCK_TYPES = ['-stream', '-dgram', '-seqpacket'];

function vsockAddress(rest: string, type: string | undefined, version: number): SocketAddress | AddressFault {
  if (type !== undefined && !VSOCK_TYPES.includes(type))
    return fault('has an unknown kind of vsock: write vsock, vsock-stream, vsock-dgram or vsock-seqpacket');
  if (type !== undefined && !since(version, 'vsock has kinds'))
    return fault(`names a kind of vsock, which is newer than systemd ${version}`);
  const colon = rest.indexOf(':');
  if (colon < 0) return fault('lacks the port: write vsock:CID:PORT');
  const [cid, port] = [rest.slice(0, colon), rest.slice(colon + 1)];
  const anyCid = cid === '' || (since(version, 'any CID has a name') && (cid === 'any' || cid === '-1'));
  if (!anyCid && typeof parseUnsigned(cid, UINT32_MAX) !== 'number')
    return fault(`has no valid CID ${quoted(cid)}: write a number, or nothing for any`);
  if (typeof parseUnsigned(port, UINT32_MAX) !== 'number')
    return fault(`has no valid vsock port ${quoted(port)}: write a number`);
  return { family: 'vsock', cid, port, type: `vsock${type ?? ''}` };
}

function internetAddress(text: string, version: number): SocketAddress | AddressFault {
  if (text.includes('#')) return fault('cannot have a server name after #');
  const percent = text.indexOf('%');
  const zone = percent < 0 ? undefined : text.slice(percent + 1);
  // The interface may be given by number, too, and has to exist on the machine.
  if (zone !== undefined && interfaceFault(zone, true, version) && !/^\d+$/.test(zone))
    return fault(`does not name an interface after %: ${quoted(zone)}`);
  const address = percent < 0 ? text : text.slice(0, percent);
  const colon = address.lastIndexOf(':');
  const port = address.slice(colon + 1);
  if (address.startsWith('[')) return bracketed(address, colon, port, { zone, version });
  if (colon < 0) return fault(isIPv4(address) ? 'lacks the port' : hint(address));
  if (isIPv6(address)) return fault('needs brackets around the IPv6 address and a port after them');
  const host = address.slice(0, colon);
  if (!isIPv4(host)) return fault(hint(host));
  return withPort('inet', host, port, { zone, version });
}

interface Around {
  readonly zone: string | undefined;
  readonly version: number;
}

function bracketed(address: string, colon: number, port: string, around: Around): SocketAddress | AddressFault {
  if (address.endsWith(']')) return fault('lacks the port after the brackets');
  if (colon < 0 || address[colon - 1] !== ']') return fault('has no : between the brackets and the port');
  const host = address.slice(1, colon - 1);
  return isIPv6(host)
    ? withPort('inet6', host, port, around)
    : fault(`has no valid IPv6 address in its brackets: ${quoted(host)}`);
}

function withPort(
  family: 'inet' | 'inet6',
  host: string,
  text: string,
  { zone, version }: Around,
): SocketAddress | AddressFault {
  const isOdd = /^[ \t]/.test(text) && since(version, 'ports begin with a digit');
  const port = isOdd ? undefined : parsePort(text);
  if (port === undefined || port === 'range')
    return fault(`has no valid port ${quoted(text)}: ports are numbers from 1 to 65535`);
  return { family, host, port, zone };
}

function hint(host: string): string {
  if (host === '*' || host === '')
    return 'has no address before the port: write the port alone to listen on every address';
  if (/^(tcp|udp|unix)$/i.test(host))
    return 'cannot have a protocol in front: ListenStream= is TCP, ListenDatagram= is UDP';
  if (/^[A-Za-z]/.test(host))
    return 'is not an address: systemd does not resolve host names here, and paths start with /';
  return 'is not an address systemd knows';
}

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
