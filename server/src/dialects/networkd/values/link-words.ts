import type { ValueType } from '../../../values/value-type.ts';
import { named, oneOf, type Words, YES_NO } from '../../values/one-of.ts';
import { keywords, takingWords } from '../../values/taking.ts';

const namePolicies: Words = {
  keep: 'a name that was given already',
  kernel: 'the name of the kernel, if it is sure to stay',
  database: 'ID_NET_NAME_FROM_DATABASE',
  onboard: 'the number the firmware gives',
  slot: 'the slot it is in',
  path: 'where it is connected',
  mac: 'the hardware address',
};

/** Words of systemd.link(5). */
export const linkWords: readonly ValueType[] = [
  oneOf(
    'mac_address_policy',
    { persistent: 'the same at every start', random: 'another at every start', none: 'as the kernel has it' },
    { empty: true },
  ),
  takingWords({
    parsers: named('name_policy'),
    what: 'kernel, database, onboard, slot, path, mac or keep',
    takes: (text) => Object.hasOwn(namePolicies, text),
    items: keywords(namePolicies),
  }),
  takingWords({
    parsers: named('alternative_names_policy'),
    what: 'database, onboard, slot, path or mac',
    takes: (text) => ['database', 'onboard', 'slot', 'path', 'mac'].includes(text),
    items: keywords({ database: '', onboard: '', slot: '', path: '', mac: '' }),
  }),
  oneOf('duplex', { half: '', full: '' }),
  oneOf('port', { tp: 'twisted pair', aui: '', bnc: '', mii: '', fibre: '' }),
  takingWords({
    parsers: named('wol'),
    what: 'off, phy, unicast, multicast, broadcast, arp, magic or secureon',
    takes: (text) => ['off', 'phy', 'unicast', 'multicast', 'broadcast', 'arp', 'magic', 'secureon'].includes(text),
    items: keywords({ magic: 'a magic packet', off: '', phy: '', unicast: '', multicast: '', broadcast: '', arp: '' }),
  }),
  oneOf('irq_affinity_policy', { single: '', spread: '' }, { empty: true }),
  oneOf('mdi', { straight: '', mdi: '', crossover: '', 'mdi-x': '', mdix: '', auto: '' }, { empty: true }),
  oneOf('sr_iov_link_state', { auto: '' }, { empty: true, boolean: YES_NO }),
];
