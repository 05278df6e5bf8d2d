import type { Dialect } from '../../engine/dialect.ts';
import type { LineRule } from '../../engine/rule.ts';
import { rules } from '../../rules/registry.ts';
import { fileKindOfPath, kindOfSections, type UnitFileKind } from '../../schema/file-kind.ts';
import { sectionsOf } from '../../schema/kinds.ts';
import { unitSchema } from '../../units/unit-directives.ts';

/** Units, as systemd's managers read them. */
export const unitDialect: Dialect = {
  schema: unitSchema,
  identify: fileKindOfPath,
  identifyBySections: unitBySections,
  rules: rules.filter((rule): rule is LineRule => rule.scope !== 'unit' && rule.scope !== 'graph'),
};

/**
 * A text without a telling name is a unit file; one called `.conf` can only be a drop-in that waits for its folder, and is
 * none if it has sections that no unit has.
 */
function unitBySections(path: string, names: readonly string[]): UnitFileKind | undefined {
  const kind = kindOfSections(names);
  const role = path.endsWith('.conf') ? 'drop-in' : 'fragment';
  if (role === 'drop-in' && kind && !names.every((name) => sectionsOf(kind).includes(name))) return undefined;
  return kind && { dialect: 'unit', kind, role, unit: undefined, manager: 'system', isSource: false };
}
