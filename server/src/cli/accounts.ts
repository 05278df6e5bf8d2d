import { accountsMadeBy } from '../dialects/sysusers/accounts.ts';
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
  for (const made of SYSUSERS.flatMap((folder) => madeIn(host, folder))) {
    for (const name of made.users) if (!users.has(name)) users.set(name, undefined);
    for (const name of made.groups) groups.add(name);
  }
  return { users, groups };
}

/** What each file of a folder makes. */
function madeIn(host: CliHost, folder: string): ReturnType<typeof accountsMadeBy>[] {
  const place = host.placeOf(folder);
  if (place === undefined || host.kindOf(place) !== 'directory') return [];
  const files = host.readDirectory(place).filter(({ name }) => name.endsWith('.conf'));
  return files.map(({ name }) => accountsMadeBy(textOf(host, `${folder}/${name}`)));
}

function textOf(host: CliHost, path: string): string {
  const place = host.placeOf(path);
  try {
    return place === undefined ? '' : decode(host.readFile(place));
  } catch {
    return '';
  }
}
