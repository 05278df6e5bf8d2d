import { baseOf, folderOf, instanceTemplate } from '../../../server/src/index.ts';
import type { DanglingLink } from '../../../server/src/protocol/requests.ts';
import { type Command, daemonReload, link, systemctl } from './command.ts';
import { linkDropIns } from './install-paths.ts';
import type { Manager } from './unit-of-file.ts';

/** A unit under its old and its new name. */
export interface RenamedUnit {
  readonly manager: Manager;
  readonly old: string;
  readonly name: string;
}

/** The units that the links are names of; links of drop-ins have none of their own. */
export function renamedUnits(links: readonly DanglingLink[]): RenamedUnit[] {
  const units = links.flatMap(({ role, manager, path, from, to }) => {
    if (role === 'drop-in') return [];
    const old = instanceTemplate(baseOf(path)) === baseOf(from) ? baseOf(path) : baseOf(from);
    return [{ manager, old, name: withNewPrefix(old, baseOf(from), baseOf(to)) }];
  });
  return [...new Map(units.map((unit) => [`${unit.manager} ${unit.old}`, unit])).values()];
}

/** `worker@a.service` of a template that is called `job@.service` now is `job@a.service`. */
function withNewPrefix(old: string, from: string, to: string): string {
  if (old === from) return to;
  return to.slice(0, to.indexOf('@') + 1) + old.slice(from.indexOf('@') + 1);
}

/**
 * What takes the old links away and makes them anew: `disable` removes links by the names they have, also where the file
 * is gone; `link` and `enable` make those of the new names.
 */
export function relinkCommands(links: readonly DanglingLink[]): Command[] {
  return (['system', 'user'] as const).flatMap((manager) => {
    const own = links.filter((each) => each.manager === manager && each.role !== 'drop-in');
    const units = renamedUnits(own);
    const dropIns = links.filter((each) => each.manager === manager && each.role === 'drop-in');
    if (units.length === 0 && dropIns.length === 0) return [];
    const linked = own.filter(({ role, path, from }) => role === 'fragment' && baseOf(path) === baseOf(from));
    const wanted = renamedUnits(own.filter((each) => !linked.includes(each)));
    return [
      ...(units.length > 0
        ? [
            systemctl(
              manager,
              ['disable'],
              units.map(({ old }) => old),
            ),
          ]
        : []),
      ...renewedDropIns(dropIns),
      // `link` and `enable` have the manager read anew by themselves.
      ...(units.length === 0 ? [daemonReload(manager)] : []),
      ...(linked.length > 0 ? [link(manager, [...new Set(linked.map(({ to }) => to))])] : []),
      ...(wanted.length > 0
        ? [
            systemctl(
              manager,
              ['enable'],
              wanted.map(({ name }) => name),
            ),
          ]
        : []),
    ];
  });
}

/** The link is removed, and one to the new name made where a unit of that name has its drop-ins. */
function renewedDropIns(links: readonly DanglingLink[]): Command[] {
  if (links.length === 0) return [];
  const folders = new Set(links.map(({ path }) => folderOf(folderOf(path))));
  const made = [...folders].flatMap((folder) => {
    const own = links.filter(({ path }) => folderOf(folderOf(path)) === folder);
    return linkDropIns(
      folder,
      own.map(({ to }) => to),
    );
  });
  return [{ program: 'rm', args: ['--', ...links.map(({ path }) => path)] }, ...made];
}
