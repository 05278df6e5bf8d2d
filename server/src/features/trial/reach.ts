import { parseBoolean } from '../../values/boolean.ts';

/** How near a value comes to a path: characters of what it names; undefined where the path is none of its business. */
export type Reach = (value: string, path: string) => number | undefined;

/** Whether a path is a folder, or lies in it. */
const lies = (path: string, folder: string): boolean =>
  folder === '/' || path === folder || path.startsWith(`${folder.replace(/\/$/, '')}/`);

/** Paths of a list, of which `-` and `+` in front mean something else, and options behind a colon. */
const pathsOf = (value: string): string[] =>
  value
    .split(/\s+/)
    .map((word) => word.replace(/^["']?[-+]*/, '').replace(/["']$/, ''))
    .flatMap((word) => word.split(':').filter((part) => part.startsWith('/')));

const nearest = (folders: readonly string[], path: string): number | undefined => {
  const found = folders.filter((folder) => lies(path, folder)).map(({ length }) => length);
  return found.length === 0 ? undefined : Math.max(...found);
};

/** What lies at or below the paths of a list. */
export const within: Reach = (value, path) => nearest(pathsOf(value), path);

const HOMES = ['/home', '/root', '/run/user'];

/** Directives that make folders read-only by a word, systemd.exec(5). */
export const readOnly = {
  ProtectSystem: ((value, path) => {
    if (value === 'strict') return ['/dev', '/proc', '/sys'].some((folder) => lies(path, folder)) ? undefined : 1;
    const folders = ['/usr', '/boot', '/efi', '/bin', '/sbin', '/lib', '/lib64', ...(value === 'full' ? ['/etc'] : [])];
    return value === 'full' || parseBoolean(value) ? nearest(folders, path) : undefined;
  }) satisfies Reach,
};

/** Directives that hide folders by a word. */
export const inaccessible = {
  ProtectHome: ((_, path) => nearest(HOMES, path)) satisfies Reach,
};
