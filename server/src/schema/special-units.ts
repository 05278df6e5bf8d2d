import { specialUnits as table } from './generated/names.ts';

let names: ReadonlySet<string> | undefined;

/** The units systemd.special(7) describes, by name. */
export function specialUnitNames(): ReadonlySet<string> {
  names ??= new Set(
    table
      .split('\n')
      .map((row) => row.split('\t')[0]!)
      .filter((name) => name !== ''),
  );
  return names;
}
