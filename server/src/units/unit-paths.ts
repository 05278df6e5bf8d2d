import type { Manager } from '../schema/file-kind.ts';

/** What decides the unit paths of a machine besides the constants: the environment of its managers. */
export interface PathVariables {
  readonly home: string;
  readonly configHome?: string | undefined;
  readonly dataHome?: string | undefined;
  readonly runtimeDir?: string | undefined;
  /** `SYSTEMD_UNIT_PATH`: replaces the paths, or comes before them when it ends in a colon. */
  readonly unitPath?: string | undefined;
}

const SYSTEM = [
  '/etc/systemd/system.control',
  '/run/systemd/system.control',
  '/run/systemd/transient',
  '/run/systemd/generator.early',
  '/etc/systemd/system',
  '/etc/systemd/system.attached',
  '/run/systemd/system',
  '/run/systemd/system.attached',
  '/run/systemd/generator',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
  '/run/systemd/generator.late',
];

const userPaths = ({ home, configHome, dataHome, runtimeDir }: PathVariables): string[] => {
  const config = configHome ?? `${home}/.config`;
  const run = runtimeDir ? [`${runtimeDir}/systemd`] : [];
  return [
    `${config}/systemd/user.control`,
    ...run.flatMap((path) => [`${path}/user.control`, `${path}/transient`, `${path}/generator.early`]),
    `${config}/systemd/user`,
    // Portable services of users; not in 257 yet.
    `${config}/systemd/user.attached`,
    '/etc/xdg/systemd/user',
    '/etc/systemd/user',
    ...run.flatMap((path) => [`${path}/user`, `${path}/user.attached`]),
    '/run/systemd/user',
    ...run.map((path) => `${path}/generator`),
    `${dataHome ?? `${home}/.local/share`}/systemd/user`,
    '/usr/local/share/systemd/user',
    '/usr/share/systemd/user',
    '/usr/local/lib/systemd/user',
    '/usr/lib/systemd/user',
    ...run.map((path) => `${path}/generator.late`),
  ];
};

/** The folders a manager reads units from, the first hides the later ones: systemd.unit(5), `systemd-analyze unit-paths`. */
export function unitPaths(manager: Manager, variables: PathVariables): string[] {
  const standard = manager === 'system' ? SYSTEM : userPaths(variables);
  const { unitPath } = variables;
  if (!unitPath) return standard;
  const own = unitPath.split(':').filter((path) => path.startsWith('/'));
  return unitPath.endsWith(':') ? [...own, ...standard] : own;
}

/** The same folders below a root of their own: an image, a package being built, a collection of dotfiles. */
const ROOTED: Readonly<Record<Manager, readonly string[]>> = {
  system: SYSTEM,
  user: userPaths({ home: '' }),
};

/** Where a folder stands among the unit paths below some root; undefined when it is none of them. */
export function rootedPath(folder: string): { root: string; manager: Manager; rank: number } | undefined {
  for (const manager of ['system', 'user'] as const) {
    const rank = ROOTED[manager].findIndex((path) => folder.endsWith(path));
    if (rank >= 0) return { root: folder.slice(0, -ROOTED[manager][rank]!.length), manager, rank };
  }
  return undefined;
}
