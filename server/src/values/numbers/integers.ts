import type { ValueType } from '../value-type.ts';
import { INT, LONG, UINT, wholeNumber } from './integer.ts';

const size = (from: number, to: number) => ({ from: BigInt(from), to: BigInt(to) });

/** `config_parse_int` and the like: numbers without any meaning of their own. */
const plainIntegers: readonly ValueType[] = [
  wholeNumber({ parsers: ['config_parse_int'], limits: INT }),
  wholeNumber({ parsers: ['config_parse_unsigned'], limits: UINT }),
  wholeNumber({ parsers: ['config_parse_long'], form: 'number', limits: LONG }),
];

/** systemd.exec(5), TTYRows= and TTYColumns=. */
const ttySize = wholeNumber({
  parsers: ['config_parse_tty_size'],
  limits: UINT,
  empty: true,
  noun: 'a number of rows or columns',
});

/** systemd.slice(5), ConcurrencyHardMax=. */
const concurrencyMax = wholeNumber({
  parsers: ['config_parse_concurrency_max'],
  limits: UINT,
  empty: true,
  words: [{ word: 'infinity', what: 'no limit' }],
  noun: 'a number of units',
});

/** systemd.unit(5), FailureActionExitStatus=. */
const exitStatusNumber = wholeNumber({
  parsers: ['config_parse_exit_status'],
  form: 'exit status',
  limits: { ...size(0, 255), unsigned: true },
  empty: true,
  noun: 'an exit status',
});

/** systemd.exec(5), Nice=. */
const nice = wholeNumber({
  parsers: ['config_parse_exec_nice'],
  limits: size(-20, 19),
  empty: true,
  noun: 'a nice level',
  suggest: [
    { word: '-20', what: 'most favoured by the scheduler' },
    { word: '0', what: 'as every process' },
    { word: '10', what: 'gives way' },
    { word: '19', what: 'least favoured' },
  ],
  describe: (value) =>
    value === 0n
      ? 'As every other process.'
      : value < 0n
        ? 'Favoured over other processes.'
        : 'Gives way to other processes.',
});

/** systemd.exec(5), OOMScoreAdjust=. */
const oomScoreAdjust = wholeNumber({
  parsers: ['config_parse_exec_oom_score_adjust'],
  limits: size(-1000, 1000),
  empty: true,
  noun: 'a score',
  suggest: [
    { word: '-1000', what: 'never killed when memory runs out' },
    { word: '-500', what: 'killed later than others' },
    { word: '500', what: 'killed sooner than others' },
    { word: '1000', what: 'killed first' },
  ],
  describe: (value) =>
    value === -1000n
      ? 'Never killed when memory runs out.'
      : value < 0n
        ? 'Killed later than others when memory runs out.'
        : value > 0n
          ? 'Killed sooner than others when memory runs out.'
          : 'No preference when memory runs out.',
});

/** systemd.exec(5), IOSchedulingPriority=. */
const ioPriority = wholeNumber({
  parsers: ['config_parse_exec_io_priority'],
  limits: size(0, 7),
  empty: true,
  noun: 'a priority',
  suggest: [
    { word: '0', what: 'highest' },
    { word: '4', what: 'default' },
    { word: '7', what: 'lowest' },
  ],
  describe: (value) => `Priority ${value} of its class; 0 is the highest, 4 the usual one, 7 the lowest.`,
});

/** systemd.exec(5), CPUSchedulingPriority=; 0 is for the policies that are not real-time. */
const cpuSchedulingPriority = wholeNumber({
  parsers: ['config_parse_exec_cpu_sched_prio'],
  limits: size(0, 99),
  noun: 'a real-time priority',
  suggest: [
    { word: '1', what: 'lowest' },
    { word: '99', what: 'highest' },
  ],
  describe: (value) =>
    value === 0n
      ? 'For the policies that are not real-time.'
      : `Real-time priority ${value}; 1 is the lowest, 99 the highest.`,
});

/** systemd.swap(5), Priority=. */
const swapPriority = wholeNumber({
  parsers: ['config_parse_swap_priority'],
  limits: size(-1, 32767),
  empty: true,
  noun: 'a priority',
});

export const integers: readonly ValueType[] = [
  ...plainIntegers,
  ttySize,
  concurrencyMax,
  exitStatusNumber,
  nice,
  oomScoreAdjust,
  ioPriority,
  cpuSchedulingPriority,
  swapPriority,
];

/** systemd.resource-control(5), "Deprecated options": CPUShares=, which was read until 257. */
const cpuShares = wholeNumber({
  parsers: ['config_parse_cpu_shares'],
  limits: { from: 2n, to: 262_144n, unsigned: true },
  empty: true,
  noun: 'a number of shares',
  describe: (value) => `${Number(value) / 1024} times the default of 1024 shares.`,
});

/** BlockIOWeight=, taken without a word until 257. */
const blockIoWeight = wholeNumber({
  parsers: ['config_parse_blockio_weight'],
  limits: { from: 10n, to: 1000n, unsigned: true },
  empty: true,
  noun: 'a weight',
  describe: (value) => `${Number(value) / 500} times the default weight of 500.`,
});

/** Weights of control groups v1. */
export const legacyLimits: readonly ValueType[] = [cpuShares, blockIoWeight];
