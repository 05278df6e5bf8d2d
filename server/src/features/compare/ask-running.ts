import type { Manager } from '../../schema/file-identity.ts';
import { type Properties, parseShow } from '../why/show-output.ts';
import type { Relations, Shown } from './running.ts';

/** Prints what a program of systemd says; empty where it fails. */
export type AskManager = (program: 'systemctl' | 'systemd-analyze', args: readonly string[]) => Promise<string>;

const scope = (manager: Manager): string[] => (manager === 'user' ? ['--user'] : []);

/** Of no unit there is: its properties are what holds where nothing is set. */
const NO_UNIT = 'systemd-units-of-no-file';

/** What a manager has of a unit. */
export async function askRunning(
  ask: AskManager,
  name: string,
  manager: Manager,
): Promise<Pick<Shown, 'unit' | 'bare'> | undefined> {
  const kind = name.slice(name.lastIndexOf('.'));
  const show = async (...names: readonly string[]): Promise<Properties[]> =>
    parseShow(await ask('systemctl', [...scope(manager), 'show', '--no-pager', '--all', '--', ...names]));
  const [unit, bare] = await show(name, `${NO_UNIT}${kind}`);
  if (!unit || !bare || unit.get('LoadState')?.[0] === undefined) return undefined;
  return { unit, bare };
}

/**
 * The relations that files gave to units when their manager read them, by unit. Nothing where it cannot be asked: `systemd-analyze
 * dump` takes names from systemd 252 on.
 */
export async function askRelations(
  ask: AskManager,
  names: readonly string[],
  manager: Manager,
): Promise<ReadonlyMap<string, Relations>> {
  const patterns = names.map((name) => name.replace(/[\\*?[]/g, '\\$&'));
  const dump =
    patterns.length === 0 ? '' : await ask('systemd-analyze', [...scope(manager), 'dump', '--', ...patterns]);
  const [, ...units] = `\n${dump}`.split('\n-> Unit ');
  return new Map(units.map((text) => [text.slice(0, text.indexOf(':\n')), relationsOf(text)]));
}

/** Of a unit as `systemd-analyze dump` prints it: `Requires: b.service (origin-file)`. */
function relationsOf(dumped: string): Relations {
  const found = new Map<string, string[]>();
  for (const line of dumped.split('\n')) {
    const [, key = '', other = '', origins = ''] = /^\t(\w+): (\S+) \(([^()]+)\)$/.exec(line) ?? [];
    if (origins.split(' ').includes('origin-file')) found.set(key, [...(found.get(key) ?? []), other]);
  }
  return found;
}

/** A unit that a manager has loaded, and of which files. */
export interface Loaded {
  readonly name: string;
  /** Its other names. */
  readonly aliases: readonly string[];
  /** A file changed that the manager has read. */
  readonly isStale: boolean;
  readonly files: readonly string[];
}

/** All units that a manager has loaded. It does not see that a folder of drop-ins is new: whoever asks compares. */
export async function askLoaded(ask: AskManager, manager: Manager): Promise<Loaded[]> {
  const args = ['show', '--no-pager', '--property=Id,Names,NeedDaemonReload,FragmentPath,DropInPaths', '--', '*'];
  return parseShow(await ask('systemctl', [...scope(manager), ...args])).map((properties): Loaded => {
    const wordsOf = (key: string): string[] =>
      (properties.get(key)?.[0] ?? '').split(' ').filter((word) => word !== '');
    const [name = ''] = wordsOf('Id');
    return {
      name,
      aliases: wordsOf('Names').filter((each) => each !== name),
      isStale: properties.get('NeedDaemonReload')?.[0] === 'yes',
      files: [...wordsOf('FragmentPath'), ...wordsOf('DropInPaths')],
    };
  });
}

/** What other names stand for. */
export const aliasesAmong = (loaded: readonly Loaded[]): ReadonlyMap<string, string> =>
  new Map(loaded.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)));
