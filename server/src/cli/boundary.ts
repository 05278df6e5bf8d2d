import type { MachinePaths } from '../units/unit-location.ts';
import type { CliHost } from './host.ts';

/** What a command line was pointed at, and with it what is read of links. */
export interface Boundary {
  /** Whether a path is a link to what is neither below a folder given nor beside a file given, nor read by a manager. */
  leadsOut(path: string): boolean;
}

/**
 * A folder of somebody else's may hold a link to /etc/shadow: as root we could read it. No manager reads it where it lies,
 * and nobody asked for it.
 */
export function boundaryOf(host: CliHost, given: readonly string[], machine: MachinePaths): Boundary {
  const searched = [...machine.system, ...machine.user];
  const real = (path: string): string => host.realPath(path) ?? path;
  const folderOfGiven = (path: string): string => (host.kindOf(path) === 'directory' ? path : host.join(path, '..'));
  let roots: readonly string[] | undefined;
  const known = new Map<string, boolean>();
  return {
    leadsOut(path) {
      const found = known.get(path) ?? doesLeadOut(path);
      known.set(path, found);
      return found;
    },
  };

  function doesLeadOut(path: string): boolean {
    if (host.readLink(path) === undefined || searched.some((folder) => isBelow(path, folder))) return false;
    const target = host.realPath(path);
    if (target === undefined || target === '/dev/null') return false;
    roots ??= [...given.map(folderOfGiven), ...searched].map(real);
    return !roots.some((root) => isBelow(target, root));
  }
}

/** What is said of such a link. */
export const BEYOND = 'a link that leads out of what was given';

const isBelow = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** The host that reads no file beyond the boundary. */
export const within = (host: CliHost, { leadsOut }: Boundary): CliHost => ({
  ...host,
  readFile(path) {
    if (leadsOut(path)) throw new Error(`${path}: ${BEYOND}`);
    return host.readFile(path);
  },
});
