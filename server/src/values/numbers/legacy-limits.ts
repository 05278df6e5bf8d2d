import { nameOf, problem, whole } from '../problem.ts';
import type { ValueType } from '../value-type.ts';
import { wholeNumber } from './whole-number.ts';

/** systemd.resource-control(5), "Deprecated options": CPUShares=, which was read until 257. */
const range = wholeNumber({
  parsers: ['config_parse_cpu_shares'],
  limits: { from: 2n, to: 262_144n, unsigned: true },
  empty: true,
  noun: 'a number of shares',
});

const cpuShares: ValueType = {
  ...range,
  check(text, context) {
    const problems = range.check(text, context);
    if (problems.length > 0) return problems;
    const successor = context.directive.key.replace('Shares', 'Weight');
    const message = `${nameOf(context)} is for the control groups of old; systemd asks for ${successor}= instead, and from 258 on it ignores this.`;
    return [problem(whole(text), 'value-obsolete', message, { effect: 'kept' })];
  },
};

/** BlockIOWeight=, taken without a word until 257. */
const blockIoWeight = wholeNumber({
  parsers: ['config_parse_blockio_weight'],
  limits: { from: 10n, to: 1000n, unsigned: true },
  empty: true,
  noun: 'a weight',
});

/** Weights of control groups v1. */
export const legacyLimits: readonly ValueType[] = [cpuShares, blockIoWeight];
