import { parseTimespan } from '../values/time/timespan.ts';
import type { LoadedUnit } from './loaded-unit.ts';

export type Duration = bigint | 'infinity';

/** The time span a setting is in force with, in microseconds; undefined when it is unset or cannot be read. */
export function durationOf(unit: LoadedUnit, section: string, key: string): Duration | undefined {
  const text = unit.value(section, key);
  if (text === undefined) return undefined;
  const read = parseTimespan(text);
  return 'amount' in read ? read.amount : undefined;
}

/** Whether one time span is longer than another. */
export function exceeds(a: Duration, b: Duration): boolean {
  if (a === 'infinity') return b !== 'infinity';
  return b !== 'infinity' && a > b;
}
