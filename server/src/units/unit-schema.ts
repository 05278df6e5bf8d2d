import type { Schema } from '../engine/schema.ts';
import { asUnitFile } from '../schema/file-kind.ts';
import { sectionsOf } from '../schema/kinds.ts';
import { unitDirectives } from './unit-directives.ts';

/** What may stand in the files of a unit. */
export const unitSchema: Schema = {
  dialect: 'unit',
  sectionsOf(file) {
    const unit = asUnitFile(file);
    return unit ? sectionsOf(unit.kind) : [];
  },
  directivesOf: () => unitDirectives,
  nameOf: ({ kind }) => `A ${kind} unit`,
};
