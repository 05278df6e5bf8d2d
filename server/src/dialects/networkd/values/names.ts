import { since } from '../../../values/changes.ts';
import { interfaceFault } from '../../../values/net/interface-name.ts';
import { whole } from '../../../values/problem.ts';
import { byteLength } from '../../../values/resolve.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { wordAround } from '../../../values/word-list.ts';
import { dnsNameFault } from '../../daemon-conf/values/dns-name.ts';
import { keywords, taking, takingWords } from '../../values/taking.ts';
import { deviceKey } from '../networks/device-keys.ts';
import { CURRENT } from './current.ts';
import { isNumber } from './numbers.ts';

const named = (parsers: string): string[] => parsers.split(' ').map((parser) => `config_parse_${parser}`);

const isInterface = (text: string, alternative: boolean): boolean => interfaceFault(text, alternative) === undefined;

const devices = takingWords({
  parsers: named('stacked_netdev'),
  what: 'names of devices, up to 15 characters without / and :',
  takes: (text) => isInterface(text, false),
});

const device = taking({
  parsers: devices.parsers,
  what: 'the name of one device, up to 15 characters without blanks, / and :',
  takes: (text) => isInterface(text, false),
});

/** VLAN= and its kin: several in a line, once they were one. */
const stacked: ValueType = {
  ...devices,
  check: (text, context) => (since(context.version, CURRENT) ? devices : device).check(text, context),
};

const ANY = { ':auto': 'any that has what is asked for' };

/** The words beside names, which depend on the section. */
const uplinkWords = (section: string): Readonly<Record<string, string>> =>
  section === 'DHCPPrefixDelegation'
    ? { ...ANY, ':self': 'this interface itself' }
    : { ...ANY, ':none': 'no other interface' };

/** `UplinkInterface=`; `config_parse_uplink()` of src/network/networkd-network.c. */
const uplink: ValueType = {
  ...taking({
    parsers: named('uplink'),
    what: 'the name or number of an interface, or :auto',
    takes: (text, { directive: { section } }) =>
      Object.hasOwn(uplinkWords(section), text) || isIndex(text) || isInterface(text, true),
    empty: true,
  }),
  complete: (text, _offset, { directive: { section } }) => ({ ...whole(text), items: keywords(uplinkWords(section)) }),
};

const interfaces: readonly ValueType[] = [
  taking({
    parsers: named('ifname routing_policy_rule(ROUTING_POLICY_RULE_IIF) routing_policy_rule(ROUTING_POLICY_RULE_OIF)'),
    what: 'the name of an interface, up to 15 characters without blanks, / and :',
    takes: (text) => isInterface(text, false),
    empty: true,
  }),
  taking({
    parsers: named('l2tp_session_name'),
    what: 'the name of an interface, up to 15 characters without blanks, / and :',
    takes: (text) => isInterface(text, false),
  }),
  stacked,
  takingWords({
    parsers: named('ifnames(IFNAME_VALID_ALTERNATIVE)'),
    what: 'names of interfaces, up to 127 characters without / and :',
    takes: (text) => isInterface(text, true),
  }),
  uplink,
  taking({
    parsers: named('fdb_interface'),
    what: 'the name or number of an interface',
    takes: (text) => isIndex(text) || isInterface(text, true),
    empty: true,
  }),
];

/** The same, with the devices that fit the key. */
const offeringDevices = (type: ValueType): ValueType => ({
  ...type,
  complete(text, offset, context) {
    const known = type.complete?.(text, offset, context);
    const { section, key } = context.directive;
    const how = deviceKey(context.kind, section, key);
    if (!how || how.isDefinition) return known;
    const span = how.isList ? wordAround(text, offset) : { start: 0, end: text.length };
    return { ...span, ...known, items: known?.items ?? [], sources: [{ type: 'device', kinds: how.kinds }] };
  },
});

const isIndex = (text: string): boolean => isNumber(text, 1, 2 ** 31 - 1);

/** Name= of [Match]: names and globs, after `!` those that do not fit; systemd.network(5). */
const matches: readonly ValueType[] = [
  takingWords({
    parsers: named('match_ifnames(IFNAME_VALID_ALTERNATIVE)'),
    what: 'names of interfaces with * and ?, up to 127 characters without / and :',
    takes: (text) => isInterface(text, true),
    words: { invert: true },
    items: keywords({ 'en*': 'Ethernet', 'wl*': 'wireless', 'ww*': 'modems', '*': 'every interface' }),
  }),
  takingWords({
    parsers: named('match_ifnames(0)'),
    what: 'names of the kernel with * and ?, up to 15 characters without / and :',
    takes: (text) => isInterface(text, false),
    words: { invert: true },
    items: keywords({ '*': 'every interface', 'eth*': '', 'wlan*': '' }),
  }),
];

const HOST = /^(?!-)[A-Za-z0-9-]+(?<!-)(?:\.(?!-)[A-Za-z0-9-]+(?<!-))*$/;

const texts: readonly ValueType[] = [
  taking({
    parsers: named('address_section(ADDRESS_LABEL) dhcp_label'),
    what: 'a label of up to 15 plain characters',
    takes: (text) => byteLength(text) <= 15 && /^[\x20-\x7e]*$/.test(text),
    empty: true,
  }),
  taking({
    parsers: named('hostname'),
    what: 'a host name of letters, digits, hyphens and dots, up to 64 characters',
    takes: (text) => HOST.test(text) && text.length <= 64 && dnsNameFault(text) === undefined,
    empty: true,
  }),
  taking({
    parsers: named('dhcp_static_lease_hostname'),
    what: 'a host name of letters, digits, hyphens and dots, up to 64 characters',
    takes: (text) => text === '.' || (HOST.test(text) && text.length <= 64 && dnsNameFault(text) === undefined),
    empty: true,
  }),
  takingWords({
    parsers: named('dnssec_negative_trust_anchors ntp'),
    what: 'names of domains',
    takes: (text) => dnsNameFault(text) === undefined,
  }),
  taking({
    parsers: named('ifalias'),
    what: 'up to 255 plain characters',
    takes: (text) => byteLength(text) <= 255 && /^[\x01-\x7f]*$/.test(text),
    empty: true,
  }),
];

export const names: readonly ValueType[] = [...[...interfaces, ...matches].map(offeringDevices), ...texts];
