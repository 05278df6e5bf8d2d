import { isTemplate, parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import { expandLocated, type Located } from '../located.ts';
import type { Reference, ValueContext } from '../value-type.ts';

/** The unit a text points to: a template named without instance is filled in as systemd does (unit_name_printf). */
export function unitReference(source: Located, context: ValueContext): Reference | undefined {
  const expanded = expandLocated(source, context, 'names');
  const name = expanded.unknown ? undefined : parseUnitName(expanded.text);
  if (!name) return undefined;
  return { ...source.span(), type: 'unit', target: instantiated(name, context.unit) };
}

/** `foo@.service` in a plain unit means the instance named after the unit's prefix, in an instance the same instance. */
function instantiated(name: UnitName, unit: UnitName | undefined): string {
  if (!isTemplate(name) || !unit) return name.text;
  const instance = unit.instance ?? unit.prefix;
  return instance === '' ? name.text : `${name.prefix}@${instance}.${name.kind}`;
}
