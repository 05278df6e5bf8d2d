import type { LineRule, Report, RuleBase } from '../engine/rule.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import type { UnitGraph } from '../units/unit-graph.ts';

/** Judges the unit as loaded; asked only where the fragment is known. */
export interface UnitRule extends RuleBase {
  readonly scope: 'unit';
  check(unit: LoadedUnit, report: Report): void;
}

/** Judges a unit among others; asked only where those are known. */
export interface GraphRule extends RuleBase {
  readonly scope: 'graph';
  check(unit: LoadedUnit, graph: UnitGraph, report: Report): void;
}

export type Rule = LineRule | UnitRule | GraphRule;
