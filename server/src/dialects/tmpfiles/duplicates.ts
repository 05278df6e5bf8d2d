import type { PlacedLine } from '../../engine/lines/line-dialect.ts';
import { overriddenLines } from '../lines/overridden.ts';
import { quotedText } from '../lines/problems.ts';
import { settlesPath, takesPatterns } from './line-types.ts';
import { given } from './read.ts';

/** Lines that say otherwise what an earlier line has settled; `item_compatible()` of src/tmpfiles/tmpfiles.c. */
export const duplicates = overriddenLines({
  claimOf: ({ line: { content } }) => {
    const [type, path] = content.fields;
    const letter = type?.text[0] ?? '';
    if (!path || !settlesPath(letter)) return undefined;
    // Patterns and paths are kept apart.
    const key = `${takesPatterns(letter) ? 'pattern' : 'path'} ${simplified(path.text)}`;
    return { key, start: path.start, end: path.end };
  },
  isOverridden: (earlier, later) => isOther(earlier, later),
  message: ({ key }, earlier) =>
    `${earlier} says otherwise what ${quotedText(key.slice(key.indexOf(' ') + 1))} is to be; systemd-tmpfiles ignores this line.`,
  // systemd-tmpfiles says so as a notice.
  acrossFiles: 'info',
});

/** Without doubled slashes, and none at the end. */
const simplified = (path: string): string => path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');

const DIRECTORIES = 'dDvqQe';

function isOther(earlier: PlacedLine, later: PlacedLine): boolean {
  const [first, second] = [earlier, later].map(({ line }) => line.content);
  const [a, b] = [first!.fields[0]!.text, second!.fields[0]!.text];
  // At boot the one counts, else the other.
  if (a.includes('!') && !b.includes('!')) return false;
  if (a[0] === 'w' && b[0] === 'w' && a.includes('+') && b.includes('+')) return false;
  const textOf = (content: typeof first, name: 'mode' | 'user' | 'group' | 'age' | 'argument'): string =>
    given(content!, name)?.text ?? '';
  if ((['user', 'group'] as const).some((name) => isOtherOwner(textOf(first, name), textOf(second, name)))) return true;
  const modeOf = (content: typeof first, letter: string): string =>
    textOf(content, 'mode').replace(/^([~:]*)0+(?=\d)/, '$1') || (DIRECTORIES.includes(letter) ? '755' : '644');
  if (modeOf(first, a[0]!) !== modeOf(second, b[0]!)) return true;
  return (['age', 'argument'] as const).some((name) => textOf(first, name) !== textOf(second, name));
}

/** A name and a number may be one account. */
const isOtherOwner = (a: string, b: string): boolean =>
  a !== b && /^\d/.test(a) === /^\d/.test(b) && (a !== '' || b !== '');
