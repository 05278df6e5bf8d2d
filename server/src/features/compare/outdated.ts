import type { Manager } from '../../schema/file-identity.ts';
import { parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import { resolveUnit } from '../../units/resolve-unit.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { treeOf } from '../../units/unit-location.ts';
import type { Loaded } from './ask-running.ts';
import type { Link } from './running.ts';

/** Under which name a manager has a unit: as it says, or as the links of its files say of what it has not loaded. */
export function namesOf(
  index: UnitIndex,
  aliases: ReadonlyMap<string, string>,
  manager: Manager,
): (name: string) => string {
  return (name) => {
    const parsed = parseUnitName(name);
    const resolved = parsed && resolveUnit(index, parsed, { tree: treeOf('', manager), manager });
    return aliases.get(name) ?? resolved?.name.text ?? name;
  };
}

/** The units that folders such as `web.service.wants` make a unit depend on. */
export function linkedTo(index: UnitIndex, name: UnitName, manager: Manager): Link[] {
  const { links } = resolveUnit(index, name, { tree: treeOf('', manager), manager });
  return links.flatMap(({ link }) => link ?? []);
}

/** The units that daemon-reload would read anew: their files changed, or other drop-ins belong to them now. */
export function outdatedUnits(index: UnitIndex, loaded: readonly Loaded[], manager: Manager): string[] {
  return loaded
    .filter((unit) => unit.isStale || hasOtherDropIns(index, unit, manager))
    .map(({ name }) => name)
    .sort();
}

function hasOtherDropIns(index: UnitIndex, { name, files }: Loaded, manager: Manager): boolean {
  const parsed = parseUnitName(name);
  const resolved = parsed && resolveUnit(index, parsed, { tree: treeOf('', manager), manager });
  if (!resolved?.fragment) return false;
  const now = resolved.dropIns.map(({ path }) => tailOf(path));
  const read = files.map(tailOf).filter((tail) => /\.d\//.test(tail));
  return now.sort().join('\n') !== read.sort().join('\n');
}

/** One folder may be known by several paths, as /lib and /usr/lib: `web.service.d/10.conf`. */
const tailOf = (path: string): string => path.split('/').slice(-2).join('/');
