import { filesystemGroups, filesystemsIn } from '../../values/security/filesystem-list.ts';
import type { Candidate } from '../../values/value-type.ts';

/** What one mounts from a place of that kind. */
const MOUNTED: Readonly<Record<string, string>> = {
  '@common-block': 'a file system on a disk or partition',
  '@historical-block': 'an old file system on a disk or partition',
  '@network': 'a file system of another machine',
  '@temporary': 'a file system in memory, empty after each boot',
  '@application': 'a file system that a program provides',
};

/** `ext4`, `none`; as a source `tmpfs` stands for no device at all. */
export function meaningOfFileSystem(name: string, place: 'Mount.Type' | 'Mount.What'): string | undefined {
  const groups = filesystemGroups
    .filter((group) => filesystemsIn(group.name).includes(name))
    .map((group) => group.name);
  if (place === 'Mount.What') return groups.length > 0 ? 'no device; the kernel makes this file system' : undefined;
  if (name === 'none' || name === 'auto')
    return name === 'auto' ? 'mount(8) finds out which' : 'no file system of its own, as for bind mounts';
  if (groups.length === 0) return undefined;
  return MOUNTED[groups.find((group) => Object.hasOwn(MOUNTED, group)) ?? ''] ?? 'a file system that the kernel makes';
}

/** File systems that hold files of their own; the others of the kernel are mounted by systemd itself. */
export function mountTypes(): Candidate[] {
  const own = ['@common-block', '@network', '@temporary'].flatMap(filesystemsIn);
  return [...new Set(['none', 'auto', ...own])].map((label) => {
    const detail = meaningOfFileSystem(label, 'Mount.Type');
    return { label, kind: 'keyword', ...(detail === undefined ? {} : { detail }) };
  });
}
