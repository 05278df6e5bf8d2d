import { nearest } from '../../text/edit-distance.ts';
import type { Span } from '../../text/span.ts';
import { emptyProblem, nameOf, problem, quoted, whole } from '../problem.ts';
import { watchedUnitsOnly } from '../resources/out-of-memory.ts';
import type { Candidate, Description, ValueContext, ValueProblem, ValueRule, ValueType } from '../value-type.ts';
import { formatTimespan, parseTimespan, type TimespanFault, type TimespanOptions } from './timespan.ts';
import { misspelt } from './timespan-units.ts';

export interface SpanOptions {
  readonly parsers: readonly string[];
  /** Whether the empty value is taken, and means the default again. */
  readonly empty?: boolean;
  readonly units?: TimespanOptions;
  /** What `0` means to it, where that is not "no time". */
  readonly zero?: string;
  /** Microseconds beyond which systemd refuses. */
  limit?(amount: bigint | 'infinity', text: string, context: ValueContext): ValueProblem[];
}

const suggestions: readonly Candidate[] = ['5s', '30s', '1min', '5min', '1h', '1d'].map((label) => ({
  label,
  kind: 'number',
}));
const infinity: Candidate = { label: 'infinity', kind: 'keyword', detail: 'no end' };

export function timespan(options: SpanOptions): ValueType {
  return {
    parsers: options.parsers,
    repeats: 'replaces',
    quantity: options.units?.resolution === 'ns' ? 'nanoseconds' : 'time',
    form: 'time span',
    check(text, context) {
      if (text === '') return options.empty ? [] : [emptyProblem(context, 'a time span like 30s')];
      const span = parseTimespan(text, { ...options.units, version: context.version });
      if ('fault' in span) return [timespanProblem(text, span, nameOf(context))];
      return options.limit?.(span.amount, text, context) ?? [];
    },
    complete: (text, _offset, context) => {
      const takesInfinity = !options.limit?.('infinity', 'infinity', context).length;
      return { ...whole(text), items: takesInfinity ? [...suggestions, infinity] : suggestions };
    },
    describe: (text) => describeTimespan(text, options),
  };
}

/** Why a time span is none; used wherever one may stand. */
export function timespanProblem(text: string, fault: TimespanFault, name: string): ValueProblem {
  const rule: ValueRule =
    fault.fault === 'range' || fault.fault === 'negative' ? 'value-out-of-range' : 'value-invalid';
  const { at, said, replacement } = timespanReason(text, fault);
  return problem(at, rule, `${name} ${said}; systemd ignores this line.${adviceFor(replacement)}`, { replacement });
}

const adviceFor = (replacement: string | undefined): string =>
  replacement === undefined ? ' Write numbers with units, like 1min 30s.' : ` Did you mean ${replacement}?`;

function timespanReason(text: string, fault: TimespanFault) {
  const word = text.slice(fault.start, fault.end);
  if (fault.fault === 'negative') return { at: fault, said: 'does not accept a negative time span' };
  if (fault.fault === 'range') return { at: fault, said: 'is given more time than systemd can count' };
  const comma = text.replace(/(\d),(\d)/g, '$1.$2');
  if (comma !== text && !('fault' in parseTimespan(comma)))
    return { at: whole(text), said: 'does not accept a decimal comma', replacement: comma };
  const better = respell(text);
  if (better !== undefined)
    return { at: whole(text), said: `takes a time span such as 5min, not ${quoted(text)}`, replacement: better };
  if (fault.fault === 'unit')
    return { at: fault, said: `takes a unit of time such as s, min, h or d, not ${quoted(word)}` };
  const at = wordAround(text, fault);
  return { at, said: `takes a time span, not ${quoted(text.slice(at.start, at.end))}` };
}

/** All of the word a fault is in: of `30minuten` systemd minds the `n`, a reader minds the word. */
function wordAround(text: string, { start, end }: Span): Span {
  const from =
    start - (/(?<![A-Za-z0-9.])[A-Za-z0-9.]+$/.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0);
  return { start: from, end: end + (/^[A-Za-z0-9.]{0,40}/.exec(text.slice(end, end + 40))?.[0].length ?? 0) };
}

/** The same with the units systemd knows, where that makes it a time span. */
function respell(text: string): string | undefined {
  if (text.length > 200) return undefined;
  const lower = text.toLowerCase();
  const units = lower.replace(/[a-z]+/g, (word) => (Object.hasOwn(misspelt, word) ? misspelt[word]! : unitLike(word)));
  const candidate = /^(?:inf|infinite|never|unlimited|forever)$/.test(lower) ? 'infinity' : units;
  return candidate !== text && !('fault' in parseTimespan(candidate)) ? candidate : undefined;
}

/** `minuets`: one of the long names of units was meant. */
const unitLike = (word: string): string =>
  word.length < 5
    ? word
    : (nearest(
        word,
        ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'].flatMap((unit) => [unit, `${unit}s`]),
      ) ?? word);

/** `1h 30s = 3,630 seconds`. */
export function describeTimespan(
  text: string,
  options: Pick<SpanOptions, 'units' | 'zero'> = {},
): Description | undefined {
  const span = parseTimespan(text, options.units);
  if ('fault' in span) return undefined;
  if (span.amount === 'infinity') return { ...whole(text), markdown: 'No end.', manualValue: 'infinity' };
  if (span.amount === 0n) return { ...whole(text), markdown: options.zero ?? '0 seconds.' };
  if (options.units?.resolution === 'ns')
    return { ...whole(text), markdown: `${span.amount.toLocaleString('en')} nanoseconds.` };
  const normal = formatTimespan(span.amount);
  const seconds = (Number(span.amount) / 1e6).toLocaleString('en', { maximumFractionDigits: 6 });
  const bare = span.parts.some(({ unit }) => unit === undefined) ? ' A number without unit counts seconds.' : '';
  return { ...whole(text), markdown: `${normal} = ${seconds} ${seconds === '1' ? 'second' : 'seconds'}.${bare}` };
}

/** systemd.resource-control(5), ManagedOOMMemoryPressureDurationSec=. */
function pressureDuration(amount: bigint | 'infinity', text: string, context: ValueContext): ValueProblem[] {
  if (amount !== 'infinity' && amount >= 1_000_000n) return [];
  return [
    problem(
      whole(text),
      'value-out-of-range',
      `${nameOf(context)} takes at least 1s and no infinity; systemd ignores this line.`,
    ),
  ];
}

/** Time spans of all kinds; systemd.time(7). */
export const timespans: readonly ValueType[] = [
  timespan({ parsers: ['config_parse_sec'] }),
  timespan({
    parsers: [
      'config_parse_sec_fix_0',
      'config_parse_service_timeout',
      'config_parse_job_timeout_sec',
      'config_parse_job_running_timeout_sec',
    ],
    zero: '0 means no timeout, like infinity.',
  }),
  timespan({ parsers: ['config_parse_service_timeout_abort', 'config_parse_sec_def_infinity'], empty: true }),
  timespan({ parsers: ['config_parse_nsec'], units: { resolution: 'ns', defaultUnit: 'ns' } }),
  watchedUnitsOnly(
    timespan({
      parsers: ['config_parse_managed_oom_mem_pressure_duration_sec'],
      empty: true,
      limit: pressureDuration,
    }),
  ),
];
