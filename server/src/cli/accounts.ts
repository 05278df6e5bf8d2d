import { accountsIn } from '../units/user-database.ts';
import { decode } from './decode.ts';
import type { CliHost } from './host.ts';

/** Where sysusers.d(5) says accounts are that a machine makes when it starts. */
const SYSUSERS = ['/etc/sysusers.d', '/run/sysusers.d', '/usr/local/lib/sysusers.d', '/usr/lib/sysusers.d'];

interface Accounts {
  /** With their home directories, as far as those are known. */
  readonly users: ReadonlyMap<string, string | undefined>;
  readonly groups: ReadonlySet<string>;
}

/** The users and groups a machine has, or makes when it starts. */
export function accountsOf(host: CliHost): Accounts {
  const users = new Map<string, string | undefined>(accountsIn(textOf(host, '/etc/passwd')));
  const groups = new Set(accountsIn(textOf(host, '/etc/group')).keys());
  // Without a user database nothing is known of it.
  if (users.size === 0) return { users, groups };
  for (const [type, name, group] of SYSUSERS.flatMap((folder) => made(host, folder))) {
    if ((type === 'u' || type === 'm') && !users.has(name!)) users.set(name!, undefined);
    if (type === 'm') groups.add(group!);
    else groups.add(name!);
  }
  return { users, groups };
}

/** Type, name and what comes next of each line. */
function made(host: CliHost, folder: string): (readonly string[])[] {
  const place = host.placeOf(folder);
  if (place === undefined || host.kindOf(place) !== 'directory') return [];
  const files = host.readDirectory(place).filter(({ name }) => name.endsWith('.conf'));
  return files
    .flatMap(({ name }) => textOf(host, `${folder}/${name}`).split('\n'))
    .flatMap((line) => {
      const match = /^\s*([ugm])\S*\s+"?([^\s"]+)"?\s+"?([^\s"]*)/.exec(line);
      return match ? [match.slice(1)] : [];
    });
}

function textOf(host: CliHost, path: string): string {
  const place = host.placeOf(path);
  try {
    return place === undefined ? '' : decode(host.readFile(place));
  } catch {
    return '';
  }
}
