import type { ValueType } from '../value-type.ts';
import { timespans } from './spans.ts';
import { timer } from './timer.ts';

/** Time spans and calendar events. */
export const timeTypes: readonly ValueType[] = [...timespans, timer];
