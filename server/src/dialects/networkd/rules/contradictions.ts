import type { JudgedSection } from '../../../engine/judged-file.ts';
import type { FileRule } from '../../../engine/rule.ts';
import { since } from '../../../values/changes.ts';
import { isIPv6 } from '../../../values/net/address.ts';
import { parseInteger, UINT } from '../../../values/numbers/integer.ts';
import { familyOf, hasLine, isNo, isYes, type Settings, settingsOf } from '../../settings.ts';
import { CURRENT } from '../values/current.ts';
import { isEthernet } from '../values/hardware.ts';
import { repeatedQueues } from './queues.ts';

/** What contradicts itself in a section, as a sentence with what systemd does about it. */
type Contradiction = (settings: Settings, version: number) => string | undefined;

const IGNORED = 'systemd-networkd ignores the section';

const familiesOf = (settings: Settings, keys: readonly string[]): Set<string> =>
  new Set(
    keys
      .flatMap((key) => settings.get(key) ?? [])
      .filter((text) => /[.:]/.test(text))
      .map(familyOf),
  );

const differ = (settings: Settings, first: string, second: string): string | undefined =>
  familiesOf(settings, [first, second]).size > 1
    ? `${first}= and ${second}= are of different families; systemd-networkd ignores the second of them. Write two of one family.`
    : undefined;

const number = (text: string | undefined): bigint => {
  const value = parseInteger(text ?? '0', UINT);
  return typeof value === 'bigint' ? value : 0n;
};

const ofAddress: Contradiction = (settings) => {
  const address = settings.get('Address');
  const broadcast = settings.get('Broadcast');
  if (address === undefined) return undefined;
  const mixed = differ(settings, 'Address', 'Peer');
  if (mixed) return mixed;
  if (familyOf(address) === 'ipv6' && settings.has('Label'))
    return 'Label= is for IPv4 addresses; systemd-networkd ignores it. Take it out.';
  if (broadcast === undefined || isYes(broadcast) || isNo(broadcast)) return undefined;
  if (familyOf(address) === 'ipv6')
    return 'An IPv6 address has no broadcast address; systemd-networkd ignores Broadcast=. Take it out.';
  return settings.has('Peer')
    ? 'An address with Peer= has no broadcast address; systemd-networkd ignores Broadcast=. Take one of them out.'
    : undefined;
};

const ofRoute: Contradiction = (settings, version) =>
  since(version, CURRENT) &&
  ['blackhole', 'unreachable', 'prohibit', 'throw'].includes(settings.get('Type') ?? '') &&
  (settings.has('Gateway') || settings.has('MultiPathRoute'))
    ? `A route of Type=${settings.get('Type')} leads nowhere and has no Gateway= or MultiPathRoute=; ${IGNORED}. Take one of them out.`
    : differ(settings, 'Destination', 'Source');

const ofTunnel: Contradiction = (settings) => differ(settings, 'Local', 'Remote');

const ofRule: Contradiction = (settings) => {
  const families = familiesOf(settings, ['From', 'To']);
  if (families.size > 1) return `From= and To= are of different families; ${IGNORED}. Write a section for each.`;
  const family = settings.get('Family');
  if (family === undefined || families.size === 0 || families.has(family)) return undefined;
  return `Family=${family} contradicts From= and To=; ${IGNORED}. Take Family= out: the addresses tell.`;
};

const ofNextHop: Contradiction = (settings, version) => {
  const gateway = settings.get('Gateway');
  const family = settings.get('Family');
  if (settings.has('Group') && (gateway !== undefined || family !== undefined))
    return `A group of next hops has no ${gateway ? 'Gateway=' : 'Family='}; ${IGNORED}. Take it out.`;
  if (isYes(settings.get('Blackhole')) && isYes(settings.get('OnLink')))
    return `A blackhole is not on the link; ${IGNORED}. Take OnLink= out.`;
  if (gateway === undefined) return undefined;
  if (isYes(settings.get('Blackhole'))) return `A blackhole has no Gateway=; ${IGNORED}. Take one of them out.`;
  return since(version, CURRENT) && family !== undefined && family !== familyOf(gateway)
    ? `Family=${family} contradicts Gateway=${gateway}; ${IGNORED}. Take Family= out: the address tells.`
    : undefined;
};

const ofBucket: Contradiction = (settings) => {
  if (settings.has('LatencySec') && (settings.has('LimitBytes') || settings.has('LimitSize')))
    return `LimitBytes= and LatencySec= say the same in two ways; ${IGNORED}. Take one of them out.`;
  return settings.has('PeakRate') && !settings.has('MTUBytes')
    ? `PeakRate= needs MTUBytes=; ${IGNORED}. Write MTUBytes= as well.`
    : undefined;
};

const ofQueues: Contradiction = (settings) =>
  number(settings.get('DefaultVirtualQueue')) >= number(settings.get('VirtualQueues'))
    ? `DefaultVirtualQueue= has to be less than VirtualQueues=, which counts from 1; ${IGNORED}. Write VirtualQueues=16.`
    : undefined;

const ofBands: Contradiction = (settings) => {
  const own = number(settings.get('Bands'));
  const used = number(settings.get('StrictBands')) + BigInt(settings.get('QuantumBytes')?.split(/\s+/).length ?? 0);
  if (own > 0 && own < used)
    return `Bands= counts all bands, those of StrictBands= and QuantumBytes= among them, and is too low; ${IGNORED}. Take Bands= out.`;
  const bands = own || used;
  const outside = settings
    .get('PriorityMap')
    ?.split(/\s+/)
    .find((band) => bands > 0 && number(band) >= bands);
  return outside === undefined
    ? undefined
    : `PriorityMap= names band ${outside}, and there are ${bands}, counted from 0; ${IGNORED}. Write lower numbers, or more bands.`;
};

/** `bridge_mdb_verify()` of src/network/networkd-bridge-mdb.c. */
const ofGroup: Contradiction = (settings) => {
  const group = settings.get('MulticastGroupAddress');
  if (group === undefined) return undefined;
  const wrong = (what: string, remedy: string): string =>
    `MulticastGroupAddress=${group} ${what}; ${IGNORED}. Write ${remedy} or the like.`;
  if (isEthernet(group)) {
    const byte = Number.parseInt(/^[^:.-]+/.exec(group)![0].slice(0, group.includes('.') ? -2 : undefined) || '0', 16);
    return byte & 1 ? undefined : wrong('is the address of one card, not of a group', '01:00:5e:01:02:03');
  }
  if (isIPv6(group)) {
    if (!/^ff/i.test(group)) return wrong('is no multicast address', 'ff05::3');
    return /^ff02:[0:]*:0*1$/i.test(group) ? wrong('is that of all machines on the link', 'ff05::3') : undefined;
  }
  const [first = 0, second, third] = group.split('.').map(Number);
  if (first < 224 || first > 239) return wrong('is no multicast address', '239.1.2.3');
  return first === 224 && second === 0 && third === 0 ? wrong('does not leave the link', '239.1.2.3') : undefined;
};

const CONTRADICTIONS: Readonly<Record<string, Contradiction>> = {
  Address: ofAddress,
  Route: ofRoute,
  RoutingPolicyRule: ofRule,
  NextHop: ofNextHop,
  Tunnel: ofTunnel,
  TokenBucketFilter: ofBucket,
  GenericRandomEarlyDetection: ofQueues,
  EnhancedTransmissionSelection: ofBands,
  BridgeMDB: ofGroup,
};

/** Why networkd ignores a section for what it says, as a sentence. */
export const contradictionIn = (judged: JudgedSection, version: number): string | undefined => {
  const { name } = judged.section;
  return Object.hasOwn(CONTRADICTIONS, name) && hasLine(judged)
    ? CONTRADICTIONS[name]!(settingsOf([judged]), version)
    : undefined;
};

/** The verification of each section in src/network, beyond what is missing. */
export const contradictions: FileRule = {
  id: 'section-contradiction',
  scope: 'file',
  docs: {
    what: 'Keys of one section of a .network file that cannot hold together.',
    severities: ['warning'],
    why: 'systemd-networkd looks at a section as a whole once it has read the file. What contradicts itself it ignores: one key, or the whole section.',
    bad: '[Match]\nName=en*\n[NextHop]\nId=1\nFamily=ipv6\nGateway=192.168.1.1',
    good: '[Match]\nName=en*\n[NextHop]\nId=1\nGateway=192.168.1.1\nOnLink=yes',
    manual: ['systemd.network(5)'],
  },
  check({ source, sections, version }, report) {
    if (source.identity.isSource) return;
    const counted: JudgedSection[] = [];
    for (const judged of sections) {
      const { section } = judged;
      const message = contradictionIn(judged, version);
      if (message) report({ ...section.header.nameSpan, severity: 'warning', message, section: section.name });
      else counted.push(judged);
    }
    for (const { section, message } of repeatedQueues(counted))
      report({ ...section.header.nameSpan, severity: 'warning', message, section: section.name });
  },
};
