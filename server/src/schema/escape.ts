import { uriPart } from '../text/uri-part.ts';
import { UNIT_NAME_MAX } from './unit-name.ts';

const PLAIN = /^[0-9A-Za-z:_.]$/;

/**
 * The unit name that belongs to a path, without suffix, as `unit_name_path_escape()` (src/basic/unit-name.c) makes
 * it: `-` for `/`, `home-lisa` for `/home/lisa`. Undefined for a path with `..` in it, and for a relative one.
 */
export function escapePath(path: string): string | undefined {
  if (!path.startsWith('/')) return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return undefined;
  return parts.length === 0 ? '-' : escapeName(parts.join('/'));
}

/** What `systemd-escape` makes of a text. */
export function escapeName(text: string): string {
  let result = '';
  for (const char of text) {
    if (char === '/') result += '-';
    else if (PLAIN.test(char) && !(char === '.' && result === '')) result += char;
    else for (const byte of utf8(char)) result += `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return result;
}

/** What `systemd-escape --unescape --path` makes of a name; undefined when it is not an escaped path. */
export const unescapePath = (name: string): string | undefined => {
  if (!isEscapedPath(name)) return undefined;
  return name === '-' ? '/' : `/${unescapeName(name)}`;
};

/** Whether `systemd-escape --path` makes this name of some path. */
export function isEscapedPath(name: string): boolean {
  if (name === '-') return true;
  if (!/^(?:[0-9A-Za-z:_.-]|\\x[0-9a-f]{2})+$/.test(name) || name.startsWith('.')) return false;
  if (/^-|-$|--/.test(name)) return false;
  for (const match of name.matchAll(/\\x(..)/g)) {
    const code = Number.parseInt(match[1]!, 16);
    const char = String.fromCharCode(code);
    if (code === 0 || char === '/' || (PLAIN.test(char) && !(char === '.' && match.index === 0))) return false;
  }
  return !name.split('-').some((part) => /^(\.|\\x2e)\.?$/.test(part));
}

/** What `systemd-escape --unescape` makes of a name. */
function unescapeName(name: string): string {
  const slashed = name.replace(/-/g, '/');
  return slashed.replace(/(?:\\x[0-9a-fA-F]{2})+/g, (run) => {
    const bytes = [...run.matchAll(/\\x(..)/g)].map((match) => Number.parseInt(match[1]!, 16));
    return fromUtf8(bytes);
  });
}

function utf8(char: string): number[] {
  const code = char.charCodeAt(0);
  // A byte that is not UTF-8 is read as such a character.
  if (char.length === 1 && code >= 0xdc80 && code <= 0xdcff) return [code - 0xdc00];
  const encoded = uriPart(char);
  if (!encoded.startsWith('%')) return [char.charCodeAt(0)];
  return encoded
    .slice(1)
    .split('%')
    .map((hex) => Number.parseInt(hex, 16));
}

function fromUtf8(bytes: readonly number[]): string {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return String.fromCharCode(...bytes);
  }
}

/**
 * The mount units a path may lie on, the deepest first: its own, those of its parents, and the root's. systemd uses
 * those of them that are there, and orders after them too (`unit_add_mount_dependencies()`, src/core/unit.c).
 */
export function mountNames(path: string): string[] {
  if (escapePath(path) === undefined) return [];
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const names = ['-.mount'];
  for (let prefix = '', i = 0; i < parts.length; i++) {
    prefix += `/${parts[i]}`;
    const name = `${escapePath(prefix)}.mount`;
    // Those of deeper folders are longer still.
    if (name.length > UNIT_NAME_MAX) break;
    names.push(name);
  }
  return names.reverse();
}
