import type { ValueType } from '../value-type.ts';
import { wholeNumber } from './whole-number.ts';

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
