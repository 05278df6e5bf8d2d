import { faultAt } from '../consequence.ts';
import { parseInteger, ULONG } from '../numbers/integer.ts';
import { nameOf, whole } from '../problem.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';

interface Range {
  readonly from: bigint;
  readonly to: bigint;
}

function rangeProblem(text: string, { from, to }: Range, context: ValueContext): ValueProblem[] {
  const value = text === '' ? from : parseInteger(text, ULONG);
  if (typeof value === 'bigint' && value >= from && value <= to) return [];
  const what = `${nameOf(context)} takes a number from ${from} to ${to}, not "${text}"`;
  return [
    faultAt(whole(text), {
      rule: value === 'syntax' ? 'value-invalid' : 'value-out-of-range',
      consequence: 'ignored',
      what,
    }),
  ];
}

const legacyWeight = (parser: string, range: Range): ValueType => ({
  parsers: [parser],
  check: (text, context) => rangeProblem(text, range, context),
});

/** `CPUShares=` of cgroup v1, until 257. */
export const cpuShares = legacyWeight('config_parse_cpu_shares', { from: 2n, to: 262_144n });

/** `BlockIOWeight=` of cgroup v1, until 257. */
export const blockIOWeight = legacyWeight('config_parse_blockio_weight', { from: 10n, to: 1000n });
