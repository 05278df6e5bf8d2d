import type { CliHost } from '../cli/host.ts';
import { versionInside } from '../cli/rooted-host.ts';

/** What an assistant may look at, and that it changes nothing. */
export interface Confinement {
  /** Folders, by any of their names: what lies in them in truth may be read. */
  readonly roots: readonly string[];
  /** Whether the unit folders of this machine may be read as well. */
  readonly machine: boolean;
  /** The folder from which other paths count; that of the process unless told. */
  readonly cwd?: string | undefined;
}

const OUTSIDE = 'outside of the folders that may be read here';
const NOTHING_WRITTEN = 'nothing is written here: the text is in the answer';

/**
 * A host that reads below some folders, links followed to their ends, and nothing else; that writes nothing, and asks no program.
 * What lies outside is as if it were not there.
 */
export async function confinedHost(host: CliHost, { roots, machine, cwd = host.cwd }: Confinement): Promise<CliHost> {
  const folders = machine ? await host.machinePaths() : { system: [], user: [] };
  const real = [...roots, ...folders.system, ...folders.user].flatMap((root) => host.realPath(root) ?? []);
  const absolute = (path: string): string => (path.startsWith('/') ? path : host.join(cwd, path));
  /** Where a path leads in the end, if that may be read. A masked unit leads to /dev/null. */
  const inside = (path: string): string | undefined => {
    const found = host.realPath(absolute(path));
    return found !== undefined && (found === '/dev/null' || real.some((root) => isWithin(found, root)))
      ? found
      : undefined;
  };
  const placeOf = (path: string): string => {
    const found = inside(path);
    if (found === undefined) throw new Error(`${path}: ${OUTSIDE}, or not there`);
    return found;
  };
  const refuse = (path: string): never => {
    throw new Error(`${path}: ${NOTHING_WRITTEN}`);
  };
  return {
    ...host,
    ...SILENT,
    isConfined: true,
    cwd,
    // To ask would be to run something.
    systemdVersion: () => versionInside(host, '/'),
    podmanVersion: () => undefined,
    readFile: (path) => host.readFile(placeOf(path)),
    readDirectory: (path) => host.readDirectory(placeOf(path)),
    kindOf: (path) => (inside(path) === undefined ? undefined : host.kindOf(absolute(path))),
    isTrusted: (path) => inside(path) !== undefined && host.isTrusted(absolute(path)),
    look: (path) => (inside(path) === undefined ? undefined : host.look(absolute(path))),
    placeOf: (path) => (inside(path) === undefined ? undefined : host.placeOf(absolute(path))),
    realPath: inside,
    readLink: (path) => (inside(path) === undefined ? undefined : host.readLink(absolute(path))),
    machinePaths: async () => folders,
    rewriteFile: refuse,
    writeFile: refuse,
    createFile: refuse,
  };
}

/** Nobody reads a terminal here, and no other program is asked. */
const SILENT: Partial<CliHost> = {
  ask: undefined,
  startThread: undefined,
  watchFolders: undefined,
  stopped: undefined,
  page: undefined,
  showProgress: undefined,
  isTerminal: false,
  hasColors: false,
  columns: 100,
} as Partial<CliHost>;

const isWithin = (path: string, root: string): boolean =>
  path === root || path.startsWith(root.endsWith('/') ? root : `${root}/`);
