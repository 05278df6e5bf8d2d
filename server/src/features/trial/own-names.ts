import type { UnitName } from '../../schema/unit-name.ts';
import type { ValueTraits } from '../../values/value-type.ts';

/** What the name of a unit, and the path of its file, stand for in its values; systemd.unit(5), "Specifiers". */
export interface OwnNames {
  readonly name: UnitName;
  /** Of its fragment. */
  readonly path: string;
}

/**
 * Puts what `%n`, `%N`, `%p`, `%P`, `%f`, `%y` and `%Y` stand for in their place, as a trial has another name. `%i`, `%I`,
 * `%j` and `%J` stay: the name of a trial ends like that of its unit, so they mean the same.
 * @param isList systemd reads the value word by word, and takes a backslash for an escape
 */
export function withOwnNames(
  value: string,
  names: OwnNames,
  { specifiers, isList }: { readonly specifiers: ValueTraits['specifiers']; readonly isList: boolean },
): string {
  if (specifiers === undefined || !value.includes('%')) return value;
  const replaced = (text: string): string =>
    text.replace(/%(.)/gs, (whole, letter: string) => {
      const meaning = meaningOf(letter, names);
      if (meaning === undefined) return whole;
      const literal = meaning.replaceAll('%', '%%');
      return isList ? literal.replaceAll('\\', '\\\\') : literal;
    });
  if (specifiers === 'to-colon') return upToColon(value, replaced);
  if (specifiers === 'to-colon-of-word') return value.replace(/\S+/g, (word) => upToColon(word, replaced));
  return replaced(value);
}

function upToColon(text: string, replaced: (text: string) => string): string {
  const colon = text.indexOf(':');
  return colon < 0 ? replaced(text) : replaced(text.slice(0, colon)) + text.slice(colon);
}

function meaningOf(letter: string, { name, path }: OwnNames): string | undefined {
  switch (letter) {
    case 'n':
      return name.text;
    case 'N':
      return name.text.slice(0, name.text.lastIndexOf('.'));
    case 'p':
      return name.prefix;
    case 'P':
      return unescaped(name.prefix);
    case 'f':
      return name.instance ? undefined : `/${unescaped(name.prefix).replace(/^\/+/, '')}`;
    case 'y':
      return path;
    case 'Y':
      return path.slice(0, path.lastIndexOf('/')) || '/';
    default:
      return undefined;
  }
}

/** As `unit_name_unescape()` has it: `-` is a slash. */
const unescaped = (text: string): string =>
  text
    .replaceAll('-', '/')
    .replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
