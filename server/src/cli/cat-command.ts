import { parseArgs } from 'node:util';
import { createDocument } from '../features/document.ts';
import { effectiveUnit } from '../features/units/effective.ts';
import { loadedUnitOf } from '../features/units/loaded.ts';
import { clampVersion, NEWEST_VERSION } from '../schema/directives.ts';
import type { Manager } from '../schema/file-kind.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { treeOf } from '../units/location.ts';
import { resolveUnit } from '../units/resolve-unit.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { rootedHost } from './rooted-host.ts';
import { type UnitTree, unitTree } from './unit-tree.ts';

export const catUsage = `systemd-units cat [--user] [--root DIR] UNIT...

Prints units as systemd has them after reading fragment and drop-ins: lists joined, empty assignments applied, of
settings with one value the last. Each stretch of lines says which file it is from. UNIT is a file, or the name of a
unit of this machine.

  --user        look for names among the units of the user manager
  --root DIR    look for names in an image tree, as its systemd would

Exit status: 0 printed, 2 wrong usage, or a unit that is not there.
`;

export async function catCommand(machine: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { user: { type: 'boolean', default: false }, root: { type: 'string' } },
  });
  if (positionals.length === 0) throw new UsageError('cat needs a file, or the name of a unit');
  const { root } = values;
  if (root !== undefined && machine.kindOf(root) !== 'directory') throw new UsageError(`--root: ${root} is no folder`);
  const host = root === undefined ? machine : rootedHost(machine, root);
  const manager: Manager = values.user ? 'user' : 'system';
  const tree = unitTree(host);
  const isFile = (name: string): boolean => host.kindOf(name) === 'file';
  if (!positionals.every(isFile)) await tree.addMachine();
  let failed = false;
  for (const name of positionals) {
    const text = effectiveText(host, tree, { path: isFile(name) ? name : pathOfUnit(tree, name, manager), manager });
    if (text === undefined) {
      failed = true;
      host.stderr(`systemd-units: ${name}: no such unit\n`);
    } else host.stdout(positionals[0] === name ? text : `\n${text}`);
  }
  return failed ? EXIT.failure : EXIT.clean;
}

function pathOfUnit({ index }: UnitTree, text: string, manager: Manager): string | undefined {
  const name = parseUnitName(text.includes('.') ? text : `${text}.service`);
  return name && resolveUnit(index, name, { tree: treeOf('', manager), manager }).fragment?.path;
}

function effectiveText(
  host: CliHost,
  tree: UnitTree,
  { path, manager }: { path: string | undefined; manager: Manager },
): string | undefined {
  if (path === undefined) return undefined;
  tree.addFile(path);
  const text = tree.text(path);
  if (text === undefined) return undefined;
  const version = clampVersion(host.systemdVersion() ?? NEWEST_VERSION);
  const document = createDocument(text, { path, version, ...(manager === 'user' && { manager }) });
  const unit = loadedUnitOf(document, tree.around(path));
  return unit && effectiveUnit(unit).text;
}
