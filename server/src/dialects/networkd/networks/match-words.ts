import type { GlobList } from '../../../text/glob-cover.ts';
import { codeSpan } from '../../../text/markdown.ts';
import { listWords } from '../../../values/problem.ts';
import type { Match } from './match.ts';

/** What is asked of a key, before its words. */
const PHRASES: Readonly<Record<string, readonly [is: string, isNot: string]>> = {
  Name: ['named', 'not named'],
  OriginalName: ['that the kernel names', 'that the kernel does not name'],
  Type: ['of type', 'not of type'],
  Kind: ['of kind', 'not of kind'],
  Driver: ['with the driver', 'without the driver'],
  Path: ['at', 'not at'],
  SSID: ['in the wireless network', 'not in the wireless network'],
  WLANInterfaceType: ['in the wireless mode', 'not in the wireless mode'],
  MACAddress: ['with the address', ''],
  PermanentMACAddress: ['with the permanent address', ''],
  BSSID: ['at the access point', ''],
  Property: ['with the udev property', ''],
};

/** More words than these are counted. */
const MOST_WORDS = 4;

const words = (list: readonly string[], how: (word: string) => string): string => {
  const shown = list.slice(0, MOST_WORDS).map(how);
  const left = list.length - shown.length;
  return listWords(left > 0 ? [...shown, `${left} more`] : shown, left > 0 ? 'and' : 'or');
};

/** Which interfaces a section is for, as the end of a sentence: ``interfaces named `eth*`, of type `ether` ``. */
export function matchInWords({ globs, others }: Match, how: (word: string) => string = codeSpan): string {
  const parts = [...globs].flatMap(([key, list]) => globsInWords(key, list, how));
  const conditions: string[] = [];
  for (const [key, values] of others) {
    const phrase = PHRASES[key]?.[0];
    if (phrase) parts.push(`${phrase} ${words(values, how)}`);
    else conditions.push(how(`${key}=${values.join(' ')}`));
  }
  const what = parts.length === 0 ? 'all interfaces' : `interfaces ${parts.join(', ')}`;
  return conditions.length === 0 ? what : `${what}, on machines with ${listWords(conditions, 'and')}`;
}

function globsInWords(key: string, { positive, negative }: GlobList, how: (word: string) => string): string[] {
  const [is, isNot] = PHRASES[key]!;
  const isAny = positive.includes('*');
  return [
    ...(positive.length > 0 && !isAny ? [`${is} ${words(positive, how)}`] : []),
    ...(negative.length > 0 ? [`${isNot} ${words(negative, how)}`] : []),
  ];
}
