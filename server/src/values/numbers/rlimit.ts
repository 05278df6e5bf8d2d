import { readWord, type Word } from '../../syntax/words.ts';
import { partStart } from '../../text/word-part.ts';
import { emptyProblem, nameOf, problem, quoted, whole } from '../problem.ts';
import { formatTimespan, parseTimespan } from '../time/timespan.ts';
import type { Candidate, Description, Signature, ValueContext, ValueType } from '../value-type.ts';
import { parseInteger, ULONG } from './integer.ts';
import { formatSize, parseSize } from './sizes.ts';

type Unit = 'bytes' | 'seconds' | 'microseconds' | 'nice' | 'count';

/** systemd.exec(5), "Resource limit directives, their equivalent ulimit shell commands and the unit used". */
const units: Readonly<Record<string, Unit>> = {
  LimitCPU: 'seconds',
  LimitRTTIME: 'microseconds',
  LimitNICE: 'nice',
  LimitNOFILE: 'count',
  LimitNPROC: 'count',
  LimitLOCKS: 'count',
  LimitSIGPENDING: 'count',
  LimitRTPRIO: 'count',
};

const expected: Readonly<Record<Unit, string>> = {
  bytes: 'a size like 64M',
  seconds: 'a time span like 10min',
  microseconds: 'a time span like 200ms (plain numbers are microseconds)',
  nice: 'a nice level from -20 to +19 with its sign, or a raw limit from 0 to 40',
  count: 'a plain number',
};

const wanted = (unit: Unit): string => (unit === 'nice' ? expected.nice : `${expected[unit]} or infinity`);

/** DefaultLimitCPU= of system.conf is what LimitCPU= is in units. */
const unitOf = ({ directive }: ValueContext): Unit => units[directive.key.replace(/^Default/, '')] ?? 'bytes';

const FIELD = { separators: ':', dontCoalesce: true } as const;

type Limit = bigint | 'infinity' | 'syntax' | 'range';

/** systemd.exec(5), LimitNOFILE= and its kin: `soft:hard` or one for both (src/basic/rlimit-util.c). */
export const rlimit: ValueType = {
  parsers: ['config_parse_rlimit'],
  repeats: 'replaces',
  check(text, context) {
    const unit = unitOf(context);
    if (text === '') return [emptyProblem(context, wanted(unit))];
    const parts = split(text);
    for (const { start, end, text: part } of parts) {
      const limit = parseLimit(part, unit);
      if (limit !== 'syntax' && limit !== 'range') continue;
      const rule = limit === 'range' ? 'value-out-of-range' : 'value-invalid';
      const remedy = remedyFor(part, unit);
      const message = `${nameOf(context)} takes ${wanted(unit)}, not ${quoted(part)}; systemd ignores this line.${remedy ? ` Write ${remedy.replacement}.` : ''}`;
      return [problem(end > start ? { start, end } : whole(text), rule, message, remedy)];
    }
    const [soft, hard] = parts.map((part) => parseLimit(part.text, unit));
    if (hard === undefined || !isAbove(soft!, hard)) return [];
    const message = `${nameOf(context)} has a soft limit above the hard one; systemd ignores this line. Write the lower one first.`;
    return [problem(whole(text), 'value-out-of-range', message)];
  },
  complete(text, offset, context) {
    const colon = partStart(text, offset, ':');
    if (unitOf(context) === 'nice') return { start: colon, end: text.length, items: niceLevels };
    return { start: colon, end: text.length, items: [{ label: 'infinity', kind: 'keyword', detail: 'no limit' }] };
  },
  describe: describeLimits,
  signature: (): Signature => ({
    label: 'SOFT:HARD',
    parameters: [
      { label: 'SOFT', documentation: 'What is enforced; the process may raise it up to the hard limit.' },
      {
        label: 'HARD',
        documentation: 'The highest the soft limit may be raised to. Left out, it equals the soft one.',
      },
    ],
    active: (text, offset) => (text.slice(0, offset).includes(':') ? 1 : 0),
  }),
};

/** What was meant by a word for no limit, or by a number with a suffix. */
function remedyFor(part: string, unit: Unit): { replacement: string; isGuess?: boolean } | undefined {
  if (/^(unlimited|max|inf|-1)$/i.test(part)) return unit === 'nice' ? undefined : { replacement: 'infinity' };
  const [, digits = '', letter = ''] = /^(\d{1,6})\s*([KMG])(?:i?B)?$/i.exec(part) ?? [];
  if (digits === '') return undefined;
  if (unit === 'bytes') return { replacement: `${digits}${letter.toUpperCase()}` };
  if (unit !== 'count') return undefined;
  return { replacement: String(countMeant(Number(digits), letter.toUpperCase() as 'K' | 'M' | 'G')), isGuess: true };
}

/** `64k` and `65k` of files are 65536: with limits, thousands mostly stand for the power of two that begins so. */
function countMeant(number: number, letter: 'K' | 'M' | 'G'): number {
  const power = { K: 1, M: 2, G: 3 }[letter];
  const thousands = 1000 ** power;
  const isMeant = (two: number): boolean => two === number * 1024 ** power || Math.floor(two / thousands) === number;
  const twos = Array.from({ length: 41 }, (_, exponent) => 2 ** exponent).filter((two) => two >= thousands);
  return twos.find(isMeant) ?? number * thousands;
}

const niceLevels: readonly Candidate[] = [
  { label: '-10', kind: 'number', detail: 'may be favoured over others' },
  { label: '+0', kind: 'number', detail: 'may not be favoured' },
];

/** `rlimit_parse()`: what stands before and after the first colon, less backslashes; a second colon may only end it. */
function split(text: string): Pick<Word, 'start' | 'end' | 'text'>[] {
  const soft = readWord(text, 0, FIELD);
  if (!soft.word) return [{ ...whole(text), text }];
  const { word: hard, next } = readWord(text, soft.next, FIELD);
  if (!hard)
    return soft.next > soft.word.end ? [soft.word, { start: soft.next, end: text.length, text: '' }] : [soft.word];
  if (next < text.length) return [soft.word, { start: hard.start, end: text.length, text: text.slice(hard.start) }];
  return [soft.word, hard];
}

const isAbove = (soft: Limit, hard: Limit): boolean =>
  hard !== 'infinity' && (soft === 'infinity' || (typeof soft === 'bigint' && typeof hard === 'bigint' && soft > hard));

function parseLimit(text: string, unit: Unit): Limit {
  // A nice level has no infinity.
  if (text === 'infinity' && unit !== 'nice') return text;
  if (unit === 'bytes') return sizeLimit(text);
  if (unit === 'nice') return niceLimit(text);
  if (unit === 'count') return finite(parseInteger(text, ULONG));
  const span = parseTimespan(text, { defaultUnit: unit === 'seconds' ? 's' : 'us' });
  if ('fault' in span) return span.fault === 'range' || span.fault === 'negative' ? 'range' : 'syntax';
  if (span.amount === 'infinity' || unit === 'microseconds') return span.amount;
  return (span.amount + 999_999n) / 1_000_000n;
}

const finite = (value: Limit): Limit => (value === ULONG.to ? 'range' : value);

function sizeLimit(text: string): Limit {
  const size = parseSize(text);
  return typeof size === 'bigint' ? finite(size) : size.fault === 'range' ? 'range' : 'syntax';
}

/** A nice level with its sign, or the kernel's own 40 (most favoured) to 1. */
function niceLimit(text: string): Limit {
  if (text.startsWith('+') || text.startsWith('-')) {
    const isNegative = text.startsWith('-');
    const level = parseInteger(text.slice(1), { from: 0n, to: isNegative ? 20n : 19n, unsigned: true });
    return typeof level === 'bigint' ? 20n - (isNegative ? -level : level) : level;
  }
  return parseInteger(text, { from: 0n, to: 40n, unsigned: true });
}

function describeLimits(text: string, offset: number, context: ValueContext): Description | undefined {
  const unit = unitOf(context);
  const part = split(text).find(({ start, end }) => start <= offset && offset <= end);
  if (!part) return undefined;
  const limit = parseLimit(part.text, unit);
  const name = !text.includes(':') ? 'Soft and hard limit' : part.start === 0 ? 'Soft limit' : 'Hard limit';
  if (limit === 'syntax' || limit === 'range') return undefined;
  const value = limit === 'infinity' ? 'none' : show(limit, unit);
  return { start: part.start, end: part.end, markdown: `${name}: ${value}.` };
}

function show(limit: bigint, unit: Unit): string {
  if (unit === 'bytes') return formatSize(limit);
  if (unit === 'seconds') return `${formatTimespan(limit * 1_000_000n)} of CPU time`;
  if (unit === 'microseconds') return formatTimespan(limit);
  return unit === 'nice' ? `nice level ${20n - limit}` : limit.toLocaleString('en');
}
