import type { JudgedFile } from '../../../engine/judged-file.ts';
import { since } from '../../../values/changes.ts';
import { listWords } from '../../../values/problem.ts';
import { familyOf, type Settings, settingsIn } from '../../settings.ts';

interface Need {
  readonly section: string;
  /** Of each list one key at least. */
  readonly keys: readonly (readonly string[])[];
  /** What to write. */
  readonly example: string;
}

/** What a device of a kind cannot be made without; `config_verify()` of each in src/network/netdev. */
const NEEDS: Readonly<Record<string, Need>> = {
  vlan: { section: 'VLAN', keys: [['Id']], example: 'Id=10' },
  vxlan: { section: 'VXLAN', keys: [['VNI', 'Id', 'External']], example: 'VNI=10' },
  geneve: { section: 'GENEVE', keys: [['Id']], example: 'Id=10' },
  bareudp: { section: 'BareUDP', keys: [['DestinationPort'], ['EtherType']], example: 'DestinationPort=6635' },
  wlan: { section: 'WLAN', keys: [['Type']], example: 'Type=station' },
  veth: { section: 'Peer', keys: [['Name']], example: 'Name=veth-peer' },
  vxcan: { section: 'VXCAN', keys: [['Peer']], example: 'Peer=vxcan-peer' },
  xfrm: { section: 'Xfrm', keys: [['InterfaceId']], example: 'InterfaceId=1' },
  hsr: { section: 'HSR', keys: [['Ports']], example: 'Ports=eth0 eth1' },
  l2tp: {
    section: 'L2TP',
    keys: [['Remote'], ['TunnelId'], ['PeerTunnelId']],
    example: 'Remote=192.168.1.2',
  },
};

const withEquals = (key: string): string => `${key}=`;

const OF_IPV4 = ['ipip', 'sit', 'gre', 'gretap', 'erspan', 'vti'];
const OF_IPV6 = ['ip6gre', 'ip6gretap', 'vti6', 'ip6tnl'];

interface Refusal {
  readonly section: string;
  readonly message: string;
}

const WHOLE = 'systemd-networkd ignores the whole file';

/** A tunnel whose first address is of the other family. */
function misdirected(kind: string, tunnel: Settings): string | undefined {
  const family = OF_IPV4.includes(kind) ? 'ipv4' : OF_IPV6.includes(kind) ? 'ipv6' : undefined;
  const address = [tunnel.get('Local'), tunnel.get('Remote')].find((text) => text !== undefined && /[.:]/.test(text));
  if (family === undefined || address === undefined || familyOf(address) === family) return undefined;
  const wanted = family === 'ipv4' ? 'IPv4' : 'IPv6';
  return `A tunnel of Kind=${kind} is between ${wanted} addresses, not ${address}; ${WHOLE}. Write ${wanted} addresses, or another kind.`;
}

function ofTunnel(kind: string, tunnel: Settings, version: number): string | undefined {
  if (kind === 'ip6tnl' && !tunnel.has('Mode') && !since(version, 'ip6tnl has a mode'))
    return `A device of Kind=ip6tnl needs Mode= in [Tunnel]; ${WHOLE}. Write Mode=any.`;
  return misdirected(kind, tunnel);
}

function ofFou(settings: Settings): string | undefined {
  const [here, missing] = settings.has('Peer') ? ['Peer', 'PeerPort'] : ['PeerPort', 'Peer'];
  if (settings.has(here) && !settings.has(missing))
    return `${here}= goes with ${missing}=, which is not there; ${WHOLE}. Write ${missing}= as well.`;
  const isGue = settings.get('Encapsulation') === 'GenericUDPEncapsulation';
  if (isGue !== settings.has('Protocol')) return undefined;
  return isGue
    ? `Encapsulation=GenericUDPEncapsulation does not go with Protocol=; ${WHOLE}. Take Protocol= out.`
    : `A device of Kind=fou needs Protocol= in [FooOverUDP]; ${WHOLE}. Write Protocol=ipip or the like.`;
}

function ofVxlan(settings: Settings): string | undefined {
  return settings.has('Group') && settings.has('Remote')
    ? `A VXLAN has Group= or Remote=, not both; ${WHOLE}. Take one of them out.`
    : undefined;
}

/** Why no device of the kind is made, as a sentence; undefined when nothing is wrong. */
export function refusalOf(kind: string, file: JudgedFile): Refusal | undefined {
  const missing = missingOf(kind, file);
  if (missing) return missing;
  const [section, message] =
    kind === 'fou'
      ? ['FooOverUDP', ofFou(settingsIn(file, 'FooOverUDP'))]
      : kind === 'vxlan'
        ? ['VXLAN', ofVxlan(settingsIn(file, 'VXLAN'))]
        : ['Tunnel', ofTunnel(kind, settingsIn(file, 'Tunnel'), file.version)];
  return message === undefined ? undefined : { section, message };
}

function missingOf(kind: string, file: JudgedFile): Refusal | undefined {
  const need = Object.hasOwn(NEEDS, kind) ? NEEDS[kind] : undefined;
  if (!need) return undefined;
  const settings = settingsIn(file, need.section);
  const isThere = (key: string): boolean =>
    settings.has(key) && (key !== 'Ports' || settings.get(key)!.trim().includes(' '));
  const missing = need.keys.find((keys) => !keys.some(isThere));
  if (!missing) return undefined;
  const named = listWords(missing.map(withEquals), 'or');
  const message = `A device of Kind=${kind} needs ${named} in [${need.section}]; ${WHOLE}. Write ${need.example} or the like.`;
  return { section: need.section, message };
}
