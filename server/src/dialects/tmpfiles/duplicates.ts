import type { LineContent, PlacedLine } from '../../engine/lines/line-dialect.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import { since } from '../../values/changes.ts';
import { parseTimespan } from '../../values/time/timespan.ts';
import { overriddenLines } from '../lines/overridden.ts';
import { quotedText } from '../lines/problems.ts';
import { readAge } from './age.ts';
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
  isOverridden: isOther,
  // With `!` a line is left out but for `--boot`.
  occasionsOf: ({ line }) => (line.content.fields[0]?.text.includes('!') ? ['boot'] : ['boot', 'later']),
  message: ({ key }, earlier) =>
    `${earlier} says otherwise what ${quotedText(key.slice(key.indexOf(' ') + 1))} is to be; systemd-tmpfiles ignores this line.`,
  // systemd-tmpfiles says so as a notice.
  acrossFiles: 'info',
});

/** Without doubled slashes, and none at the end. */
const simplified = (path: string): string => path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');

const DIRECTORIES = 'dDvqQe';

/** Whether the lines surely say different things; how they say it makes no difference. */
function isOther(earlier: PlacedLine, later: PlacedLine, version: number): boolean {
  const [first, second] = [earlier, later].map(({ line }) => line.content);
  const [a, b] = [first!.fields[0]!.text, second!.fields[0]!.text];
  if (b.includes('+') && !since(version, 'later lines of tmpfiles.d with a plus are duplicates')) return false;
  if (a[0] === 'w' && b[0] === 'w' && a.includes('+') && b.includes('+')) return false;
  if ((['user', 'group'] as const).some((name) => isOtherOwner(textOf(first!, name), textOf(second!, name))))
    return true;
  if (modeOf(first!) !== modeOf(second!)) return true;
  return ageOf(first!) !== ageOf(second!) || isOtherArgument(argumentOf(first!), argumentOf(second!));
}

const textOf = (content: LineContent, name: 'mode' | 'user' | 'group' | 'age' | 'argument'): string =>
  given(content, name)?.text ?? '';

/** One that is left out is another than the same when it is written; of a file it is another than of a directory. */
function modeOf(content: LineContent): string {
  const text = textOf(content, 'mode');
  const [signs] = /^[~:]*/.exec(text)!;
  const digits = text.slice(signs.length);
  if (text === '') return DIRECTORIES.includes(content.fields[0]!.text[0]!) ? 'directory' : 'file';
  return `${[...new Set(signs)].sort().join('')}${digits.replace(/^0+(?=\d)/, '')}`;
}

/** A name and a number may be one account. */
function isOtherOwner(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => text.replace(/^:/, ''));
  if (a.startsWith(':') !== b.startsWith(':') || (first === '') !== (second === '')) return true;
  return first !== second && /^\d/.test(first!) === /^\d/.test(second!);
}

function ageOf(content: LineContent): string {
  const text = textOf(content, 'age');
  const { keepsFirstLevel, by, span } = readAge(text, NEWEST_VERSION);
  const read = parseTimespan(span);
  return text === '' || 'fault' in read
    ? text
    : JSON.stringify([keepsFirstLevel, by && [...new Set(by)].sort(), String(read.amount)]);
}

/** What is left out of links and copies is what lies below the factory's folder. */
const argumentOf = (content: LineContent): string =>
  textOf(content, 'argument') ||
  ('LC'.includes(content.fields[0]!.text[0]!) ? `/usr/share/factory${content.fields[1]!.text}` : '');

/** Escapes and specifiers may write one thing in two ways. */
const isOtherArgument = (a: string, b: string): boolean => a !== b && !/[\\%]/.test(a + b);
