import { type AskManager, aliasesAmong, askLoaded, askRelations, askRunning } from '../features/compare/ask-running.ts';
import { compareReload, type UnitReload } from '../features/compare/compare-running.ts';
import { linkedTo, namesOf, outdatedUnits } from '../features/compare/outdated.ts';
import { reloadText } from '../features/compare/render-running.ts';
import type { Link } from '../features/compare/running.ts';
import type { UnitName } from '../schema/unit-name.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import { roleOf } from '../units/unit-location.ts';
import { readUnitName } from './arguments.ts';
import { complain } from './door.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { type Reading, stateOfFile, unitCalled } from './unit-snapshot.ts';
import { type UnitTree, unitTree } from './unit-tree.ts';

export interface RunningOptions extends Reading {
  /** Those whose files changed since the manager read them, where none is named. */
  readonly names: readonly string[];
  readonly format: string;
}

/** What daemon-reload would change: what the manager of this machine runs, beside what the files give now. */
export async function diffRunning(host: CliHost, { names, format, ...reading }: RunningOptions): Promise<number> {
  const { ask } = host;
  if (!ask) throw new UsageError('--running needs a machine that runs systemd');
  const askManager: AskManager = async (program, args) => (await ask(program, args)) ?? '';
  const tree = unitTree(host);
  await tree.addMachine();
  const loadedUnits = await askLoaded(askManager, reading.manager);
  const nameInManager = namesOf(tree.index, aliasesAmong(loadedUnits), reading.manager);
  const outdated = names.length > 0 ? names : outdatedUnits(tree.index, loadedUnits, reading.manager);
  const wanted = outdated.map((text) => ({ name: readUnitName(text), path: pathOutside(host, tree, text) }));
  const given = wanted.map(({ name }) => nameInManager(name.text));
  const relations = await askRelations(askManager, given, reading.manager);
  const units: UnitReload[] = [];
  let failed = false;
  for (const { name, path } of wanted) {
    const loaded = path === undefined ? unitCalled(tree, name, reading) : unitOfFile(host, path, reading);
    const shown = await askRunning(askManager, name.text, reading.manager);
    if (!loaded || !shown) {
      failed = true;
      complain(host, `${name.text}: ${shown ? 'no file of it can be read' : 'the manager does not answer'}`, 'diff');
      continue;
    }
    const around = {
      relations: relations.get(nameInManager(name.text)),
      linked: [...linkedTo(tree.index, name, reading.manager), ...danglingOf(tree, name)],
      nameOf: nameInManager,
    };
    units.push(compareReload(name.text, loaded, { ...shown, ...around }));
  }
  const same = units.every(({ differences }) => differences.length === 0);
  if (format === 'json') host.stdout(`${JSON.stringify({ same, units }, null, 2)}\n`);
  else host.stdout(units.length === 0 ? 'No files changed since the manager read them.\n' : reloadText(units));
  return failed ? EXIT.failure : same ? EXIT.clean : EXIT.problems;
}

/** A file that no manager reads where it lies: what it would make of the unit is asked. */
const pathOutside = (host: CliHost, { index }: UnitTree, text: string): string | undefined => {
  if (!text.includes('/') || host.kindOf(text) !== 'file') return undefined;
  return index.file(host.realPath(text) ?? text) || index.file(text) ? undefined : text;
};

/** Links that lead nowhere make a unit depend on their names all the same. */
const danglingOf = ({ dangling }: UnitTree, { text }: UnitName): Link[] =>
  dangling.flatMap((path) => {
    const role = roleOf(path);
    return role?.role === 'link' && role.owner === text ? [role] : [];
  });

function unitOfFile(host: CliHost, path: string, reading: Reading): LoadedUnit | undefined {
  const state = stateOfFile(host, path, reading);
  return state?.state === 'loaded' ? state.unit : undefined;
}
