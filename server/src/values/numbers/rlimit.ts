import { partStart } from '../../text/part.ts';
import { quoted } from '../consequence.ts';
import { emptyProblem, nameOf, problem, whole } from '../problem.ts';
import { formatTimespan, parseTimespan } from '../time/timespan.ts';
import type { Candidate, Description, Signature, ValueContext, ValueType } from '../value-type.ts';
import { parseInteger, ULONG } from './integer.ts';
import { formatSize, parseSize } from './size.ts';

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

const unitOf = (context: ValueContext): Unit => units[context.directive.key] ?? 'bytes';

type Limit = bigint | 'infinity' | 'syntax' | 'range';

/** systemd.exec(5), LimitNOFILE= and its kin: `soft:hard` or one for both (src/basic/rlimit-util.c). */
export const rlimit: ValueType = {
  parsers: ['config_parse_rlimit'],
  check(text, context) {
    const unit = unitOf(context);
    if (text === '') return [emptyProblem(context, wanted(unit))];
    const parts = split(text);
    for (const { start, end } of parts) {
      const part = text.slice(start, end);
      const limit = parseLimit(part, unit);
      if (limit !== 'syntax' && limit !== 'range') continue;
      const rule = limit === 'range' ? 'value-out-of-range' : 'value-invalid';
      const fix = /^(unlimited|max|inf|-1)$/i.test(part) ? 'infinity' : undefined;
      const message = `${nameOf(context)} takes ${wanted(unit)}, not ${quoted(part)}; systemd ignores the line.`;
      return [problem(end > start ? { start, end } : whole(text), rule, message, { replacement: fix })];
    }
    const [soft, hard] = parts.map(({ start, end }) => parseLimit(text.slice(start, end), unit));
    if (hard === undefined || !isAbove(soft!, hard)) return [];
    const message = `${nameOf(context)} has a soft limit above the hard one; systemd ignores the line. Write the lower one first.`;
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

const niceLevels: readonly Candidate[] = [
  { label: '-10', kind: 'number', detail: 'may be favoured over others' },
  { label: '+0', kind: 'number', detail: 'may not be favoured' },
];

function split(text: string): { start: number; end: number }[] {
  const colon = text.indexOf(':');
  if (colon < 0) return [{ start: 0, end: text.length }];
  return [
    { start: 0, end: colon },
    { start: colon + 1, end: text.length },
  ];
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
  const limit = parseLimit(text.slice(part.start, part.end), unit);
  const name = !text.includes(':') ? 'Soft and hard limit' : part.start === 0 ? 'Soft limit' : 'Hard limit';
  if (limit === 'syntax' || limit === 'range') return undefined;
  const value = limit === 'infinity' ? 'none' : show(limit, unit);
  return { ...part, markdown: `${name}: ${value}.` };
}

function show(limit: bigint, unit: Unit): string {
  if (unit === 'bytes') return formatSize(limit);
  if (unit === 'seconds') return `${formatTimespan(limit * 1_000_000n)} of CPU time`;
  if (unit === 'microseconds') return formatTimespan(limit);
  return unit === 'nice' ? `nice level ${20n - limit}` : limit.toLocaleString('en');
}
