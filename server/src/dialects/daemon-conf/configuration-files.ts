import { since } from '../../values/changes.ts';
import { daemonFileOfPath, homeOf } from './identify.ts';

/** The folders a file is read from, the one that counts most first; file-hierarchy(7), journald.conf(5), "Synopsis". */
const ROOTS = ['/etc', '/run', '/usr/local/lib', '/usr/lib'];

/** One daemon's configuration in one tree: the machine's, or an image below a folder. */
export interface DaemonConfiguration {
  /** `journald.conf`, `journald@web.conf`. */
  readonly name: string;
  /** The folders of main files; those of drop-ins lie in them. The first counts most. */
  readonly folders: readonly string[];
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The configuration that a file is of, main file or drop-in; undefined for others. */
export function configurationOf(path: string): DaemonConfiguration | undefined {
  const file = daemonFileOfPath(path);
  if (!file || file.isSource) return undefined;
  const main = file.role === 'drop-in' ? parentOf(path).slice(0, -'.d'.length) : path;
  const folder = parentOf(main);
  const root = ROOTS.map((each) => `${each}/${baseOf(folder)}`).find((each) => folder.endsWith(each));
  const tree = root === undefined ? undefined : folder.slice(0, -root.length);
  const folders = tree === undefined ? [folder] : ROOTS.map((each) => `${tree}${each}/${baseOf(folder)}`);
  return { name: baseOf(main), folders };
}

/** The machine's configuration of that name; undefined for a name that no daemon has. */
export const configurationCalled = (name: string): DaemonConfiguration | undefined =>
  name.includes('/') ? undefined : configurationOf(`/etc/${homeOf(name)}/${name}`);

/**
 * The files a daemon reads, in its order: the main file, then drop-ins by name. Of two with one name that in the folder
 * that counts more is read. `namesIn` lists a folder; nothing where there is none.
 */
export function loadOrder(
  { name, folders }: DaemonConfiguration,
  { namesIn, version }: { namesIn(folder: string): readonly string[]; readonly version: number },
): string[] {
  const mains = since(version, 'daemons have main files in every folder') ? folders : folders.slice(0, 1);
  const home = mains.find((folder) => namesIn(folder).includes(name));
  const dropIns = new Map<string, string>();
  for (const folder of folders) {
    const own = `${folder}/${name}.d`;
    for (const file of namesIn(own))
      if (file.endsWith('.conf') && !file.startsWith('.') && !dropIns.has(file)) dropIns.set(file, `${own}/${file}`);
  }
  const sorted = [...dropIns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
  return [...(home === undefined ? [] : [`${home}/${name}`]), ...sorted];
}
