import { URI } from 'vscode-uri';
import { wellFormed } from '../text/uri-part.ts';

/** How the machine the files are on writes and compares paths. */
export interface PathStyle {
  /** Backslashes, drives and shares. */
  readonly windows: boolean;
  /** `A.service` and `a.service` are one file. */
  readonly ignoresCase: boolean;
}

export const posixPaths: PathStyle = { windows: false, ignoresCase: false };

/** Between the uris of a client and the paths by which files are known here. */
export interface Uris {
  /**
   * The path of any uri, forward slashes; for an untitled text its name. Drives are small letters, shares begin with two
   * slashes, and where the machine does not tell capitals from small letters, the spelling that came first stays.
   */
  toPath(uri: string): string;
  /** The uri of a file, as the client itself writes it where it has said it. */
  toUri(path: string): string;
  /** The spelling by which a file is known that was found under this one. */
  known(path: string): string;
  /** The client has this file open under this uri. */
  opened(uri: string): void;
  closed(uri: string): void;
}

export function createUris({ windows, ignoresCase }: PathStyle = posixPaths): Uris {
  const spellings = new Map<string, string>();
  const open = new Map<string, string>();
  const known = (path: string): string => {
    if (!ignoresCase) return path;
    const key = path.toLowerCase();
    const first = spellings.get(key);
    if (first === undefined) spellings.set(key, path);
    return first ?? path;
  };
  const toPath = (uri: string): string => {
    const { scheme, authority, path } = partsOf(uri);
    if (scheme !== 'file') return path;
    const whole = authority === '' ? path : `//${authority}${path}`;
    return known(windows ? slashed(whole) : plain(whole));
  };
  return {
    toPath,
    known,
    toUri: (path) => open.get(path) ?? pathToUri(path),
    opened: (uri) => void open.set(toPath(uri), uri),
    closed(uri) {
      const path = toPath(uri);
      if (open.get(path) === uri) open.delete(path);
    },
  };
}

/** `/C:\units\a.service` → `/c:/units/a.service`; a name on Windows has no backslash, one of a unit elsewhere may. */
const slashed = (path: string): string =>
  path.replaceAll('\\', '/').replace(/^\/?([A-Za-z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`);

/** Without empty steps, `.` and `..`: a path has one form. */
function plain(path: string): string {
  if (!/\/(?:\.{0,2}(?:\/|$))/.test(path)) return path;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `/${steps.join('/')}`;
}

/** Some clients write uris that are none (`file:////a`): they have a path all the same. */
function partsOf(uri: string): Pick<URI, 'scheme' | 'authority' | 'path'> {
  try {
    return URI.parse(uri);
  } catch {
    const [, scheme = '', path = ''] = /^(?:([\w+.-]*):)?([^?#]*)/.exec(uri) ?? [];
    return { scheme, authority: '', path: path.replace(/%[0-9a-f]{2}/gi, decoded).replace(/^\/*/, '/') };
  }
}

function decoded(byte: string): string {
  try {
    return decodeURIComponent(byte);
  } catch {
    return byte;
  }
}

/** What a uri begins with before its path: `file://`, `vscode-vfs://github`. */
export function schemeAndAuthority(uri: string): string {
  const { scheme, authority } = partsOf(uri);
  return `${scheme}://${authority}`;
}

export const pathToUri = (path: string): string => URI.file(wellFormed(path)).toString();
