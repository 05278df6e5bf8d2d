import type { FileState } from '../features/environment.ts';
import type { MachineKnowledge } from '../features/machine-findings.ts';
import { baseOf, folderOf, type MachinePaths } from '../units/unit-location.ts';
import { accountsOf } from './accounts.ts';
import type { CliHost } from './host.ts';

/** The machine we are on, or the one below `--root`: its unit paths, and what its units need. */
export interface Machine {
  readonly paths: MachinePaths;
  /** A file in the unit paths, spelled as they are; undefined elsewhere, of what may be meant for another machine. */
  own(path: string): string | undefined;
  /** The same of a folder. */
  ownFolder(path: string): string | undefined;
  /** Undefined of a machine without systemd: a container that units are built in, a package being built. */
  knowledge(): MachineKnowledge | undefined;
}

export async function machineOf(host: CliHost, target: 'machine' | 'image'): Promise<Machine> {
  const paths = await host.machinePaths();
  const listed = new Map<string, string>();
  for (const folder of [...paths.system, ...paths.user]) listed.set(host.realPath(folder) ?? folder, folder);
  const lastNames = new Set([...listed.keys()].map(baseOf));
  // To follow links takes long: a folder called otherwise is none of them.
  const inList = once((folder) =>
    lastNames.has(baseOf(folder)) ? listed.get(host.realPath(folder) ?? folder) : undefined,
  );
  const knowledge = once(() =>
    host.isConfined || host.systemdVersion() === undefined ? undefined : knowledgeOf(host, target),
  );
  const below = (full: string, folder: string): string | undefined => {
    const found = inList(folder);
    return found === undefined ? undefined : found + full.slice(folder.length);
  };
  const absolute = (path: string): string => (path.startsWith('/') ? path : host.join(host.cwd, path));
  return {
    paths,
    knowledge: () => knowledge(''),
    own(path) {
      // Only what lies in the unit paths of an image is looked at.
      if (target === 'image') return path;
      const full = absolute(path);
      const folder = folderOf(full);
      return below(full, folder.endsWith('.d') ? folderOf(folder) : folder);
    },
    ownFolder: (path) => below(absolute(path), absolute(path)),
  };
}

function knowledgeOf(host: CliHost, target: 'machine' | 'image'): MachineKnowledge {
  const program = once((path: string): FileState | 'missing' => {
    const place = host.placeOf(path);
    return (place === undefined ? undefined : host.look(place)) ?? 'missing';
  });
  const accounts = once(() => accountsOf(host));
  return {
    program,
    get users() {
      return accounts('').users;
    },
    get groups() {
      return accounts('').groups;
    },
    target,
  };
}

/** Asked once of each path. */
function once<T>(find: (path: string) => T): (path: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (path) => {
    const found = known.get(path) ?? { value: find(path) };
    known.set(path, found);
    return found.value;
  };
}
