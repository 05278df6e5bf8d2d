import { memoize } from '../../../text/memoize.ts';
import { cut, trimEnd } from './go.ts';
import { linesOf, type Origin, type UnitLine, type UnitText } from './unit-text.ts';
import { type Splitting, splitWords } from './words.ts';

/** A value, and the line it is from. */
export interface Found {
  readonly text: string;
  readonly origin: Origin | undefined;
}

/** Where values are looked up: a section of a file with its drop-ins. How quotes are read depends on the version. */
export interface Place {
  readonly text: UnitText;
  readonly section: string;
  readonly podman: number;
}

const toFound = (line: UnitLine): Found => ({ text: line.value, origin: line.origins[0] });

const assignmentsOf = ({ text, section }: Place, key: string): readonly UnitLine[] =>
  byKey(linesOf(text, section)).get(key) ?? [];

/** A section is asked for a hundred keys. */
const byKey = memoize((lines: readonly UnitLine[]): ReadonlyMap<string, readonly UnitLine[]> => {
  const keys = new Map<string, UnitLine[]>();
  for (const line of lines) {
    if (line.key === undefined) continue;
    const own = keys.get(line.key);
    if (own) own.push(line);
    else keys.set(line.key, [line]);
  }
  return keys;
});

/** The last assignment as it was written. */
export function lookupRaw(place: Place, key: string): Found | undefined {
  const last = assignmentsOf(place, key).at(-1);
  return last && toFound(last);
}

/** The last assignment without the quotes around it: one pair since Podman 5.8, before that all at either end. */
export function lookup(place: Place, key: string): Found | undefined {
  const found = lookupRaw(place, key);
  return found && { ...found, text: unquoted(trimEnd(found.text), place.podman) };
}

/** The same, where an empty value counts as none. */
export function lookupFilled(place: Place, key: string): Found | undefined {
  const found = lookup(place, key);
  return found?.text ? found : undefined;
}

function unquoted(text: string, podman: number): string {
  if (podman >= 508) return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
  let [start, end] = [0, text.length];
  while (text[start] === '"') start++;
  while (end > start && text[end - 1] === '"') end--;
  return text.slice(start, end);
}

/** What Podman takes for true; everything else is false. */
export const isTrue = (text: string): boolean => /^(?:1|yes|true|on)$/i.test(text);

export function lookupBoolean(place: Place, key: string): (Found & { readonly value: boolean }) | undefined {
  const found = lookup(place, key);
  return found && { ...found, value: isTrue(found.text) };
}

/** All assignments of a key; an empty one clears those before it. */
export function lookupAll(place: Place, key: string): Found[] {
  const lines = assignmentsOf(place, key);
  const cleared = lines.map(({ value }) => value).lastIndexOf('');
  return lines.slice(cleared + 1).map(toFound);
}

/** The words of all assignments. Of one that cannot be split nothing is taken. */
export const lookupWords = (place: Place, key: string, splitting: Splitting): Found[] =>
  lookupAll(place, key).flatMap(({ text, origin }) =>
    (splitWords(text, splitting) ?? []).map((word) => ({ text: word, origin })),
  );

/** The words of the last assignment; undefined if there is none or it cannot be split. */
export function lookupArguments(place: Place, key: string): Found[] | undefined {
  const found = lookupRaw(place, key);
  const words = found && splitWords(found.text, 'arguments');
  return words?.map((text) => ({ text, origin: found?.origin }));
}

/** `NAME=value` words by name, the last of a name counts; sorted as Podman sorts them. Up to 5.5 a name alone was dropped. */
export function lookupPairs(place: Place, key: string): Found[] {
  const pairs = new Map<string, Found>();
  for (const word of lookupWords(place, key, 'arguments')) {
    const [name, value] = cut(word.text, '=');
    if (value !== undefined || place.podman >= 506) pairs.set(name, word);
  }
  return [...pairs].sort(([a], [b]) => byBytes(a, b)).map(([, word]) => word);
}

/** Go compares strings by their bytes, which for UTF-8 is by code point. */
export function byBytes(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1);
}

/** A number as Podman reads it for 32 bits: decimal, 0x hexadecimal, 0 octal; what is none counts as 0. */
export function lookupUint32(place: Place, key: string): number {
  const text = lookup(place, key)?.text ?? '';
  const plain = text.replace(/^[+-]/, '');
  const sign = text.startsWith('-') ? -11 : 1;
  const [digits, base] = /^0x/i.test(plain) ? [plain.slice(2), 16] : [plain, plain.startsWith('0') ? 8 : 10];
  const isNumber = { 8: /^[+-]?[0-7]+$/, 10: /^[+-]?[0-9]+$/, 16: /^[+-]?[0-9a-f]+$/i }[base]!.test(digits);
  const value = isNumber ? sign * Number.parseInt(digits, base) : 0;
  return value < 0 || value > 0xffffffff ? 0 : value;
}
