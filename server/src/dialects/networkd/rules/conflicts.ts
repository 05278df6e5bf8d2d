import type { JudgedFile } from '../../../engine/judged-file.ts';
import type { FileRule } from '../../../engine/rule.ts';
import { familyOf, isNo, isYes, type Settings, settingsIn, settingsOf } from '../../settings.ts';

/** A key that something else in the file makes vain, and why, with what systemd does about it. */
interface Conflict {
  readonly section: string;
  readonly key: string;
  readonly message: string;
}

interface Network {
  readonly file: JudgedFile;
  readonly network: Settings;
  readonly link: Settings;
}

const MASTERS = ['BatmanAdvanced', 'Bond', 'Bridge', 'VRF'];

function ofMasters({ network }: Network): Conflict[] {
  if (!isYes(network.get('KeepMaster'))) return [];
  return MASTERS.filter((key) => network.has(key)).map((key) => ({
    section: 'Network',
    key,
    message: `With KeepMaster=yes the interface stays where it is; systemd-networkd ignores ${key}=. Take one of them out.`,
  }));
}

function ofActivation({ network, link }: Network): Conflict[] {
  const policy = link.get('ActivationPolicy');
  const at = { section: 'Link', key: 'ActivationPolicy' };
  const carriers = network.has('BindCarrier');
  if (policy === 'bound' && !carriers)
    return [{ ...at, message: 'ActivationPolicy=bound needs BindCarrier= in [Network]; systemd-networkd ignores it.' }];
  if (policy !== undefined && policy !== 'bound' && carriers) {
    const message = `BindCarrier= needs ActivationPolicy=bound; systemd-networkd uses that instead of ${policy}. Write bound.`;
    return [{ ...at, message }];
  }
  if (!['down', 'manual', 'always-down'].includes(policy ?? '') || !isYes(link.get('RequiredForOnline'))) return [];
  const message = `Nothing brings the interface up with ActivationPolicy=${policy}, and the boot waits for it; systemd-networkd warns of that. Write RequiredForOnline=no.`;
  return [{ section: 'Link', key: 'RequiredForOnline', message }];
}

function addressesIn({ sections }: JudgedFile): string[] {
  return sections
    .filter(({ section: { name } }) => name === 'Address' || name === 'Network')
    .flatMap(({ assignments }) => assignments)
    .filter(({ node, accepted, directive }) => accepted && directive && ['Address', 'Peer'].includes(node.key))
    .map(({ node }) => node.value.text)
    .filter((text) => text !== '');
}

function ofServer({ file, network }: Network): Conflict[] {
  if (!isYes(network.get('DHCPServer')) || settingsIn(file, 'DHCPServer').has('ServerAddress')) return [];
  if (addressesIn(file).some((text) => familyOf(text) === 'ipv4' && !text.startsWith('169.254.'))) return [];
  const message =
    'A DHCP server needs an IPv4 address of its own; systemd-networkd starts none. Write Address=192.168.1.1/24 or the like in [Network].';
  return [{ section: 'Network', key: 'DHCPServer', message }];
}

/** What needs an IPv6 address of the link. */
function ofLinkLocal({ network }: Network): Conflict[] {
  const linkLocal = network.get('LinkLocalAddressing');
  if (linkLocal === undefined || !(isNo(linkLocal) || linkLocal === 'ipv4')) return [];
  const dhcp = network.get('DHCP');
  const why = `needs an IPv6 address of the link, which LinkLocalAddressing=${linkLocal} leaves out; systemd-networkd`;
  const found: Conflict[] = [];
  const add = (key: string, message: string): void => void found.push({ section: 'Network', key, message });
  if (isYes(network.get('IPv6AcceptRA'))) add('IPv6AcceptRA', `IPv6AcceptRA= ${why} does as if it were no.`);
  if (isYes(network.get('IPv6SendRA'))) add('IPv6SendRA', `IPv6SendRA= ${why} does as if it were no.`);
  if (dhcp === 'ipv6' || isYes(dhcp)) add('DHCP', `DHCPv6 ${why} does without. Write LinkLocalAddressing=ipv6.`);
  return found;
}

/** `network_verify()` of src/network/networkd-network.c. */
export const conflicts: FileRule = {
  id: 'network-conflict',
  scope: 'file',
  docs: {
    what: 'A setting of a .network file that another one of the same file makes vain.',
    severities: ['warning'],
    why: 'systemd-networkd looks at the file as a whole once it has read it, and takes back or changes what cannot be: a DHCP server without an address of its own, ActivationPolicy=bound without BindCarrier=.',
    bad: '[Match]\nName=en*\n[Network]\nDHCPServer=yes',
    good: '[Match]\nName=en*\n[Network]\nAddress=192.168.1.1/24\nDHCPServer=yes',
    manual: ['systemd.network(5)'],
  },
  check(file, report) {
    const { identity } = file.source;
    if (identity.kind !== 'network' || identity.role === 'drop-in' || identity.isSource) return;
    const network = settingsIn(file, 'Network');
    const all: Network = { file, network, link: settingsIn(file, 'Link') };
    const found = [ofMasters, ofActivation, ofServer, ofLinkLocal, ofGateways, ofReach].flatMap((ask) => ask(all));
    for (const { section, key, message } of found) {
      const span = placeOf(file, section, key);
      if (span) report({ ...span, severity: 'warning', message, section });
    }
  },
};

/** The last line that sets a key. */
const placeOf = ({ sections }: JudgedFile, section: string, key: string) =>
  sections
    .filter((each) => each.section.name === section)
    .flatMap(({ assignments }) => assignments)
    .filter(({ node, accepted }) => accepted && node.key === key)
    .at(-1)?.node.keySpan;

/** A router that nothing says how to reach. */
function ofReach({ file }: Network): Conflict[] {
  if (addressesIn(file).length > 0) return [];
  return file.sections.flatMap((section) => {
    const { name } = section.section;
    const settings = settingsOf([section]);
    const gateway = settings.get('Gateway');
    const onLink = name === 'Route' ? 'GatewayOnLink' : 'OnLink';
    if (!['Network', 'Route', 'NextHop'].includes(name) || gateway === undefined) return [];
    if (gateway.startsWith('_') || /^[0:.]+$/.test(gateway)) return [];
    if (name !== 'Network' && settings.has(onLink)) return [];
    const remedy =
      name === 'Network' ? 'Write Address= as well.' : `Write Address= in [Network], or ${onLink}=yes here.`;
    const message = `The file has no address from which ${gateway} can be reached; systemd-networkd takes it as if it were on the link, and warns. ${remedy}`;
    return [{ section: name, key: 'Gateway', message }];
  });
}

/** Routers that others tell of. */
function ofGateways({ file, network }: Network): Conflict[] {
  const gateways = file.sections
    .filter(({ section: { name } }) => name === 'Route')
    .map((section) => settingsOf([section]).get('Gateway'));
  const dhcp = network.get('DHCP');
  const found: Conflict[] = [];
  if (gateways.includes('_dhcp4') && !(isYes(dhcp) || dhcp === 'ipv4')) {
    const message = 'Gateway=_dhcp4 needs DHCP=yes or DHCP=ipv4 in [Network]; systemd-networkd ignores the route.';
    found.push({ section: 'Route', key: 'Gateway', message });
  }
  if (gateways.includes('_ipv6ra') && isNo(network.get('IPv6AcceptRA'))) {
    const message = 'Gateway=_ipv6ra needs IPv6AcceptRA=, which is off here; systemd-networkd ignores the route.';
    found.push({ section: 'Route', key: 'Gateway', message });
  }
  return found;
}
