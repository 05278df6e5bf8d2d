import type { ValueType } from '../value-type.ts';
import { conditionPath, conditionText } from './condition.ts';

/** The value types about conditions. */
export const conditionTypes: readonly ValueType[] = [conditionPath, conditionText];
