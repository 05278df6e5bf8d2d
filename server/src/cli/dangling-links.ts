import { parseUnitName } from '../schema/unit-name.ts';
import { resolveUnit } from '../units/resolve-unit.ts';
import { baseOf, folderOf, locate, type MachinePaths, roleOf, searchFolderOf } from '../units/unit-location.ts';
import type { CliHost } from './host.ts';
import type { CheckedFile } from './problem.ts';
import type { UnitTree } from './unit-tree.ts';

interface Image {
  readonly root: string;
  /** Its unit paths. */
  readonly paths: MachinePaths;
}

/** Links in the unit paths below a root that lead nowhere and name a unit that is not there: what is left of a package. */
export function danglingLinks(host: CliHost, { index, dangling }: UnitTree, { root, paths }: Image): CheckedFile[] {
  return dangling.flatMap((path): CheckedFile[] => {
    const role = roleOf(path);
    const name = parseUnitName(baseOf(path));
    if (!role || !name) return [];
    const { tree, manager } = locate(searchFolderOf(path, role.role), paths);
    // systemd goes by the name: that the link itself leads elsewhere does not matter to it.
    if (role.role === 'link' && resolveUnit(index, name, { tree, manager }).fragment) return [];
    const target = host.readLink(path);
    const owner = baseOf(folderOf(path)).replace(/\.(wants|requires|upholds)$/, '');
    const then =
      role.role === 'link'
        ? `${owner} ${role.key === 'Requires' ? 'requires it, and cannot start without it' : 'names it; systemd skips it silently'}`
        : 'systemd does not find the unit';
    const message = `This link leads to ${target}, which is not below ${root}, and there is no ${name.text}: ${then}. Remove it, or add the unit.`;
    return [{ path, text: '', findings: [{ rule: 'link-dangling', severity: 'info', start: 0, end: 0, message }] }];
  });
}
