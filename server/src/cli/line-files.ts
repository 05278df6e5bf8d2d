import { loadOrder, searchedCalled, searchedFolders } from '../dialects/lines/load-order.ts';
import type { SearchedFolders } from '../engine/lines/line-dialect.ts';
import { decode } from './decode.ts';
import type { CliHost } from './host.ts';

/** What a program reads line by line, as one: each file that counts below the name of its path. Undefined for another name. */
export function lineConfiguration(host: CliHost, name: string): string | undefined {
  const searched = searchedCalled(name);
  if (!searched) return undefined;
  const parts = filesOf(host, searched).flatMap(({ path, place }) => {
    const text = textOf(host, place);
    return text === undefined ? [] : [`# ${path}\n${text}${/(?:^|\n)$/.test(text) ? '' : '\n'}`];
  });
  return parts.join('\n');
}

/** The files that count, of all programs or of one name. */
export function linePathsBelow(host: CliHost, name?: string): string[] {
  const wanted = name === undefined ? searchedFolders : searchedFolders.filter((searched) => searched.name === name);
  return wanted.flatMap((searched) => filesOf(host, searched).map(({ place }) => place));
}

function filesOf(host: CliHost, searched: SearchedFolders): { path: string; place: string }[] {
  return loadOrder(searched, namesIn(host)).flatMap((path) => {
    const place = host.placeOf(path);
    return place === undefined || isMasked(host, path) || host.kindOf(place) !== 'file' ? [] : [{ path, place }];
  });
}

/** A link to /dev/null hides the files of that name in the folders behind. */
function isMasked(host: CliHost, path: string): boolean {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return host.readLink(`${host.placeOf(folder)}${path.slice(folder.length)}`) === '/dev/null';
}

/** Undefined for what cannot be read, or is empty: an empty file hides others as well. */
function textOf(host: CliHost, place: string): string | undefined {
  try {
    return decode(host.readFile(place)) || undefined;
  } catch {
    return undefined;
  }
}

/** Lists a folder of the machine, or of an image; nothing where there is none. */
const namesIn =
  (host: CliHost) =>
  (folder: string): string[] => {
    const place = host.placeOf(folder);
    try {
      return place === undefined ? [] : host.readDirectory(place).map(({ name }) => name);
    } catch {
      return [];
    }
  };
