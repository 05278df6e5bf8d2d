import type { Manager } from '../../schema/file-identity.ts';
import { type Properties, parseShow } from '../why/show-output.ts';
import type { Shown } from './compare-running.ts';

/** Prints what systemctl says; empty where it fails. */
export type AskSystemctl = (args: readonly string[]) => Promise<string>;

const scope = (manager: Manager): string[] => (manager === 'user' ? ['--user'] : []);

/** Of no unit there is: its properties are what holds where nothing is set. */
const NO_UNIT = 'systemd-units-of-no-file';

/** What a manager has of a unit. */
export async function askRunning(ask: AskSystemctl, name: string, manager: Manager): Promise<Shown | undefined> {
  const kind = name.slice(name.lastIndexOf('.'));
  const show = async (...names: readonly string[]): Promise<Properties[]> =>
    parseShow(await ask([...scope(manager), 'show', '--no-pager', '--all', '--', ...names]));
  const [unit, bare] = await show(name, `${NO_UNIT}${kind}`);
  if (!unit || !bare || unit.get('LoadState')?.[0] === undefined) return undefined;
  return { unit, bare, aliases: new Map() };
}

/** Other names of units, by name; of names that a manager does not know nothing comes. */
export async function askAliases(
  ask: AskSystemctl,
  names: readonly string[],
  manager: Manager,
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const shown = parseShow(await ask([...scope(manager), 'show', '--no-pager', '--property=Id', '--', ...names]));
  return new Map(
    names.flatMap((name, index) => {
      const id = shown[index]?.get('Id')?.[0];
      return id === undefined || id === name ? [] : [[name, id] as const];
    }),
  );
}

/** A unit that a manager has loaded, and of which files. */
export interface Loaded {
  readonly name: string;
  /** A file changed that the manager has read. */
  readonly isStale: boolean;
  readonly files: readonly string[];
}

/** All units with files that a manager has loaded. It does not see that a folder of drop-ins is new: whoever asks compares. */
export async function askLoaded(ask: AskSystemctl, manager: Manager): Promise<Loaded[]> {
  const args = ['show', '--no-pager', '--property=Id,NeedDaemonReload,FragmentPath,DropInPaths', '--', '*'];
  return parseShow(await ask([...scope(manager), ...args])).flatMap((properties) => {
    const text = (name: string): string => properties.get(name)?.[0] ?? '';
    const files = [text('FragmentPath'), ...text('DropInPaths').split(' ')].filter((path) => path !== '');
    return files.length === 0 ? [] : [{ name: text('Id'), isStale: text('NeedDaemonReload') === 'yes', files }];
  });
}
