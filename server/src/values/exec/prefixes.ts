import { since } from '../changes.ts';
/** The characters before an executable; systemd.service(5), table "Special executable prefixes". */
export interface Prefixes {
  /** How many characters they take. */
  readonly length: number;
  readonly ignoreFailure: boolean;
  /** The word after the executable becomes the program's argv[0]. */
  readonly ownName: boolean;
  /** The line is run by a shell. */
  readonly shell: boolean;
  /** Where `!!` stands complete: the place of its second mark. */
  readonly doubleMark?: number;
}

export const prefixHelp: Readonly<Record<string, string>> = {
  '-': 'a failure counts as success',
  '@': 'the next word becomes argv[0] of the program',
  ':': 'variables are not replaced',
  '+': 'runs with full privileges, without User= and sandboxing',
  '!': 'runs with full privileges but keeps sandboxing',
  '|': 'runs in a shell',
};

/** Reads prefixes as systemd does: each once, in any order, `+` and `!` not together. */
export function readPrefixes(text: string, version: number): Prefixes {
  const seen = new Set<string>();
  let doubleMark: number | undefined;
  let at = 0;
  for (; at < text.length; at++) {
    const mark = text[at]!;
    if (mark === '|' && !since(version, 'commands are run by a shell with |')) break;
    if (mark === '!' && seen.has('!') && doubleMark === undefined && !seen.has('+')) doubleMark = at;
    else if (!'-@:|+!'.includes(mark) || seen.has(mark)) break;
    else if ((mark === '+' && seen.has('!')) || (mark === '!' && seen.has('+'))) break;
    seen.add(mark);
  }
  return {
    length: at,
    ignoreFailure: seen.has('-'),
    ownName: seen.has('@'),
    shell: seen.has('|'),
    ...(doubleMark !== undefined && { doubleMark }),
  };
}
