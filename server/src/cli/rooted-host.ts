import { unitPaths } from '../units/unit-paths.ts';
import type { CliHost } from './host.ts';

/** The kernel follows no more links than this. */
const MOST_LINKS = 40;

/** Where distributions put systemd's own library, whose name tells the version: libsystemd-shared-252.so. */
const LIBRARY_FOLDERS = ['usr/lib/systemd', 'usr/lib64/systemd', 'lib/systemd'];

/** The machine whose files lie below a folder: an image tree, a package being built. Its links lead nowhere outside. */
export function rootedHost(host: CliHost, root: string): CliHost {
  const paths = (manager: 'system' | 'user'): string[] => {
    const inside = unitPaths(manager, { home: '/root' }).map((path) => resolveInside(host, root, path));
    return [...new Set(inside)].filter((path) => path !== undefined && host.kindOf(path) === 'directory') as string[];
  };
  return {
    ...host,
    machinePaths: async () => ({ system: paths('system'), user: paths('user') }),
    systemdVersion: () => versionInside(host, root),
    // Nothing of an image is run, and no file in it tells.
    podmanVersion: () => undefined,
    placeOf: (path) => resolveInside(host, root, path),
    readFile: (path) => host.readFile(fileInside(host, root, path)),
    realPath: (path) => resolveInside(host, root, path.slice(root.length)),
  };
}

/** A link in an image is meant for the image: on this machine it may lead to anything. */
function fileInside(host: CliHost, root: string, path: string): string {
  if (host.readLink(path) === undefined || !path.startsWith(root)) return path;
  const found = resolveInside(host, root, path.slice(root.length));
  if (found === undefined) throw new Error(`${path}: a link that leads nowhere below ${root}`);
  return found;
}

/** Follows every link on the way of a path that counts from the root; undefined where it leads nowhere. */
function resolveInside(host: CliHost, root: string, path: string): string | undefined {
  let left = path.split('/').filter((part) => part !== '' && part !== '.');
  const done: string[] = [];
  for (let links = 0; left.length > 0; ) {
    const [part = '', ...rest] = left;
    left = rest;
    if (part === '..') {
      done.pop();
      continue;
    }
    const target = host.readLink(host.join(root, ...done, part));
    if (target === undefined) {
      done.push(part);
      continue;
    }
    if (++links > MOST_LINKS) return undefined;
    if (target.startsWith('/')) done.length = 0;
    left = [...target.split('/').filter((word) => word !== '' && word !== '.'), ...left];
  }
  const found = host.join(root, ...done);
  // Masked units lead to /dev/null, which images do not have.
  if (done.join('/') === 'dev/null') return '/dev/null';
  return host.kindOf(found) === undefined ? undefined : found;
}

/** The version of the systemd below a folder, told by the name of its library: nothing is run. */
export function versionInside(host: CliHost, root: string): number | undefined {
  const list = (folder: string): readonly string[] => {
    const path = resolveInside(host, root, folder);
    return path !== undefined && host.kindOf(path) === 'directory'
      ? host.readDirectory(path).map(({ name }) => name)
      : [];
  };
  const multiarch = list('usr/lib')
    .filter((name) => /-linux-/.test(name))
    .map((name) => `usr/lib/${name}/systemd`);
  for (const folder of [...LIBRARY_FOLDERS, ...multiarch]) {
    for (const name of list(folder)) {
      const version = /^libsystemd-shared-(\d{3})\b/.exec(name)?.[1];
      if (version !== undefined) return Number(version);
    }
  }
  return undefined;
}
