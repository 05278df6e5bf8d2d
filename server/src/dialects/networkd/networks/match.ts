import { readWords } from '../../../syntax/words.ts';
import { type GlobList, isCovered, takesText } from '../../../text/glob-cover.ts';
import { memoize } from '../../../text/memoize.ts';
import type { Device, LoadedNetwork } from './networks.ts';

/** What [Match] of a file and its drop-ins asks of an interface; all of it has to fit. */
export interface Match {
  /** Keys whose values are words with `*` and the like. */
  readonly globs: ReadonlyMap<string, GlobList>;
  /** All others: words of addresses and properties, whole values of conditions. */
  readonly others: ReadonlyMap<string, readonly string[]>;
  /** Whether all is read as systemd reads it: there is no fault in it, and nothing that is put in later. */
  readonly isCertain: boolean;
}

/** Whether the program loads a file with such a section. */
export const isEmptyMatch = ({ globs, others }: Match): boolean => globs.size + others.size === 0;

const GLOBS = new Set(['Name', 'OriginalName', 'Type', 'Kind', 'Driver', 'Path', 'WLANInterfaceType', 'SSID']);
const NAMES = new Set(['Name', 'OriginalName']);
const ADDRESSES = new Set(['MACAddress', 'PermanentMACAddress', 'BSSID']);
const PROPERTY = 'Property';
/** The machine is asked once for each; the last value counts (`config_parse_net_condition()`). */
const isCondition = (key: string): boolean => !GLOBS.has(key) && !ADDRESSES.has(key) && key !== PROPERTY;

/** Reads the sections [Match] as systemd adds them up: an empty value takes back what was said of its key. */
export const matchOf: (loaded: LoadedNetwork) => Match = memoize(({ fragment, dropIns }: LoadedNetwork): Match => {
  const globs = new Map<string, GlobList>();
  const others = new Map<string, readonly string[]>();
  let isCertain = !fragment.judged.source.identity.isSource;
  for (const { judged } of [fragment, ...dropIns]) {
    isCertain &&= judged.cutOff === undefined;
    for (const { section, assignments } of judged.sections) {
      if (section.name !== 'Match') continue;
      for (const { node, directive, problems } of assignments) {
        if (!directive) continue;
        const { key, value } = node;
        isCertain &&= problems.length === 0 && !value.text.includes('%');
        if (value.text === '') [globs, others].map((values) => values.delete(key));
        else if (GLOBS.has(key)) globs.set(key, added(globs.get(key), key, value.text));
        else if (isCondition(key)) others.set(key, [value.text]);
        else others.set(key, [...(others.get(key) ?? []), ...wordsOf(value.text)]);
      }
    }
  }
  return { globs, others, isCertain };
});

function added(before: GlobList | undefined, key: string, text: string): GlobList {
  const isNegative = text.startsWith('!');
  const rest = isNegative ? text.slice(1) : text;
  const words = NAMES.has(key) ? readWords(rest, {}).words.map((word) => word.text) : wordsOf(rest);
  const { positive, negative } = before ?? { positive: [], negative: [] };
  return isNegative ? { positive, negative: [...negative, ...words] } : { positive: [...positive, ...words], negative };
}

const wordsOf = (text: string): string[] =>
  readWords(text, { unquote: true, retainEscape: true }).words.map((word) => word.text);

/** An interface as far as a .netdev file tells. */
type Described = Pick<Device, 'name' | 'kind'>;

/** Devices whose type (`DEVTYPE` of the kernel) is called as their kind is; where udev does not run, as in containers, it is `ether`. */
const TYPED = new Set(['bridge', 'bond', 'vlan', 'vxlan']);

/** Whether a file is for a device that a .netdev file makes; undefined where more would have to be known of it. */
export function matchesDevice({ globs, others, isCertain }: Match, { name, kind }: Described): boolean | undefined {
  const known: Readonly<Record<string, readonly string[]>> = {
    Name: [name],
    Kind: kind === undefined ? [] : [kind],
    Type: kind !== undefined && TYPED.has(kind) ? [kind, 'ether'] : [],
  };
  const answers = [...globs].map(([key, list]) => {
    const [answer, ...others] = (known[key] ?? []).map((text) => takesText(list, text));
    return others.every((other) => other === answer) ? answer : undefined;
  });
  if (answers.includes(false)) return false;
  const isAll = isCertain && others.size === 0 && !answers.includes(undefined);
  return isAll && answers.length > 0 ? true : undefined;
}

const EVERYTHING: GlobList = { positive: [], negative: [] };

/**
 * Whether every interface that one section is for is one of another as well, on whatever machine. True is certain: each
 * setting of the outer one has to hold by what the inner one says of the same key.
 */
export function coversMatch(outer: Match, inner: Match): boolean {
  if (!outer.isCertain || !inner.isCertain || isEmptyMatch(outer)) return false;
  for (const [key, list] of outer.globs) if (!coversGlobs(key, list, inner.globs.get(key) ?? EVERYTHING)) return false;
  for (const [key, values] of outer.others) if (!coversOther(key, values, inner.others.get(key) ?? [])) return false;
  return true;
}

/** What an interface does not have (a driver, a kind) fits no word, and so is left out by none after `!`. */
function coversGlobs(key: string, outer: GlobList, inner: GlobList): boolean {
  if (key === 'Path' || key === 'SSID' || key === 'WLANInterfaceType')
    return areSame(outer.positive, inner.positive) && areSame(outer.negative, inner.negative);
  const isAlwaysThere = NAMES.has(key);
  const takesNothing = ({ positive }: GlobList): boolean => positive.length === 0;
  if (!isAlwaysThere && takesNothing(inner) && !takesNothing(outer)) return false;
  return isCovered(inner, outer);
}

function coversOther(key: string, outer: readonly string[], inner: readonly string[]): boolean {
  const isAmong = (words: readonly string[], all: readonly string[]): boolean =>
    words.every((word) => all.includes(word));
  // Of several addresses one has to be the interface's, of several properties all.
  if (ADDRESSES.has(key)) return inner.length > 0 && isAmong(inner.map(plain), outer.map(plain));
  if (key === PROPERTY) return isAmong(outer, inner);
  return areSame(outer, inner);
}

const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, i) => word === other[i]);

/** `00-1B-…` and `00:1b:…` are one; what is written in other ways is not looked into. */
const plain = (address: string): string => address.toLowerCase().replace(/-/g, ':');

/** Those of a list that come before one and are for everything it is for: the first of them, if any. */
export function hiding(order: readonly LoadedNetwork[], own: LoadedNetwork): LoadedNetwork | undefined {
  const match = matchOf(own);
  if (!match.isCertain || isEmptyMatch(match)) return undefined;
  const at = order.indexOf(own);
  return order.slice(0, Math.max(0, at)).find((earlier) => coversMatch(matchOf(earlier), match));
}

/** Which files set up a device, in order: those that may, up to the first that does for certain. */
export function networksFor(
  order: readonly LoadedNetwork[],
  device: Described,
): readonly { readonly loaded: LoadedNetwork; readonly isCertain: boolean }[] {
  const found: { loaded: LoadedNetwork; isCertain: boolean }[] = [];
  for (const loaded of order) {
    const match = matchOf(loaded);
    const answer = isEmptyMatch(match) ? false : matchesDevice(match, device);
    if (answer === false) continue;
    found.push({ loaded, isCertain: answer === true });
    if (answer) break;
  }
  return found;
}
