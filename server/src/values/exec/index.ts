import type { ValueType } from '../value-type.ts';

/** The value types about exec. */
export const execTypes: readonly ValueType[] = [];
