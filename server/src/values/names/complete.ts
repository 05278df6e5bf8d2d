import type { UnitKind } from '../../schema/kinds.ts';
import type { Completion } from '../value-type.ts';
import { wordAround } from '../word-list.ts';

/** Units for the word around an offset. */
export function completeUnit(text: string, offset: number, kinds?: readonly UnitKind[]): Completion {
  return {
    ...wordAround(text, offset),
    items: [],
    sources: [kinds ? { type: 'unit', kinds } : { type: 'unit' }, { type: 'specifier' }],
  };
}
