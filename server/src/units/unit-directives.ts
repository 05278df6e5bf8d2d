import { type DirectiveTable, directiveTable } from '../engine/directive-table.ts';
import { directives } from '../schema/generated/directives.ts';
import { modernPlace } from '../schema/legacy.ts';
import { valueTypeOf } from '../values/registry.ts';

/** The directives of units. */
export const unitDirectives: DirectiveTable = directiveTable('unit', () => directives, { valueTypeOf, modernPlace });

export const { find: findDirective, of: directivesOf, sectionsWith, all: allDirectives } = unitDirectives;
