import type { ValueRulePage } from '../../../engine/rule.ts';

/** What is said of a file among the others; the findings are made by `among.ts`. */
export const networkPages = {
  device: {
    id: 'netdev-unknown',
    scope: 'value',
    docs: {
      what: 'A .network file names a device that no .netdev file makes, or one of another kind.',
      severities: ['warning', 'info'],
      why: 'systemd-networkd looks for the devices of Bridge=, VLAN=, Bond= and their like among those that .netdev files make, and ignores a name it does not find there, or whose device is of another kind. In /etc/systemd/network and beside it all files are known, so a missing device is a warning; elsewhere its .netdev file may come from somewhere else.',
      bad: '[Match]\nName=enp3s0\n\n[Network]\nBridge=br0',
      good: '# br0.netdev\n[NetDev]\nName=br0\nKind=bridge',
      manual: ['systemd.network(5)', 'systemd.netdev(5)'],
    },
  },
  nameTaken: {
    id: 'netdev-name-taken',
    scope: 'value',
    docs: {
      what: 'Two .netdev files make a device of the same name.',
      severities: ['warning'],
      why: 'The files are read in the order of their names, whatever folder they are in. systemd-networkd makes the device as the first says, and ignores the second file.',
      bad: '# 20-lan.netdev, beside 10-lan.netdev\n[NetDev]\nName=br0\nKind=bridge',
      good: '# 20-lan.netdev\n[NetDev]\nName=br1\nKind=bridge',
      manual: ['systemd.netdev(5)'],
    },
  },
  hidden: {
    id: 'match-hidden',
    scope: 'value',
    docs: {
      what: 'A .network or .link file that is never used, because an earlier one fits every interface it is for.',
      severities: ['info'],
      why: 'For each interface the files are gone through in the order of their names, whatever folder they are in, and the first whose [Match] section fits is used, and no other. A file behind one that fits everything it is for is never reached. systemd does not remark on it. It is said only where it is certain for all interfaces there may be.',
      bad: '# 20-lan.network, beside a 10-all.network with Name=en*\n[Match]\nName=enp3s0\n\n[Network]\nDHCP=yes',
      good: '# 05-lan.network\n[Match]\nName=enp3s0\n\n[Network]\nDHCP=yes',
      manual: ['systemd.network(5)', 'systemd.link(5)'],
    },
  },
} as const satisfies Record<string, ValueRulePage>;
