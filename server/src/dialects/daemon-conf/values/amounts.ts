import { parseBoolean } from '../../../values/boolean.ts';
import { INT, ULONG, wholeNumber } from '../../../values/numbers/integer.ts';
import { formatShare, parseShare } from '../../../values/numbers/shares.ts';
import { describeSize, formatSize, iecSize, parseSize, sizeProblem } from '../../../values/numbers/sizes.ts';
import { emptyProblem, faultAt, nameOf, problem, quoted, whole } from '../../../values/problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../../../values/value-type.ts';

const UINT64 = 2n ** 64n - 1n;

/** Shares of a whole: SwapUsedLimit= and its like; oomd.conf(5). */
const share = (parsers: readonly string[]): ValueType => ({
  parsers,
  repeats: 'replaces',
  form: 'percentage',
  check(text, context) {
    if (text === '') return [emptyProblem(context, 'a share like 80%')];
    const value = parseShare(text);
    if (typeof value === 'number') return [];
    const fix = /^(?:100|[1-9]?\d)(?:\.\d{1,2})?$/.test(text) ? `${text}%` : undefined;
    return [
      faultAt(whole(text), {
        rule: value === 'range' ? 'value-out-of-range' : 'value-invalid',
        consequence: 'ignored',
        what: `${nameOf(context)} takes a share from 0% to 100%, not ${quoted(text)}`,
        remedy: fix === undefined ? 'Write a number with %, and two decimals at most.' : `Did you mean ${fix}?`,
        replacement: fix,
      }),
    ];
  },
  complete: (text) => ({ ...whole(text), items: shares }),
  describe(text) {
    const value = parseShare(text);
    return typeof value === 'number' ? { ...whole(text), markdown: `${formatShare(value)}.` } : undefined;
  },
});

const shares: readonly Candidate[] = ['50%', '60%', '80%', '90%'].map((label) => ({ label, kind: 'number' }));

/** RuntimeDirectorySize=: a size, or a share of the memory; `config_parse_tmpfs_size()`, logind.conf(5). */
const tmpfsSize: ValueType = {
  parsers: ['config_parse_tmpfs_size'],
  repeats: 'replaces',
  quantity: 'size',
  check(text, context) {
    if (text === '') return [emptyProblem(context, 'a size like 512M or a share of the memory like 10%')];
    const part = parseShare(text);
    if (typeof part === 'number' && part > 0) return [];
    const size = parseSize(text);
    if (typeof size === 'bigint') return size > 0n ? [] : [nothing(text, context)];
    return [typeof part === 'number' || part === 'range' ? nothing(text, context) : sizeProblem(text, size, context)];
  },
  complete: (text) => ({ ...whole(text), items: [...shareOfMemory, { label: '512M', kind: 'number' }] }),
  describe(text) {
    const part = parseShare(text);
    return typeof part === 'number'
      ? { ...whole(text), markdown: `${formatShare(part)} of the memory.` }
      : describeSize(text);
  },
};

const shareOfMemory: readonly Candidate[] = [{ label: '10%', kind: 'number', detail: 'a tenth of the memory' }];

function nothing(text: string, context: ValueContext): ValueProblem {
  const what = `${nameOf(context)} takes a size above 0, or a share above 0% up to 100%, not ${quoted(text)}`;
  return faultAt(whole(text), { rule: 'value-out-of-range', consequence: 'ignored', what });
}

/** Compress=: yes, no, or from which size on; `config_parse_compress()` of src/journal. */
const compress: ValueType = {
  parsers: ['config_parse_compress'],
  repeats: 'replaces',
  quantity: 'size',
  check(text, context) {
    if (text === '') return [];
    if (text === '0' || text === '1') return [ambiguous(text, context)];
    if (parseBoolean(text) !== undefined) return [];
    const size = parseSize(text);
    return typeof size === 'bigint' ? [] : [sizeProblem(text, size, context)];
  },
  complete: (text) => ({ ...whole(text), items: compressions }),
  describe(text) {
    const isOn = parseBoolean(text);
    if (isOn !== undefined)
      return { ...whole(text), markdown: isOn ? 'Data above 512 bytes is compressed.' : 'Nothing is compressed.' };
    const size = parseSize(text);
    const markdown = typeof size === 'bigint' ? `Data above ${formatSize(size)} is compressed.` : undefined;
    return markdown === undefined ? undefined : { ...whole(text), markdown };
  },
};

const compressions: readonly Candidate[] = [
  { label: 'yes', kind: 'keyword', detail: 'data above 512 bytes' },
  { label: 'no', kind: 'keyword' },
  { label: '4K', kind: 'number', detail: 'data above 4 KiB' },
];

/** systemd takes it for the boolean, and warns that a size may have been meant. */
function ambiguous(text: string, context: ValueContext): ValueProblem {
  const meant = text === '0' ? 'no' : 'yes';
  return problem(
    whole(text),
    'value-obsolete',
    `${nameOf(context)}${text} may be a size or a boolean; systemd takes it for ${meant} and warns. Write ${meant}, or a size as ${text}B.`,
    { effect: 'kept', replacement: meant },
  );
}

/** LineMax=: what is too small or too large is set to the limit; `config_parse_line_max()` of src/journal. */
const lineMax: ValueType = {
  parsers: ['config_parse_line_max'],
  repeats: 'replaces',
  quantity: 'size',
  check(text, context) {
    if (text === '') return [];
    const size = parseSize(text);
    if (typeof size !== 'bigint') return [sizeProblem(text, size, context)];
    if (size >= SHORTEST_LINE && size <= LONGEST_LINE) return [];
    const limit = size < SHORTEST_LINE ? SHORTEST_LINE : LONGEST_LINE;
    const message = `${nameOf(context)} takes at least 79 bytes and no more than a file can have; systemd uses ${limit} and warns.`;
    return [problem(whole(text), 'value-out-of-range', message, { effect: 'kept', replacement: `${limit}` })];
  },
  complete: (text) => ({ ...whole(text), items: [{ label: '48K', kind: 'number', detail: 'the default' }] }),
  describe: describeSize,
};

const SHORTEST_LINE = 79n;
const LONGEST_LINE = 2n ** 63n - 2n;

/** `config_parse_iec_uint64_infinity()`: a size, or no limit. */
const sizeOrInfinity: ValueType = {
  ...iecSize(['config_parse_iec_uint64_infinity'], UINT64),
  check: (text, context) => (text === 'infinity' ? [] : plainSize.check(text, context)),
  describe: (text) => (text === 'infinity' ? { ...whole(text), markdown: 'No limit.' } : describeSize(text)),
};
const plainSize = iecSize(['config_parse_iec_uint64'], UINT64);

/** Amounts of the daemons' own configuration: numbers, sizes, shares. */
export const amounts: readonly ValueType[] = [
  plainSize,
  sizeOrInfinity,
  tmpfsSize,
  compress,
  lineMax,
  share(['config_parse_permyriad', 'config_parse_loadavg']),
  wholeNumber({ parsers: ['config_parse_uint64'], limits: ULONG }),
  wholeNumber({
    parsers: ['config_parse_n_autovts'],
    limits: { from: 0n, to: 15n, unsigned: true },
    noun: 'a number of virtual terminals',
  }),
  wholeNumber({
    parsers: ['config_parse_dns_cache_max'],
    limits: { from: 0n, to: 2n ** 24n, unsigned: true },
    noun: 'a number of entries',
    suggest: [{ word: '4096', what: 'the default' }],
  }),
  wholeNumber({
    parsers: ['config_parse_oom_score_adjust'],
    limits: { from: -1000n, to: 1000n },
    empty: true,
    noun: 'a score',
  }),
  {
    ...wholeNumber({ parsers: ['config_parse_crash_chvt'], limits: INT, noun: 'yes, no or the number of a terminal' }),
    check: checkTerminal,
  },
];

/** CrashChangeVT=: yes, no, or a terminal; `parse_crash_chvt()` of src/core/main.c takes any number. */
function checkTerminal(text: string, context: ValueContext): ValueProblem[] {
  return parseBoolean(text) === undefined ? terminal.check(text, context) : [];
}
const terminal = wholeNumber({
  parsers: [],
  limits: INT,
  noun: 'yes, no or the number of a virtual terminal',
});
