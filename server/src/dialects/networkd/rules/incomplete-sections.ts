import type { FileRule } from '../../../engine/rule.ts';
import { listWords } from '../../../values/problem.ts';
import { hasLine, type Settings, settingsOf } from '../../settings.ts';

/** Of each list one key at least. */
const NEEDED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Address: [['Address', 'Peer']],
  Neighbor: [['Address'], ['LinkLayerAddress', 'MACAddress']],
  IPv6AddressLabel: [['Label'], ['Prefix']],
  Route: [['Gateway', 'Destination', 'Source', 'PreferredSource']],
  BridgeMDB: [['MulticastGroupAddress']],
  DHCPServerStaticLease: [['Address'], ['MACAddress']],
  'SR-IOV': [['VirtualFunction']],
  EnhancedTransmissionSelection: [['Bands', 'StrictBands', 'QuantumBytes']],
  HierarchyTokenBucketClass: [['Rate']],
  TokenBucketFilter: [['Rate'], ['BurstBytes', 'Burst'], ['LimitBytes', 'LimitSize', 'LatencySec']],
  L2TPSession: [['Name'], ['SessionId'], ['PeerSessionId']],
  WireGuardPeer: [['PublicKey', 'PublicKeyFile']],
  MACsecReceiveChannel: [['MACAddress'], ['Port']],
  MACsecTransmitAssociation: [['PacketNumber'], ['Key', 'KeyFile']],
  MACsecReceiveAssociation: [['Key', 'KeyFile']],
};

/** Names that older files have for a key. */
const OLD = ['MACAddress', 'Burst', 'LimitSize'];

const withEquals = (key: string): string => `${key}=`;

/** What a section lacks, as a sentence. */
export function missingIn(section: string, settings: Settings): string | undefined {
  const needed = NEEDED[section]?.find((keys) => !keys.some((key) => settings.has(key)));
  if (!needed) return undefined;
  const named = needed.filter((key, index) => index === 0 || !OLD.includes(key)).map(withEquals);
  return named.length === 1
    ? `[${section}] has no ${named[0]}; systemd ignores the section. Write ${named[0]}, or take the section out.`
    : `[${section}] has none of ${listWords(named, 'and')}; systemd ignores the section. Write one of them, or take the section out.`;
}

/** The verification of each section in src/network: `route_section_verify()`, `neighbor_section_verify()` and their like. */
export const incompleteSections: FileRule = {
  id: 'section-incomplete',
  scope: 'file',
  docs: {
    what: 'A section of a .network, .netdev or .link file without a key that it needs.',
    severities: ['warning'],
    why: 'A section such as [Route] or [Neighbor] makes one thing. Without the keys that say which, systemd-networkd ignores all of it, and reads the rest of the file.',
    bad: '[Match]\nName=en*\n[Neighbor]\nAddress=192.168.1.2',
    good: '[Match]\nName=en*\n[Neighbor]\nAddress=192.168.1.2\nLinkLayerAddress=00:11:22:33:44:55',
    manual: ['systemd.network(5)', 'systemd.netdev(5)'],
  },
  check({ source, sections }, report) {
    if (source.identity.isSource) return;
    for (const judged of sections) {
      const { section } = judged;
      if (!Object.hasOwn(NEEDED, section.name) || !hasLine(judged)) continue;
      const message = missingIn(section.name, settingsOf([judged]));
      if (message) report({ ...section.header.nameSpan, severity: 'warning', message, section: section.name });
    }
  },
};
