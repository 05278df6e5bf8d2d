import { since } from '../changes.ts';
import { nameOf, problem, quoted, whole } from '../problem.ts';
import type { ValueType } from '../value-type.ts';
import { INT, type IntegerFault, parseInteger, ULONG, wholeNumber } from './integer.ts';
import { meaningOfNumber } from './meanings.ts';

/** systemd.resource-control(5), TasksMax=. */
export const tasksMax: ValueType = {
  parsers: ['config_parse_tasks_max'],
  repeats: 'replaces',
  form: 'number or percentage',
  check(text, context) {
    if (text === '' || text === 'infinity') return [];
    const share = parseShare(text, context.version);
    if (typeof share === 'number') return [];
    const count = parseInteger(text, ULONG);
    if (typeof count === 'bigint' && count > 0n && count < ULONG.to) return [];
    const rule = count === 'syntax' ? 'value-invalid' : 'value-out-of-range';
    const message = `${nameOf(context)} takes a number of tasks from 1 up, a share up to 100% or infinity, not ${quoted(text)}; systemd ignores this line.`;
    return [problem(whole(text), rule, message)];
  },
  complete: (text) => ({
    ...whole(text),
    items: [
      { label: 'infinity', kind: 'keyword', detail: 'no limit' },
      { label: '512', kind: 'number' },
      { label: '4096', kind: 'number' },
      { label: '80%', kind: 'number', detail: 'of the tasks the machine can run' },
    ],
  }),
  describe(text, _offset, context) {
    const share = parseShare(text, context.version);
    if (typeof share === 'number')
      return { ...whole(text), markdown: `${formatShare(share)} of the tasks the machine can run.` };
    if (text === 'infinity') return { ...whole(text), markdown: 'No limit.', manualValue: text };
    const count = parseInteger(text, ULONG);
    const markdown = typeof count === 'bigint' ? meaningOfNumber(count, context) : undefined;
    return markdown === undefined ? undefined : { ...whole(text), markdown };
  },
};

/** `0.5` CPUs, as containers count them. */
const percentOf = (text: string): string | undefined =>
  /^\d{1,3}\.\d{1,2}$/.test(text) && Number(text) > 0 ? `${Math.round(Number(text) * 100)}%` : undefined;

/** systemd.resource-control(5), CPUQuota=; more than 100% is more than one CPU. */
export const cpuQuota: ValueType = {
  parsers: ['config_parse_cpu_quota'],
  repeats: 'replaces',
  form: 'percentage',
  check(text, context) {
    if (text === '') return [];
    const share = parseShareUnbounded(text, context.version);
    if (typeof share === 'number' && share > 0) return [];
    const fix = /^[1-9]\d{0,6}$/.test(text) ? `${text}%` : percentOf(text);
    const said = typeof share === 'number' ? 'a share above 0%' : 'a percentage';
    const advice = fix === undefined ? '100% is one CPU.' : `Did you mean ${fix}?`;
    const rule = typeof share === 'number' ? 'value-out-of-range' : 'value-invalid';
    const message = `${nameOf(context)} takes ${said}, not ${quoted(text)}; systemd ignores this line. ${advice}`;
    return [problem(whole(text), rule, message, { replacement: fix, isGuess: !/^\d+$/.test(text) })];
  },
  complete: (text) => ({
    ...whole(text),
    items: [
      { label: '20%', kind: 'number', detail: 'a fifth of one CPU' },
      { label: '50%', kind: 'number', detail: 'half of one CPU' },
      { label: '100%', kind: 'number', detail: 'one CPU' },
      { label: '200%', kind: 'number', detail: 'two CPUs' },
    ],
  }),
  describe(text, _offset, context) {
    const share = parseShareUnbounded(text, context.version);
    if (typeof share !== 'number') return undefined;
    return { ...whole(text), markdown: `${share / 10_000} of one CPU's time (${formatShare(share)}).` };
  },
};

/** `parse_percent()` was used for it before: no decimals. */
const isTooFine = (text: string, version: number): boolean =>
  /[.‰]/.test(text) && !since(version, 'memory pressure limits have decimals');

/** systemd.resource-control(5), ManagedOOMMemoryPressureLimit=. */
export const memoryPressureLimit: ValueType = {
  parsers: ['config_parse_managed_oom_mem_pressure_limit'],
  repeats: 'replaces',
  form: 'percentage',
  check(text, context) {
    const isFine = typeof parseShare(text, context.version) === 'number' && !isTooFine(text, context.version);
    if (text === '' || isFine) return [];
    const fix = /^(?:100|[1-9]?\d)$/.test(text) ? `${text}%` : undefined;
    const message = `${nameOf(context)} takes a share from 0% to 100%, not ${quoted(text)}; systemd ignores this line.`;
    return [problem(whole(text), 'value-invalid', message, { replacement: fix })];
  },
  complete: (text) => ({
    ...whole(text),
    items: [
      { label: '0%', kind: 'number', detail: 'the default of oomd.conf(5)' },
      { label: '50%', kind: 'number', detail: 'half of the time' },
      { label: '80%', kind: 'number', detail: 'most of the time' },
    ],
  }),
  describe(text, _offset, context) {
    const share = parseShare(text, context.version);
    if (typeof share !== 'number') return undefined;
    const markdown =
      share === 0
        ? 'The default of oomd.conf(5).'
        : `systemd-oomd steps in when the unit waits for memory more than ${formatShare(share)} of the time.`;
    return { ...whole(text), markdown };
  },
};

const weights = { from: 1n, to: 10_000n, unsigned: true };
const suggestedWeights = [
  { word: '10', what: 'a tenth of the default' },
  { word: '100', what: 'the default' },
  { word: '1000', what: 'ten times the default' },
];
const describeWeight = (value: bigint): string =>
  value === 100n ? 'The default weight.' : `${Number(value) / 100} times the default weight of 100.`;

/** systemd.resource-control(5), IOWeight=. */
export const weight = wholeNumber({
  parsers: ['config_parse_cg_weight'],
  limits: weights,
  empty: true,
  noun: 'a weight',
  suggest: suggestedWeights,
  describe: describeWeight,
});

/** systemd.resource-control(5), CPUWeight=. */
export const cpuWeight = wholeNumber({
  parsers: ['config_parse_cg_cpu_weight'],
  limits: weights,
  empty: true,
  words: [{ word: 'idle', what: 'runs only when the CPU has nothing else to do' }],
  noun: 'a weight',
  suggest: suggestedWeights,
  describe: describeWeight,
});

/** A part of a whole, in hundredths of a percent. */
type Share = number;

const NOT_NEGATIVE = { from: 0n, to: INT.to };

interface ShareForm {
  readonly symbol: string;
  readonly scale: number;
  /** Decimals that are taken. */
  readonly digits: number;
}

const FORMS: readonly ShareForm[] = [
  { symbol: '‱', scale: 1, digits: 0 },
  { symbol: '‰', scale: 10, digits: 1 },
  { symbol: '%', scale: 100, digits: 2 },
];

/** `parse_permille()`, which came before. */
const COARSE: readonly ShareForm[] = [
  { symbol: '‰', scale: 10, digits: 0 },
  { symbol: '%', scale: 100, digits: 1 },
];

/** Reads `50%`, `12.5%`, `505‰` or `5050‱` as `parse_permyriad_unbounded()` of src/basic/percent-util.c does. */
function parseShareUnbounded(text: string, version = Number.POSITIVE_INFINITY): Share | IntegerFault {
  const forms = since(version, 'shares to a hundredth of a percent') ? FORMS : COARSE;
  for (const { symbol, scale, digits } of forms) {
    if (!text.endsWith(symbol)) continue;
    const number = text.slice(0, -1);
    const dot = digits > 0 ? number.indexOf('.') : -1;
    const fraction = dot < 0 ? '' : number.slice(dot + 1);
    if (dot >= 0 && (fraction.length === 0 || fraction.length > digits || !/^\d+$/.test(fraction))) return 'syntax';
    const value = parseInteger(dot < 0 ? number : number.slice(0, dot), NOT_NEGATIVE);
    if (typeof value !== 'bigint') return value;
    const share = Number(value) * scale + Number(fraction.padEnd(digits, '0') || '0');
    return share > Number(INT.to) ? 'range' : share;
  }
  return 'syntax';
}

/** The same from 0% to 100%. */
export function parseShare(text: string, version = Number.POSITIVE_INFINITY): Share | IntegerFault {
  const share = parseShareUnbounded(text, version);
  return typeof share === 'number' && share > 10_000 ? 'range' : share;
}

/** `12.5%`. */
export const formatShare = (share: Share): string => `${share / 100}%`;
