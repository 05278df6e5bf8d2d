import { lstatSync, statSync } from 'node:fs';

/**
 * Whether a file with settings is heeded: it is this user's, root's, or of whoever owns the folder that was opened. A link counts
 * for who made it as well. Windows has its own way, and tells no owner.
 */
export function isOwnFile(path: string, opened: string | undefined): boolean {
  const user = process.geteuid?.();
  if (user === undefined) return true;
  const owners = [user, 0, ...(opened === undefined ? [] : [statSync(opened).uid])];
  return [lstatSync(path), statSync(path)].every(({ uid }) => owners.includes(uid));
}
