import {
  configurationCalled,
  configurationOf,
  type DaemonConfiguration,
  loadOrder,
} from '../dialects/daemon-conf/configuration-files.ts';
import { daemonNames } from '../dialects/daemon-conf/directives.ts';
import type { JudgedFile } from '../engine/judged-file.ts';
import { createDocument } from '../features/document.ts';
import { decode } from './decode.ts';
import type { CliHost } from './host.ts';

/** A daemon's configuration as its files make it, in the order in which they are read. */
export interface DaemonFiles {
  /** `journald.conf`. */
  readonly name: string;
  /** None where no file is there. */
  readonly files: readonly JudgedFile[];
}

/** The files of a daemon's configuration, by one of them or by its name; undefined for what is not one. */
export function daemonFiles(host: CliHost, name: string, version: number): DaemonFiles | undefined {
  const isPath = name.includes('/') || host.kindOf(name) === 'file';
  const configuration = isPath ? configurationAt(host, name) : configurationCalled(name);
  if (!configuration) return undefined;
  const placeOf = isPath && isSpelledFromHere(host, name) ? (path: string) => path : host.placeOf;
  const files = loadOrder(configuration, { namesIn: namesIn(host, placeOf), version }).flatMap(
    (file) => judged(host, { path: file, place: placeOf(file) }, version) ?? [],
  );
  return { name: configuration.name, files };
}

/** Below the root of an image a path may be spelled from here; any other counts from that root. */
function isSpelledFromHere(host: CliHost, path: string): boolean {
  const [root, full] = [host.placeOf('/') ?? '/', path].map((each) =>
    host.join(each.startsWith('/') ? '' : host.cwd, each),
  );
  return full!.startsWith(root === '/' ? root! : `${root}/`);
}

/** By a path as it was given: what lies beside it is named from here as well. */
function configurationAt(host: CliHost, path: string): DaemonConfiguration | undefined {
  if (path.startsWith('/')) return configurationOf(path);
  const found = configurationOf(`/${path}`);
  if (!found) return configurationOf(host.join(host.cwd, path));
  return { ...found, folders: found.folders.map((folder) => folder.slice(1)) };
}

/** A link to /dev/null hides a drop-in; what cannot be read is not there for anybody. */
function judged(
  host: CliHost,
  { path, place }: { readonly path: string; readonly place: string | undefined },
  version: number,
): JudgedFile | undefined {
  if (place === undefined || host.kindOf(place) !== 'file') return undefined;
  try {
    return createDocument(decode(host.readFile(place)), { path, version }).judged;
  } catch {
    return undefined;
  }
}

/** The files that daemons read below the root of an image, all of them or those of one name. */
export function daemonPathsBelow(host: CliHost, version: number, name?: string): string[] {
  const list = namesIn(host, host.placeOf);
  const namespaces = ['/etc', '/run', '/usr/local/lib', '/usr/lib']
    .flatMap((folder) => list(`${folder}/systemd`))
    .map((found) => found.replace(/\.d$/, ''))
    .filter((found) => found.startsWith('journald@'));
  const names = name === undefined ? [...daemonNames, ...namespaces] : [name];
  const paths = names
    .flatMap((each) => configurationCalled(each) ?? [])
    .flatMap((configuration) => loadOrder(configuration, { namesIn: list, version }))
    .flatMap((path) => host.placeOf(path) ?? [])
    .filter((path) => host.kindOf(path) === 'file');
  return [...new Set(paths)];
}

/** Lists a folder of the machine, or of an image; nothing where there is none. What an image lacks is not looked for outside of it. */
const namesIn =
  (host: CliHost, placeOf: CliHost['placeOf']) =>
  (folder: string): string[] => {
    const place = placeOf(folder);
    try {
      return place === undefined ? [] : host.readDirectory(place).map(({ name }) => name);
    } catch {
      return [];
    }
  };
