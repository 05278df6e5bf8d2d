import { reportTo } from '../engine/judge-rules.ts';
import type { FindingOrBatch } from '../engine/lazy-finding.ts';
import { memoize } from '../text/memoize.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import { unitGraph } from '../units/unit-graph.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import { rules } from './registry.ts';
import type { Rule } from './unit-rule.ts';

const byScope = memoize((all: readonly Rule[]) => ({
  unit: all.filter((rule) => rule.scope === 'unit'),
  graph: all.filter((rule) => rule.scope === 'graph'),
}));

/** Everything to say of the unit as a whole. Nothing where the fragment is not known, or masks the unit by being empty. */
export function judgeUnitRules(unit: LoadedUnit, all: readonly Rule[] = rules): FindingOrBatch[] {
  if (!unit.hasFragment) return [];
  const said: FindingOrBatch[] = [];
  const fragment = unit.files[0]!.source;
  if (fragment.tree.text === '') return [];
  for (const rule of byScope(all).unit) rule.check(unit, reportTo(said, rule, fragment));
  return said;
}

/** Everything to say of the unit among others, seen from where its fragment lies. */
export function judgeGraphRules(unit: LoadedUnit, index: UnitIndex, all: readonly Rule[] = rules): FindingOrBatch[] {
  const fragment = unit.files[0]!.source;
  const file = index.file(fragment.path);
  if (!unit.hasFragment || !unit.name || !file || file.masked) return [];
  const graph = unitGraph(index, file);
  const said: FindingOrBatch[] = [];
  for (const rule of byScope(all).graph) rule.check(unit, graph, reportTo(said, rule, fragment));
  return said;
}
