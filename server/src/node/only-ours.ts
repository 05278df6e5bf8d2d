import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';

const WRITABLE_BY_OTHERS = 0o022;
const STICKY = 0o1000;

/** Whether nobody but this user and root can put files into a folder, or another folder in its place. Takes a real path. */
export function isOnlyOurs(folder: string): boolean {
  const user = process.geteuid?.();
  // Windows keeps others out of a user's folders in its own way.
  if (user === undefined) return true;
  for (let path = folder; ; path = dirname(path)) {
    const { uid, mode } = lstatSync(path);
    if (uid !== user && uid !== 0) return false;
    // In a folder such as /tmp others may add names, but not take ours away.
    if ((mode & WRITABLE_BY_OTHERS) !== 0 && (path === folder || (mode & STICKY) === 0)) return false;
    if (path === dirname(path)) return true;
  }
}
