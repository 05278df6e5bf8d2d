import { nameOf, problem, quoted, whole } from '../problem.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { formatShare, parseShare } from './shares.ts';
import { describeSize, meantSize, parseSize, sizeProblem } from './sizes.ts';

/** Where no memory at all is a sensible amount: protection (one key is forgotten in systemd's list), and swap. */
const zeroIsFine = /^(?:Default|Startup)?Memory(?:Low|Min)$|^(?:Startup)?Memory(?:Swap|ZSwap)Max$/;

/** systemd.resource-control(5), MemoryMax= and its kin: `infinity`, a share of the machine's memory, or a size. */
export const memoryLimit: ValueType = {
  parsers: ['config_parse_memory_limit'],
  repeats: 'replaces',
  check: limitProblems,
  complete: (text) => ({
    ...whole(text),
    items: [
      { label: 'infinity', kind: 'keyword', detail: 'no limit' },
      { label: '50%', kind: 'number', detail: "of the machine's memory" },
      ...['256M', '512M', '1G', '2G', '4G'].map((label) => ({ label, kind: 'number' as const })),
    ],
  }),
  describe(text, _offset, context) {
    if (text === 'infinity') return { ...whole(text), markdown: 'No limit.', manualValue: text };
    const share = parseShare(text, context.version);
    return typeof share === 'number'
      ? { ...whole(text), markdown: `${formatShare(share)} of the machine's memory.` }
      : describeSize(text);
  },
};

function limitProblems(text: string, context: ValueContext): ValueProblem[] {
  if (text === '' || text === 'infinity') return [];
  const share = parseShare(text, context.version);
  const size = typeof share === 'number' ? undefined : parseSize(text);
  if (size !== undefined && typeof size !== 'bigint')
    return [shareProblem(text, context) ?? sizeProblem(text, size, context)];
  const isZero = size === undefined ? share === 0 : size === 0n;
  if (isZero && !zeroIsFine.test(context.directive.key)) {
    return [
      problem(
        whole(text),
        'value-out-of-range',
        `${nameOf(context)} cannot be zero; systemd ignores this line. Write infinity for no limit.`,
      ),
    ];
  }
  return size === 2n ** 64n - 1n ? [sizeProblem(text, { fault: 'range', ...whole(text) }, context)] : [];
}

function shareProblem(text: string, context: ValueContext): ValueProblem | undefined {
  if (!/[%‰‱]$/.test(text)) {
    if (!/^(max|unlimited|none|inf|infinite|-1)$/i.test(text) && meantSize(text) === undefined) return undefined;
    if (meantSize(text) !== undefined) return undefined;
    return problem(
      whole(text),
      'value-invalid',
      `Unknown value ${quoted(text)} for ${nameOf(context)}; systemd ignores this line. Write infinity for no limit.`,
      {
        replacement: 'infinity',
      },
    );
  }
  const message = `${nameOf(context)} takes from 0% to 100% of the machine's memory, not ${quoted(text)}; systemd ignores this line.`;
  return problem(whole(text), 'value-out-of-range', message);
}
