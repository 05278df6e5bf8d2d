import { lstatSync, statfsSync } from 'node:fs';
import { lstat, statfs } from 'node:fs/promises';

/** Types of statfs(2) whose files are made up by the kernel while they are read. */
const KERNEL = new Set([
  0x9fa0 /* proc */, 0x62656572 /* sysfs */, 0x63677270 /* cgroup2 */, 0x27e0eb /* cgroup */, 0x64626720 /* debugfs */,
  0x74726163 /* tracefs */, 0x73636673 /* securityfs */, 0xcafe4a11 /* bpf */, 0x62656570 /* configfs */,
  0xde5e81e4 /* efivarfs */, 0x6165676c /* pstore */, 0x1cd1 /* devpts */, 0x19800202 /* mqueue */,
]);

/** Types of disks and memory of this machine; a network that is down, or an automount, keeps everybody waiting. */
const LOCAL = new Set([
  0xef53 /* ext4 */, 0x9123683e /* btrfs */, 0x58465342 /* xfs */, 0xf2f52010 /* f2fs */, 0x2fc12fc1 /* zfs */,
  0xca451a4e /* bcachefs */, 0x52654973 /* reiserfs */, 0x3153464a /* jfs */, 0x1021994 /* tmpfs */,
  0x858458f6 /* ramfs */, 0x794c7630 /* overlay */, 0x73717368 /* squashfs */, 0xe0f5e1e2 /* erofs */,
  0x4d44 /* vfat */, 0x9660 /* iso9660 */,
]);

const isLinux = process.platform === 'linux';

/** Whether all in a folder is made up by the kernel, as in /proc and /sys. */
export const isOfKernel = (folder: string): boolean => isLinux && KERNEL.has(statfsSync(folder).type >>> 0);

/** Whether a walk that has come to a folder goes on into one of its folders: not where another kind of file system begins. */
export function mayEnterSync(folder: string): (below: string) => boolean {
  if (!isLinux) return () => true;
  const { dev } = lstatSync(folder);
  return (below) => {
    try {
      return lstatSync(below).dev === dev || isLike(statfsSync(below).type, () => statfsSync(folder).type);
    } catch {
      // Whoever reads it says what is wrong with it.
      return true;
    }
  };
}

/** The same without keeping anyone waiting. */
export async function mayEnter(folder: string, below: string): Promise<boolean> {
  if (!isLinux) return true;
  try {
    const [{ dev }, other] = await Promise.all([lstat(folder), lstat(below)]);
    if (other.dev === dev) return true;
    const [here, there] = await Promise.all([statfs(folder), statfs(below)]);
    return isLike(there.type, () => here.type);
  } catch {
    return true;
  }
}

const isLike = (type: number, parent: () => number): boolean => LOCAL.has(type >>> 0) || type === parent();
