import type { Found } from '../generator/lookup.ts';

/** An option in a command line, with the line of the file that its value is from. */
export interface GivenOption {
  readonly name: string;
  readonly value: Found;
}

/** What podman refuses about a value, as the beginning of a sentence. */
export interface OptionFault {
  readonly fault: string;
  readonly value: Found;
}

/** Options with a value that are looked at, by name; of others nothing is known. */
export function readOptions(words: readonly Found[], isLookedAt: (name: string) => boolean): GivenOption[] {
  const found: GivenOption[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const equals = word.text.indexOf('=');
    const name = equals < 0 ? word.text : word.text.slice(0, equals);
    if (!isLookedAt(name)) continue;
    if (equals >= 0) found.push({ name, value: { ...word, text: word.text.slice(equals + 1) } });
    else if (words[i + 1]) found.push({ name, value: words[++i]! });
  }
  return found;
}
