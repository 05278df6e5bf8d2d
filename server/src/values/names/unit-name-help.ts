import type { UnitKind } from '../../schema/kinds.ts';
import { isTemplate, parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import type { Located } from '../located.ts';
import { expandReference } from '../resolve.ts';
import type { Completion, Reference, ValueContext } from '../value-type.ts';
import { wordAround } from '../word-list.ts';

/** Units for the word around an offset. */
export function completeUnit(text: string, offset: number, kinds?: readonly UnitKind[]): Completion {
  return {
    ...wordAround(text, offset),
    items: [],
    sources: [kinds ? { type: 'unit', kinds } : { type: 'unit' }, { type: 'specifier' }],
  };
}

/**
 * The unit a text points to. A template named without instance is filled in as systemd does (unit_name_printf); in a
 * template, where the instance is not known, it stays the template.
 */
export function unitReference(source: Located, context: ValueContext): Reference | undefined {
  const inTemplate = context.unit?.instance === '';
  const open = inTemplate ? { ...source, text: source.text.replace(/@%[iI]\./, '@.') } : source;
  const text = expandReference(open, context);
  const name = text === undefined ? undefined : parseUnitName(text);
  return name && { ...source.span(), type: 'unit', target: instantiated(name, context.unit) };
}

/** `foo@.service` in a plain unit means the instance named after the unit's prefix, in an instance the same instance. */
function instantiated(name: UnitName, unit: UnitName | undefined): string {
  if (!isTemplate(name) || !unit) return name.text;
  const instance = unit.instance ?? unit.prefix;
  return instance === '' ? name.text : `${name.prefix}@${instance}.${name.kind}`;
}
