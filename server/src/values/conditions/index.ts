import type { ValueType } from '../value-type.ts';
import { conditionNull, conditionPath, conditionText } from './condition-types.ts';

/** The value types about conditions. */
export const conditionTypes: readonly ValueType[] = [conditionPath, conditionText, conditionNull];
