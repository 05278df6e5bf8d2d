import type { Manager } from '../schema/file-kind.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { resolveUnit } from '../units/resolve-unit.ts';
import { filesOf } from '../units/resolved-units.ts';
import { treeOf } from '../units/unit-location.ts';
import { type CliHost, UsageError } from './host.ts';
import type { UnitTree } from './unit-tree.ts';

interface Named {
  readonly root: string;
  /** A unit, or a file or folder, spelled from here or from the root. */
  readonly name: string;
  readonly manager: Manager | undefined;
}

/**
 * The files below a root that are meant.
 * @throws {@link UsageError} where there are none
 */
export function filesBelowRoot(host: CliHost, tree: UnitTree, { root, name, manager = 'system' }: Named): string[] {
  if (name.includes('/')) return filesAt(host, tree, { root, path: name });
  const unit = parseUnitName(name.includes('.') ? name : `${name}.service`);
  const files = unit ? filesOf(resolveUnit(tree.index, unit, { tree: treeOf('', manager), manager })) : [];
  if (files.length === 0) throw new UsageError(`there is no unit "${name}" below ${root}`);
  return files.filter(({ masked }) => !masked).map(({ path }) => path);
}

function filesAt(host: CliHost, { index }: UnitTree, { root, path }: { root: string; path: string }): string[] {
  const absolute = (any: string): string => host.join(any.startsWith('/') ? '' : host.cwd, any);
  const top = absolute(root);
  const isBelow = absolute(path).startsWith(`${top}/`);
  const inside = isBelow ? absolute(path).slice(top.length) : host.join('/', path);
  const full = host.realPath(root + inside);
  if (full === undefined) throw new UsageError(`there is no ${inside} below ${root}`);
  if (host.kindOf(full) === 'file') return [full];
  const files = [...index.files()].filter((file) => file.path.startsWith(`${full}/`) && file.role !== 'link');
  if (files.length === 0) throw new UsageError(`there are no units in ${full}`);
  return files.map((file) => file.path).sort();
}
