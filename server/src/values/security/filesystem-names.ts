import { fileSystems } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';

/** A named group of file systems, `systemd-analyze filesystems`. */
export interface FilesystemGroup {
  readonly name: string;
  readonly about: string;
}

export const filesystemGroups: readonly FilesystemGroup[] = [
  { name: '@basic-api', about: 'basic API file systems' },
  { name: '@anonymous', about: 'anonymous inodes: pipes, sockets' },
  { name: '@application', about: 'application virtual file systems: FUSE, overlay, autofs' },
  { name: '@auxiliary-api', about: 'auxiliary API file systems' },
  { name: '@common-block', about: 'common file systems on block devices' },
  { name: '@historical-block', about: 'old file systems on block devices' },
  { name: '@network', about: 'network file systems' },
  { name: '@privileged-api', about: 'API file systems for privileged programs' },
  { name: '@security', about: 'file systems of security modules' },
  { name: '@temporary', about: 'file systems in memory' },
  { name: '@known', about: 'every file system systemd knows' },
];

const rows: readonly (readonly string[])[] = rowsOf(fileSystems);

/** The file systems of a group; all for @known. */
export const filesystemsIn = (group: string): string[] =>
  rows.filter(([name]) => name === group).map(([, member]) => member!);

export const filesystems: readonly string[] = [...new Set(rows.map(([, member]) => member!))];
