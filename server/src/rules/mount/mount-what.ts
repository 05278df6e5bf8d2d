import { atSection, atValue } from '../../engine/finding-place.ts';
import type { Report } from '../../engine/rule.ts';
import { fileSystems } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { tooLong } from '../../values/paths/path-fault.ts';
import type { UnitRule } from '../unit-rule.ts';
import { expanded } from '../unit-values.ts';

export const mountWhat: UnitRule = {
  id: 'mount-what',
  scope: 'unit',
  docs: {
    what: 'A mount unit without What=, or with a path that goes up by ".." or is too long.',
    severities: ['error'],
    why: 'The unit does not say what to mount, or systemd cannot order it after the mount that its path is on; systemd refuses the unit.',
    bad: '# srv-data.mount\n[Mount]\nWhere=/srv/data',
    good: '# srv-data.mount\n[Mount]\nWhat=/dev/disk/by-label/data\nWhere=/srv/data',
    manual: ['systemd.mount(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'mount' || unit.name?.text === '-.mount') return;
    const setting = unit.last('Mount', 'What');
    const what = setting ? expanded(setting, unit) : '';
    if (what === '') reportMissing(unit, report);
    else if (setting) {
      const message = pathFault(what ?? setting.node.value.text, unit);
      if (message) report({ ...atValue(setting), severity: 'error', message });
    }
  },
};

function reportMissing(unit: LoadedUnit, report: Report): void {
  if (unit.refused) return;
  const message =
    'What= is missing, so there is nothing to mount; systemd refuses to load this unit. Add the device, share or file system.';
  report({ ...atSection(unit, 'Mount'), severity: 'error', message });
}

/** Only local paths are ordered after the mount they are on; below /dev the path names a unit whatever the type. */
function pathFault(what: string, unit: LoadedUnit): string | undefined {
  if (!what.startsWith('/')) return undefined;
  const isDevice = /^\/+dev\//.test(what);
  if (!isDevice && isNetworkMount(unit.value('Mount', 'Type'), unit.value('Mount', 'Options'))) return undefined;
  if (/\/\.\.(\/|$)/.test(what)) {
    return 'What= goes up the tree by ".."; systemd refuses to load this unit. Write the path without it.';
  }
  if (!tooLong(what)) return undefined;
  return 'What= has a name of more than 255 bytes in it, or more than 4095 in all, which no path may have; systemd refuses to load this unit.';
}

const DIRECTORIES: Readonly<Record<string, string>> = {
  LABEL: 'by-label',
  UUID: 'by-uuid',
  PARTUUID: 'by-partuuid',
  PARTLABEL: 'by-partlabel',
};

/** The device node a tag of fstab(5) names, as `fstab_node_to_udev_node()` (src/shared/fstab-util.c) makes it. */
export function deviceOf(what: string): string {
  const [, tag = '', value = ''] = /^(LABEL|UUID|PARTUUID|PARTLABEL)=(.*)$/s.exec(what) ?? [];
  const directory = DIRECTORIES[tag];
  if (!directory) return what;
  const plain = /^(["']).*\1$/s.test(value) ? value.slice(1, -1) : value;
  const encoded = plain.replace(/[^0-9A-Za-z#+\-.:=@_\u0080-\uffff]/g, (char) => {
    return `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return `/dev/disk/${directory}/${encoded}`;
}

/** What the kernel calls them, and `mount -t` without asking (`fstype_is_network()`, src/basic/mountpoint-util.c). */
const NETWORK = new Set([
  ...rowsOf(fileSystems).flatMap(([group, name]) => (group === '@network' ? [name!] : [])),
  ...['smb3', 'smbfs', 'sshfs', 'ncpfs', 'ncp', 'glusterfs', 'davfs', 'lustre', 'pvfs2'],
]);

/** Whether a mount is one over the network: then its What= need not be a path. */
const isNetworkMount = (type = '', options = ''): boolean =>
  NETWORK.has(type.replace(/^fuse\./, '')) || options.split(',').includes('_netdev');
