import { withSureFixes } from '../features/sure-fixes.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { type CheckOptions, checkText, judgeText } from '../service/check.ts';
import { filesOf, unitsOfFile } from '../units/load-order.ts';
import { treeOf } from '../units/location.ts';
import { resolveUnit } from '../units/resolve-unit.ts';
import type { CheckArguments } from './check-arguments.ts';
import { collect } from './collect.ts';
import { decode } from './decode.ts';
import { type CliHost, UsageError } from './host.ts';
import { type Machine, machineOf } from './machine.ts';
import type { CheckedFile } from './problem.ts';
import { progress } from './progress.ts';
import { type UnitTree, unitTree } from './unit-tree.ts';

/** Checks every file that can be read; what cannot is said on standard error. */
export async function checkFiles(
  host: CliHost,
  options: CheckArguments,
): Promise<{ files: CheckedFile[]; failed: boolean }> {
  const files: CheckedFile[] = [];
  let failed = false;
  const onError = (message: string): void => {
    failed = true;
    host.stderr(`systemd-units: ${message}\n`);
  };
  const tree = unitTree(host);
  const machine = await machineOf(host, options.root === undefined ? 'machine' : 'image');
  const paths = await pathsToCheck(host, tree, { options, machine, onError });
  // All of them first: what one says of another counts for both.
  for (const path of paths) tree.addFile(machine.own(path) ?? path);
  const step = progress(host, paths.length);
  for (const path of paths) {
    step();
    try {
      const text = tree.text(machine.own(path) ?? path) ?? decode(host.readFile(path));
      files.push(checkOne(host, { path, text, tree, machine, onError }, options));
    } catch (error) {
      onError((error as Error).message);
    }
  }
  step.end();
  if (options.paths.includes('-')) {
    const text = decode(await host.readStdin());
    files.push(checkOne(host, { path: options.stdinName, text, tree, machine, onError }, { ...options, fix: false }));
  }
  return { files, failed };
}

interface Choice {
  readonly options: CheckArguments;
  readonly machine: Machine;
  readonly onError: (message: string) => void;
}

async function pathsToCheck(
  host: CliHost,
  tree: UnitTree,
  { options, machine, onError }: Choice,
): Promise<readonly string[]> {
  if (options.root !== undefined) {
    await tree.addMachine();
    return options.paths.length === 0
      ? allLoaded(tree, options)
      : options.paths.flatMap((name) => named(tree, name, options));
  }
  tree.setMachine(machine.paths);
  for (const path of options.unitPaths) tree.addFolder(path, 'machine');
  const paths = options.paths.filter((name) => name !== '-');
  for (const path of paths) if (host.kindOf(path) === 'directory') tree.addFolder(machine.ownFolder(path) ?? path);
  return collect(host, paths, onError);
}

/** The files below a root that systemd reads: no masked units, none that another file hides. */
function allLoaded({ index }: UnitTree, { manager }: CheckArguments): string[] {
  const loaded = [...index.files()].filter((file) => {
    if (file.role === 'link' || file.masked || file.aliasOf !== undefined) return false;
    if (manager !== undefined && file.manager !== manager) return false;
    if (file.role === 'drop-in') return unitsOfFile(index, file.path).length > 0;
    const name = parseUnitName(file.owner);
    return name !== undefined && resolveUnit(index, name, file).fragment === file;
  });
  return loaded.map(({ path }) => path).sort();
}

function named({ index }: UnitTree, text: string, { manager = 'system' }: CheckArguments): string[] {
  const name = parseUnitName(text.includes('.') ? text : `${text}.service`);
  const files = name ? filesOf(resolveUnit(index, name, { tree: treeOf('', manager), manager })) : [];
  if (files.length === 0) throw new UsageError(`no unit "${text}" below the root`);
  return files.filter(({ masked }) => !masked).map(({ path }) => path);
}

interface Input {
  readonly path: string;
  readonly text: string;
  /** The units around. */
  readonly tree: UnitTree;
  readonly machine: Machine;
  readonly onError: (message: string) => void;
}

function checkOne(host: CliHost, input: Input, options: CheckArguments): CheckedFile {
  const { path, text: original, tree, machine, onError } = input;
  const { version, manager, fix, rules } = options;
  const own = machine.own(path);
  const place = own ?? path;
  tree.addFile(place);
  const optionsFor = (text: string): CheckOptions => {
    tree.setText(place, text);
    const parsed = text === original ? tree.takeParsed(place) : undefined;
    const around = { ...tree.around(place), machine: own === undefined ? undefined : machine.knowledge() };
    return { path: place, version, manager, rules, tree: parsed, around };
  };
  const checked = (text: string): CheckedFile => ({ path, text, findings: checkText(text, optionsFor(text)) });
  const before = checked(original);
  if (!fix || /\p{Surrogate}/u.test(before.text)) return before;
  const mended = withSureFixes(original, {
    findingsOf: (text) => (text === original ? before : checked(text)).findings,
    judge: (text) => judgeText(text, optionsFor(text)),
  });
  if (mended === original) return checked(original);
  const file = checked(mended);
  try {
    host.rewriteFile(path, { before: before.text, after: file.text });
    return file;
  } catch (error) {
    onError((error as Error).message);
    return checked(original);
  }
}
