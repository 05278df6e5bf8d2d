import type { Schema } from '../engine/schema.ts';
import { unitDirectives } from '../schema/directives.ts';
import { asUnitFile } from '../schema/file-kind.ts';
import { sectionsOf } from '../schema/kinds.ts';
import { modernPlace } from '../schema/legacy.ts';
import { valueTypeOf } from '../values/registry.ts';

/** What may stand in the files of a unit. */
export const unitSchema: Schema = {
  dialect: 'unit',
  sectionsOf(file) {
    const unit = asUnitFile(file);
    return unit ? sectionsOf(unit.kind) : [];
  },
  directivesOf: () => unitDirectives,
  valueTypeOf,
  nameOf: ({ kind }) => `A ${kind} unit`,
  modernPlace,
};
