import { isInstance, templateOf, type UnitName } from '../schema/unit-name.ts';

/**
 * The names whose folders (`NAME.d/`, `NAME.wants/`) count for a unit, the most telling first: its own, its template's,
 * then those of ever shorter prefixes. `unit_file_find_dirs()`, src/shared/dropin.c. The kind's folder comes last, and
 * only after those of the aliases: it is not among them.
 */
export function dropInOwners(name: UnitName): string[] {
  const found = new Set<string>();
  addOwners(name, found);
  return [...found];
}

function addOwners(name: UnitName, found: Set<string>): void {
  const { prefix, kind } = name;
  found.add(name.text);
  if (isInstance(name)) addOwners({ prefix, kind, instance: '', text: templateOf(name) }, found);
  const dash = prefix.lastIndexOf('-', prefix.length - 2);
  if (dash <= 0) return;
  const shorter = prefix.slice(0, dash + 1);
  // A template's instance is empty, so that its prefixes are those of plain units.
  const instance = name.instance || undefined;
  const text = instance === undefined ? `${shorter}.${kind}` : `${shorter}@${instance}.${kind}`;
  addOwners({ prefix: shorter, kind, instance, text }, found);
}
