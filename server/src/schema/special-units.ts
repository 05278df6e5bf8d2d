import { specialUnits as table } from './generated/names.ts';
import { rowsOf } from './rows.ts';

/** A unit that comes with systemd, or that it makes. */
export interface SpecialUnit {
  readonly name: string;
  /** The first and the last version whose systemd.special(7) describes it. */
  readonly from: number;
  readonly to: number;
}

let units: ReadonlyMap<string, SpecialUnit> | undefined;

/** The units systemd.special(7) describes in some version, by name. */
export function specialUnits(): ReadonlyMap<string, SpecialUnit> {
  units ??= new Map(
    rowsOf(table).map(([name = '', from, to]) => [
      name,
      { name, from: Number(from || 0), to: to ? Number(to) : Number.POSITIVE_INFINITY },
    ]),
  );
  return units;
}

/** Those a version describes. */
export const specialUnitsOf = (version: number): SpecialUnit[] =>
  [...specialUnits().values()].filter(({ from, to }) => from <= version && version <= to);
