import { withoutEnd } from './trim-end.ts';

/** A pattern of paths, read once: names, each in parts. */
export type Glob = readonly (readonly string[])[];

const ANY_FOLDERS = ['**'];

/**
 * Reads a pattern: `*` and `?` stand for characters of one name, `[a-z]` and `[!a-z]` for one of some, `**` for any folders. One
 * with a slash counts from the folder it is written in, one without is looked for at any depth; what matches a folder matches all
 * that is in it. A backslash is a character as any other, as names of units have it.
 */
export function readGlob(pattern: string): Glob {
  const names = pattern.split('/').filter((name) => name !== '' && name !== '.');
  const isAnywhere = !withoutEnd(pattern, '/').includes('/');
  return [...(isAnywhere ? [ANY_FOLDERS] : []), ...names.map(partsOf), ANY_FOLDERS];
}

/**
 * Whether a path, which counts from the same folder, is meant. The time grows with both lengths, whatever the pattern is: it may be
 * that of a stranger, for whom a regular expression could be made to run for years.
 */
export function matchesGlob(glob: Glob, path: string): boolean {
  const names = path.split('/').filter((name) => name !== '');
  return matches(glob, names, { isAny: ([first]) => first === '**', isSame: matchesName });
}

const matchesName = (parts: readonly string[], name: string): boolean =>
  matches(parts, [...name], { isAny: (part) => part === '*', isSame: matchesCharacter });

/** `a*[b-d]` as `a`, `*`, `[b-d]`; `**` is one only if it is all there is. */
function partsOf(name: string): readonly string[] {
  if (name === '**') return ANY_FOLDERS;
  const parts: string[] = [];
  const lastEnd = name.lastIndexOf(']');
  for (let at = 0; at < name.length; at += parts.at(-1)!.length) {
    // A bracket that comes first is a member.
    const end =
      name[at] === '[' && at + 2 <= lastEnd ? name.indexOf(']', at + (/[!^]/.test(name[at + 1]!) ? 3 : 2)) : -1;
    parts.push(end < 0 ? String.fromCodePoint(name.codePointAt(at)!) : name.slice(at, end + 1));
  }
  return parts;
}

function matchesCharacter(part: string, character: string): boolean {
  if (part === '?') return true;
  if (part.length < 3 || !part.startsWith('[') || !part.endsWith(']')) return part === character;
  const isNegated = part[1] === '!' || part[1] === '^';
  return isInClass([...part.slice(isNegated ? 2 : 1, -1)], character) !== isNegated;
}

function isInClass(members: readonly string[], character: string): boolean {
  for (let i = 0; i < members.length; i++) {
    const [from = '', dash, to] = members.slice(i, i + 3);
    if (dash === '-' && to !== undefined) {
      if (from <= character && character <= to) return true;
      i += 2;
    } else if (from === character) return true;
  }
  return false;
}

interface Words<W, T> {
  /** Stands for any number of what is matched. */
  readonly isAny: (word: W) => boolean;
  readonly isSame: (word: W, item: T) => boolean;
}

/** Only the last word that stands for any number is ever tried again. */
function matches<W, T>(pattern: readonly W[], items: readonly T[], { isAny, isSame }: Words<W, T>): boolean {
  let at = 0;
  let item = 0;
  let retry: { readonly at: number; item: number } | undefined;
  while (item < items.length) {
    const word = pattern[at];
    if (word !== undefined && isAny(word)) {
      retry = { at, item };
      at++;
    } else if (word !== undefined && isSame(word, items[item]!)) {
      at++;
      item++;
    } else if (retry) {
      retry.item++;
      item = retry.item;
      at = retry.at + 1;
    } else return false;
  }
  return pattern.slice(at).every(isAny);
}
