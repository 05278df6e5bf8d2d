import type { Command } from './command.ts';
import type { Target } from './unit-of-file.ts';

/** Folders where an administrator and a user put units of their own, see systemd.unit(5). */
export const SYSTEM_FOLDER = '/etc/systemd/system';

export const userFolder = (home: string, configHome: string | undefined): string =>
  `${configHome || `${home}/.config`}/systemd/user`;

/** The same for Quadlet files, see podman-systemd.unit(5). */
export const QUADLET_SYSTEM_FOLDER = '/etc/containers/systemd';

export const quadletUserFolder = (home: string, configHome: string | undefined): string =>
  `${configHome || `${home}/.config`}/containers/systemd`;

/** The generator that makes services of Quadlet files when the manager is reloaded; it comes with Podman. */
export const quadletGenerator = (manager: Target['manager']): string =>
  `/usr/lib/systemd/${manager}-generators/podman-${manager}-generator`;

/** Where a file of a unit goes inside such a folder: a drop-in below its `.d`. */
export function installedPath(folder: string, { name, path }: Pick<Target, 'name' | 'path'>): string {
  const [parent, file] = path.split('/').slice(-2) as [string, string];
  return parent.endsWith('.d') ? `${folder}/${name}.d/${file}` : `${folder}/${file}`;
}

/** install(1) creates the folder, replaces the file atomically, and sets the usual mode. */
export const copy = (from: string, to: string): Command => ({
  program: 'install',
  args: ['-D', '--mode=644', '--no-target-directory', '--', from, to],
});

/** The folder of drop-ins a path lies in; undefined for a unit's own file. */
export const dropInFolder = (path: string): string | undefined => {
  const parent = path.split('/').at(-2) ?? '';
  return parent.endsWith('.d') ? parent : undefined;
};

/**
 * Links of drop-ins in a folder of units, next to the links that `systemctl link` makes: it takes units only, and the
 * manager would not see what lies beside the linked file.
 */
export function linkDropIns(folder: string, paths: readonly string[]): Command[] {
  const parents = [...new Set(paths.flatMap((path) => dropInFolder(path) ?? []))];
  if (parents.length === 0) return [];
  const links = parents.map((parent): Command => {
    const own = paths.filter((path) => dropInFolder(path) === parent);
    return { program: 'ln', args: ['--symbolic', '--force', '--', ...own, `${folder}/${parent}/`] };
  });
  const folders = parents.map((parent) => `${folder}/${parent}`);
  return [{ program: 'install', args: ['--directory', '--', ...folders] }, ...links];
}

/** Vendor folders, whose files the next update of a package overwrites. */
export const isVendorPath = (path: string): boolean =>
  /^\/(usr\/(local\/)?)?(lib|share)\/systemd\/(system|user)\//.test(path);

/** A Quadlet file that an administrator or a user has put where Podman looks. */
export const isOwnQuadlet = (path: string): boolean =>
  /^\/etc\/containers\/systemd\/|\/\.config\/containers\/systemd\//.test(path);

/** Not from a package and not generated: created by an administrator or a user. */
export const isOwnPath = (path: string): boolean => path !== '' && !isVendorPath(path) && !path.startsWith('/run/');
