import type { FileIdentity } from '../../schema/file-identity.ts';
import { foreignFormat, isInQuadletFolder } from '../../schema/foreign.ts';
import { NEWEST_PODMAN } from '../../schema/podman.ts';
import { type QuadletKind, sectionOfKind } from './generator/names.ts';

export const DIALECT = 'quadlet';

/** Suffixes that are nobody else's. */
export const OWN: readonly QuadletKind[] = ['container', 'kube', 'volume'];
/** Suffixes of other files as well (`.pod` of Perl's documentation): the folder decides, or the sections. */
export const SHARED: readonly QuadletKind[] = ['pod', 'network', 'image', 'build', 'artifact'];

/** Finds files that are called as Quadlet files are, as editors take it. */
export const QUADLET_FILES = `**/*.{${[...OWN, ...SHARED].join(',')}}`;

/** A Quadlet file or drop-in by its path alone. */
export function quadletOfPath(path: string): FileIdentity | undefined {
  const { kind, role } = named(path);
  if (!kind) return undefined;
  // A drop-in of `lan.network` may be one of systemd-networkd.
  const isOwn = OWN.includes(kind) || (role === 'drop-in' && kind !== 'network');
  return isOwn || isInQuadletFolder(path) ? identityOf(path, kind, role) : undefined;
}

/** The same outside of Podman's folders, if it has the section of its kind. */
export function quadletBySections(path: string, sections: readonly string[]): FileIdentity | undefined {
  const { kind, role } = named(path);
  const isNetworkd = kind === 'network' && (role === 'drop-in' || !sections.every(isOfQuadlet));
  return kind && !isNetworkd && sections.includes(sectionOfKind(kind)) ? identityOf(path, kind, role) : undefined;
}

/**
 * Whether a file is called as Quadlet files and their drop-ins are. Outside of Podman's folders `web.pod` may be
 * anything: its text tells.
 */
export const mayBeQuadlet = (path: string): boolean => named(path).kind !== undefined;

/** Whether a file called so is one of Quadlet's. */
export function isQuadlet(path: string, text: string): boolean {
  const lines = (): string[] => text.split('\n').filter((line) => line.startsWith('['));
  const sections = (): string[] => lines().map((line) => line.slice(1, line.lastIndexOf(']')));
  if (quadletOfPath(path)) return true;
  return foreignFormat(path, text) === undefined && quadletBySections(path, sections()) !== undefined;
}

/** Sections of a `.network` file that is not one of systemd-networkd, which takes none without [Match]. */
const isOfQuadlet = (section: string): boolean =>
  ['Unit', 'Network', 'Quadlet', 'Service', 'Install'].includes(section) || section.startsWith('X-');

interface Named {
  readonly kind?: QuadletKind | undefined;
  readonly role: FileIdentity['role'];
}

function named(path: string): Named {
  const segments = path.split('/');
  const folder = segments.at(-2) ?? '';
  // `container.d` of a whole kind means something in Podman's folders only.
  const owner = /^(?:.*\.)?([a-z]+)\.d$/.exec(folder);
  const isOwn = folder.includes('.', 1) && folder.indexOf('.') < folder.length - 2;
  if (path.endsWith('.conf'))
    return owner && (isOwn || isInQuadletFolder(path))
      ? { kind: kindOf(owner[1]!), role: 'drop-in' }
      : { role: 'drop-in' };
  const name = segments.at(-1) ?? '';
  const dot = name.lastIndexOf('.');
  return { kind: dot > 0 ? kindOf(name.slice(dot + 1)) : undefined, role: 'fragment' };
}

const kindOf = (suffix: string): QuadletKind | undefined => [...OWN, ...SHARED].find((kind) => kind === suffix);

const identityOf = (path: string, kind: QuadletKind, role: FileIdentity['role']): FileIdentity => ({
  dialect: DIALECT,
  kind,
  makes: 'service',
  role,
  unit: undefined,
  manager: managerOfQuadlet(path),
  podman: NEWEST_PODMAN,
  isSource: false,
});

/** The manager for which Podman makes a unit of a file. */
export const managerOfQuadlet = (path: string): FileIdentity['manager'] =>
  /\/\.config\/containers\/systemd\/|\/containers\/systemd\/users\//.test(path) ? 'user' : 'system';

/** The folder whose Quadlet files are read together with one: that of Podman or a repository, else the one it is in. */
export function quadletRoot(path: string): string {
  const known = /^.*(?:^|\/)(?:containers\/systemd|quadlets?)(?=\/)/.exec(path)?.[0];
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return known ?? ((folder.endsWith('.d') ? folder.slice(0, Math.max(0, folder.lastIndexOf('/'))) : folder) || '.');
}

/** The folders of a machine that Podman reads, for root and for users. */
export const QUADLET_FOLDERS: readonly string[] = ['run', 'etc', 'usr/share'].map(
  (folder) => `/${folder}/containers/systemd`,
);

/** The folders in which Podman looks on a machine with these unit paths; a user's are beside those of the user's units. */
export function quadletSearchFolders({
  system,
  user,
}: Readonly<Record<'system' | 'user', readonly string[]>>): readonly string[] {
  const own = user.filter((path) => /\/\.config\/systemd\/user$/.test(path));
  const machine = system.includes('/etc/systemd/system') ? QUADLET_FOLDERS : [];
  return [...machine, ...own.map((path) => path.replace(/systemd\/user$/, 'containers/systemd'))];
}

/** A folder with those that Podman reads beside it; podman-systemd.unit(5), "Podman rootful unit search path". */
export function quadletFolders(root: string): readonly string[] {
  const [, prefix] = /^(.*?)\/(?:run|etc|usr\/share)\/containers\/systemd$/.exec(root) ?? [];
  if (prefix === undefined) return [root];
  const all = ['run', 'etc', 'usr/share'].map((folder) => `${prefix}/${folder}/containers/systemd`);
  return [root, ...all.filter((folder) => folder !== root)];
}

/** Whether a folder is one that Podman reads: what is not in it is not there. */
export const isPodmansFolder = (root: string): boolean => /(?:^|\/)containers\/systemd$/.test(root);
