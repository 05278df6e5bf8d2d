import { type DirectiveTable, directiveTable } from '../engine/directive-table.ts';
import type { Schema } from '../engine/schema.ts';
import { asUnitFile } from '../schema/file-kind.ts';
import { directives } from '../schema/generated/directives.ts';
import { sectionsOf } from '../schema/kinds.ts';
import { modernPlace } from '../schema/legacy.ts';
import { valueTypeOf } from '../values/registry.ts';

/** The directives of units. */
export const unitDirectives: DirectiveTable = directiveTable('unit', () => directives, { valueTypeOf, modernPlace });

export const { find: findDirective, of: directivesOf, sectionsWith, all: allDirectives } = unitDirectives;

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
