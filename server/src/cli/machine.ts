import type { FileState } from '../features/environment.ts';
import type { MachineKnowledge } from '../features/machine-findings.ts';
import { folderOf, type MachinePaths } from '../units/location.ts';
import { accountsOf } from './accounts.ts';
import type { CliHost } from './host.ts';

/** The machine we are on, or the one below `--root`: its unit paths, and what its units need. */
export interface Machine {
  readonly paths: MachinePaths;
  /** What lies in the unit paths, spelled as they are; undefined elsewhere, of what may be meant for another machine. */
  own(path: string): string | undefined;
  /** Undefined of a machine without systemd: a container that units are built in, a package being built. */
  knowledge(): MachineKnowledge | undefined;
}

export async function machineOf(host: CliHost, target: 'machine' | 'image'): Promise<Machine> {
  const paths = await host.machinePaths();
  const listed = new Map<string, string>();
  for (const folder of [...paths.system, ...paths.user]) listed.set(host.realPath(folder) ?? folder, folder);
  const inList = once((folder: string) => listed.get(host.realPath(folder) ?? folder));
  const knowledge = once(() => (host.systemdVersion() === undefined ? undefined : knowledgeOf(host, target)));
  return {
    paths,
    knowledge: () => knowledge(''),
    own(path) {
      // Only what lies in the unit paths of an image is looked at.
      if (target === 'image') return path;
      const full = path.startsWith('/') ? path : host.join(host.cwd, path);
      // The folder itself, a fragment, a drop-in.
      for (const folder of [full, folderOf(full), folderOf(folderOf(full))]) {
        const found = inList(folder);
        if (found !== undefined) return found + full.slice(folder.length);
      }
      return undefined;
    },
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
