import { fileSystems } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';

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
export const isNetworkMount = (type = '', options = ''): boolean =>
  NETWORK.has(type.replace(/^fuse\./, '')) || options.split(',').includes('_netdev');
