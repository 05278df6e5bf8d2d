import type { CliHost } from './host.ts';

export const absolute = (host: CliHost, path: string): string =>
  path.startsWith('/') ? host.join(path) : host.join(host.cwd, path);

export const isWithin = (path: string, root: string): boolean =>
  path === root || path.startsWith(root.endsWith('/') ? root : `${root}/`);

/** How a path is called from a folder: `units/web.service`, `../web.service`. Both are absolute. */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter((part) => part !== '');
  const to = path.split('/').filter((part) => part !== '');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
