import { fixAll, type Judge, withSureFixes } from '../features/sure-fixes.ts';

import type { Fix } from '../rules/rule.ts';
import type { RuleFinding } from '../rules/sketch.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { type CheckOptions, judgeText, verdictOn } from '../service/check.ts';
import { unitsOfFile } from '../units/load-order.ts';
import { resolveUnit } from '../units/resolve-unit.ts';
import { type Boundary, boundaryOf, within } from './boundary.ts';
import type { CheckArguments } from './check-arguments.ts';
import { collect } from './collect.ts';
import { type Complaints, complaintsTo } from './complaints.ts';
import { danglingLinks } from './dangling-links.ts';
import { decode } from './decode.ts';
import { complain } from './door.ts';
import { filesBelowRoot } from './files-below-root.ts';
import type { CliHost } from './host.ts';
import { type Machine, machineOf } from './machine.ts';
import { tellNoUnit } from './not-a-unit.ts';
import type { CheckedFile } from './problem.ts';
import { progress } from './progress.ts';
import { type UnitTree, unitTree } from './unit-tree.ts';

/** Checks every file that can be read; what cannot, or is not a unit, is said on standard error. */
export async function checkFiles(
  host: CliHost,
  options: CheckArguments,
): Promise<{ files: CheckedFile[]; failed: boolean }> {
  const complaints = complaintsTo(host, options);
  const machine = await machineOf(host, options.root === undefined ? 'machine' : 'image');
  const boundary = boundaryOf(host, [...options.paths, ...options.unitPaths], machine.paths);
  const tree = unitTree(within(host, boundary));
  const paths = await pathsToCheck(host, tree, { options, machine, complaints });
  const round: Round = { tree, machine, boundary, complaints };
  const files = [...checkAll(host, paths, round, options)];
  if (options.paths.includes('-')) {
    const text = decode(await host.readStdin());
    const file = checkOne(host, { ...round, path: options.stdinName, text }, { ...options, fix: false });
    if (file) files.push(file);
  }
  const isFound = (path: string): boolean => !options.paths.includes(path);
  if (options.root === undefined && files.length === 0 && paths.some(isFound))
    complaints.empty('none of the files found is a unit');
  if (options.root !== undefined) {
    if (options.paths.length === 0)
      files.push(...danglingLinks(host, tree, { root: options.root, paths: machine.paths }));
    if (files.length === 0) complaints.empty(`${options.root}: there are no units below this root`);
    else if (!machine.knowledge())
      complain(host, `${options.root}: has no systemd in it, so programs and accounts are not looked for`);
  }
  return { files, failed: complaints.failed };
}

/** What all files of a run have in common. */
interface Round {
  /** The units around. */
  readonly tree: UnitTree;
  readonly machine: Machine;
  readonly boundary: Boundary;
  readonly complaints: Complaints;
}

function checkAll(host: CliHost, paths: readonly string[], round: Round, options: CheckArguments): CheckedFile[] {
  const { tree, machine, complaints } = round;
  // All of them first: what one says of another counts for both.
  for (const path of paths) tree.addFile(machine.own(path) ?? path);
  const step = progress(host, paths.length);
  const files: CheckedFile[] = [];
  for (const path of paths) {
    step();
    try {
      const text = tree.text(machine.own(path) ?? path) ?? decode(host.readFile(path));
      const file = checkOne(host, { ...round, path, text }, options);
      if (file) files.push(file);
    } catch (error) {
      complaints.error((error as Error).message);
    }
  }
  step.end();
  return files;
}

interface Choice extends Pick<Round, 'machine' | 'complaints'> {
  readonly options: CheckArguments;
}

async function pathsToCheck(
  host: CliHost,
  tree: UnitTree,
  { options, machine, complaints }: Choice,
): Promise<readonly string[]> {
  const { root } = options;
  if (root !== undefined) {
    await tree.addMachine();
    const { manager } = options;
    return options.paths.length === 0
      ? allLoaded(tree, options)
      : options.paths.flatMap((name) => filesBelowRoot(host, tree, { root, name, manager }));
  }
  tree.setMachine(machine.paths);
  for (const path of options.unitPaths) tree.addFolder(path, 'machine');
  const paths = options.paths.filter((name) => name !== '-');
  for (const path of paths) if (host.kindOf(path) === 'directory') tree.addFolder(machine.ownFolder(path) ?? path);
  return collect(host, paths, complaints);
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

interface Input extends Round {
  readonly path: string;
  readonly text: string;
}

/** Undefined for what is not a unit, which is said. */
function checkOne(host: CliHost, input: Input, options: CheckArguments): CheckedFile | undefined {
  const { path, text: original, tree, machine, boundary, complaints } = input;
  const { target, manager, fix, rules } = options;
  const own = machine.own(path);
  const place = own ?? path;
  tree.addFile(place);
  const optionsFor = (text: string): CheckOptions => {
    tree.setText(place, text);
    const parsed = text === original ? tree.takeParsed(place) : undefined;
    const around = { ...tree.around(place), machine: own === undefined ? undefined : machine.knowledge() };
    return { path: place, version: target.version, manager, rules, tree: parsed, around };
  };
  const { isUnit, findings } = verdictOn(original, optionsFor(original));
  if (!isUnit) {
    // In a folder such files are what they are: nobody asked for them.
    if (path === options.stdinName || options.paths.includes(path)) tellNoUnit(complaints, path, original);
    return undefined;
  }
  if (boundary.leadsOut(path)) return { path, text: original, findings, isSecret: true };
  const findingsOf = (text: string): RuleFinding[] => verdictOn(text, optionsFor(text)).findings;
  const judge: Judge = (text) => judgeText(text, optionsFor(text));
  const settled = { path, text: original, findings };
  const file = fix ? mended(host, settled, { findingsOf, judge, complaints }) : withSureFixesMarked(settled, judge);
  tree.setText(place, file.text);
  return file;
}

/** What was found in a file of its own text. */
interface Settled {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly RuleFinding[];
}

/** What is not UTF-8 could not be written back. */
const mayBeFixed = ({ text, findings }: Settled): boolean =>
  !/\p{Surrogate}/u.test(text) && findings.some(({ fixes = [] }) => fixes.some(({ preferred }) => preferred === true));

/** Of the fixes that may be sure, those stay so that bring nothing new when all are applied. */
function withSureFixesMarked(file: Settled, judge: Judge): CheckedFile {
  const sure = new Set((mayBeFixed(file) && fixAll(file.text, file.findings, judge)?.edits) || []);
  const marked = (fix: Fix): Fix => ({
    ...fix,
    preferred: !!fix.preferred && fix.edits.every((edit) => sure.has(edit)),
  });
  const findings = file.findings.map((finding) =>
    finding.fixes ? { ...finding, fixes: finding.fixes.map(marked) } : finding,
  );
  return { ...file, findings };
}

interface Mending extends Pick<Round, 'complaints'> {
  readonly findingsOf: (text: string) => RuleFinding[];
  readonly judge: Judge;
}

/** The file with every sure fix written to it; as it was where that cannot be. */
function mended(host: CliHost, before: Settled, { findingsOf, judge, complaints }: Mending): CheckedFile {
  if (!mayBeFixed(before)) return before;
  const { path, text: original } = before;
  const text = withSureFixes(original, {
    findingsOf: (tried) => (tried === original ? before.findings : findingsOf(tried)),
    judge,
  });
  if (text === original) return before;
  try {
    host.rewriteFile(path, { before: original, after: text });
  } catch (error) {
    complaints.error((error as Error).message);
    return before;
  }
  const findings = findingsOf(text);
  return { path, text, findings, fixed: Math.max(1, before.findings.length - findings.length) };
}
