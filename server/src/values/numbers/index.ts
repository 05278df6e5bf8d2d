import { watchedUnitsOnly } from '../resources/out-of-memory.ts';
import type { ValueType } from '../value-type.ts';
import { cpuSets } from './cpu-sets.ts';
import { integers, legacyLimits } from './integers.ts';
import { memoryLimit } from './memory-limit.ts';
import { rlimit } from './rlimit.ts';
import { cpuQuota, cpuWeight, memoryPressureLimit, tasksMax, weight } from './shares.ts';
import { iecSizes } from './sizes.ts';

/** Numbers, sizes, shares and limits. */
export const numberTypes: readonly ValueType[] = [
  ...integers,
  ...iecSizes,
  ...cpuSets,
  ...legacyLimits,
  memoryLimit,
  watchedUnitsOnly(memoryPressureLimit),
  tasksMax,
  cpuQuota,
  weight,
  cpuWeight,
  rlimit,
];
