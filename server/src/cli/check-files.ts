import { configurationCalled } from '../dialects/daemon-conf/configuration-files.ts';
import { searchedCalled } from '../dialects/lines/load-order.ts';
import { mindsMode } from '../dialects/networkd/rules/world-readable-key.ts';
import { isQuadletName } from '../dialects/quadlet/generator/names.ts';
import type { RuleFinding } from '../engine/lazy-finding.ts';
import type { Fix } from '../engine/rule.ts';
import { fixAll, type Judge, withSureFixes } from '../features/sure-fixes.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { type CheckOptions, judgeText, verdictOn } from '../service/check.ts';
import { resolveUnit } from '../units/resolve-unit.ts';
import { unitsOfFile } from '../units/resolved-units.ts';
import { type Boundary, boundaryOf, within } from './boundary.ts';
import { changedSince } from './changed-files.ts';
import type { CheckArguments, SharedArguments } from './check-arguments.ts';
import { type Outcome, startHelpers } from './check-threads.ts';
import { collect } from './collect.ts';
import { type Complaint, type Complaints, complaintsTo, recorded } from './complaints.ts';
import { daemonPathsBelow } from './daemon-files.ts';
import { danglingLinks } from './dangling-links.ts';
import { decode } from './decode.ts';
import { complain } from './door.ts';
import { type FileSettings, withoutLeftOut } from './file-settings.ts';
import { filesBelowRoot } from './files-below-root.ts';
import type { CliHost } from './host.ts';
import { linePathsBelow } from './line-files.ts';
import { type Machine, machineOf } from './machine.ts';
import { tellNoUnit } from './not-a-unit.ts';
import type { CheckedFile, FileFinding } from './problem.ts';
import { progress } from './progress.ts';
import { podmanFor } from './target-version.ts';
import type { UnitTexts } from './unit-texts.ts';
import { type UnitTree, unitTree } from './unit-tree.ts';

/** Checks every file that can be read; what cannot, or is not a unit, is said on standard error. */
export async function checkFiles(
  machineHost: CliHost,
  asked: CheckArguments,
): Promise<{ files: CheckedFile[]; failed: boolean }> {
  const host = readingFoldersOnce(machineHost);
  const complaints = complaintsTo(host, asked);
  const round = await roundOf(host, asked);
  const paths = await pathsToCheck(host, round, { options: asked, complaints });
  const options = { ...asked, own: ownSettings([...paths, asked.stdinName], asked) };
  const files = await checkAll(host, paths, { round, options, complaints });
  if (
    options.paths.includes('-') &&
    withoutLeftOut([options.stdinName], { ...leftOutBy(options), complaints }).length > 0
  ) {
    const text = decode(await host.readStdin());
    const file = checkOne(
      host,
      { ...round, path: options.stdinName, text, complaints },
      { ...options, fix: options.instead === 'diff' },
    );
    if (file) files.push(file);
  }
  const isFound = (path: string): boolean => !options.paths.includes(path);
  if (options.root === undefined && files.length === 0 && paths.some(isFound))
    complaints.empty('none of the files found is a unit');
  if (options.root !== undefined) {
    const { tree, machine } = round;
    if (options.paths.length === 0)
      files.push(...danglingLinks(host, tree, { root: options.root, paths: machine.paths }));
    if (files.length === 0) complaints.empty(`${options.root}: there are no units below this root`);
    else if (!machine.knowledge())
      complain(host, `${options.root}: has no systemd in it, so programs and accounts are not looked for`);
  }
  return { files, failed: complaints.failed };
}

/** The settings of files that are not those of the current folder; nearly all files of a folder share one object. */
function ownSettings(paths: readonly string[], { settingsOf, target, manager, rules }: CheckArguments) {
  const own = new Map<string, FileSettings>();
  for (const path of paths) {
    const settings = settingsOf(path);
    if (settings && !(settings.target === target && settings.manager === manager && settings.rules === rules))
      own.set(path, settings);
  }
  return own;
}

/** The files to be checked are looked for in the folders of the units around. */
function readingFoldersOnce(host: CliHost): CliHost {
  const known = new Map<string, ReturnType<CliHost['readDirectory']>>();
  return {
    ...host,
    readDirectory(path) {
      const found = known.get(path) ?? host.readDirectory(path);
      known.set(path, found);
      return found;
    },
  };
}

/** What all files of a run have in common. */
export interface Round {
  /** The units around. */
  readonly tree: UnitTree;
  readonly machine: Machine;
  readonly boundary: Boundary;
}

/** Before any file was added to the tree. */
async function roundOf(host: CliHost, { root, paths, unitPaths }: SharedArguments): Promise<Round> {
  const machine = await machineOf(host, root === undefined ? 'machine' : 'image');
  const boundary = boundaryOf(host, [...paths, ...unitPaths], machine.paths);
  return { machine, boundary, tree: unitTree(within(host, boundary)) };
}

/** The files that are checked, and how what lies around is read, after their names are known: several threads share that. */
interface Filling {
  readonly paths: readonly string[];
  readonly read?: (texts: UnitTexts) => Promise<void>;
}

/** With all files of the tree, and those to be checked: what one says of another counts for both. */
export async function filledRound(host: CliHost, options: SharedArguments, filling: Filling): Promise<Round> {
  const round = await roundOf(host, options);
  await fillRound(host, round, { options, ...filling });
  return round;
}

/** Below a root it has to be read before one knows which files are to be checked. */
async function fillRound(
  host: CliHost,
  round: Round,
  { options, paths, read }: Filling & { readonly options: SharedArguments },
): Promise<void> {
  const { tree } = round;
  const isShared = read && options.root === undefined;
  if (isShared) tree.texts.putOff();
  await fill(host, round, options);
  addAll(round, paths);
  if (!isShared) return;
  await read(tree.texts);
  tree.texts.readRest();
}

async function fill(
  host: CliHost,
  { tree, machine }: Round,
  { root, unitPaths, paths }: SharedArguments,
): Promise<void> {
  if (root !== undefined) return tree.addMachine();
  tree.setMachine(machine.paths);
  for (const path of unitPaths) tree.addFolder(path, 'machine');
  for (const path of paths) {
    if (path !== '-' && host.kindOf(path) === 'directory') tree.addFolder(machine.ownFolder(path) ?? path);
  }
}

function addAll({ tree, machine }: Round, paths: readonly string[]): void {
  for (const path of paths) tree.addFile(machine.own(path) ?? path);
}

interface Work {
  readonly round: Round;
  readonly options: CheckArguments;
  readonly complaints: Complaints;
}

/** Files are judged in this thread, and many of them in others at the same time. */
async function checkAll(host: CliHost, paths: readonly string[], { round, options, complaints }: Work) {
  const step = progress(host, paths.length);
  const helpers = startHelpers(host, paths, options);
  if (options.root === undefined) await fillRound(host, round, { options, paths, read: helpers?.shareReading });
  else addAll(round, paths);
  const judge = (path: string): Outcome => {
    step(helpers?.begun());
    return outcomeOf(host, path, { round, options });
  };
  const outcomes = helpers ? await helpers.share(judge) : paths.map(judge);
  step.end();
  return outcomes.flatMap(({ file, complaints: said }) => {
    for (const { kind, message } of said) complaints[kind](message);
    return file ?? [];
  });
}

/** What came of one file, and what is to be complained of. */
export function outcomeOf(
  host: CliHost,
  path: string,
  { round, options }: { readonly round: Round; readonly options: SharedArguments },
): Outcome {
  const said: Complaint[] = [];
  const complaints = recorded(said);
  try {
    const text = round.tree.text(round.machine.own(path) ?? path) ?? decode(host.readFile(path));
    return { file: checkOne(host, { ...round, path, text, complaints }, options), complaints: said };
  } catch (error) {
    complaints.error((error as Error).message);
    return { file: undefined, complaints: said };
  }
}

interface Choice extends Pick<Work, 'options' | 'complaints'> {}

async function pathsToCheck(host: CliHost, round: Round, { options, complaints }: Choice): Promise<readonly string[]> {
  const taken = withoutLeftOut(await pathsFound(host, round, { options, complaints }), {
    ...leftOutBy(options),
    complaints,
  });
  return options.changed === undefined ? taken : taken.filter(await changedSince(host, options.changed));
}

const leftOutBy = ({ settingsOf, paths, stdinName }: CheckArguments) => ({
  isLeftOut: (path: string) => settingsOf(path) === undefined,
  named: [...paths, stdinName],
});

async function pathsFound(host: CliHost, { tree }: Round, { options, complaints }: Choice): Promise<readonly string[]> {
  const { root, manager } = options;
  if (root === undefined) {
    const named = options.paths.filter((name) => name !== '-');
    return collect(host, named, complaints);
  }
  await tree.addMachine();
  const { version } = options.target;
  if (options.paths.length === 0)
    return [...allLoaded(tree, options), ...daemonPathsBelow(host, version), ...linePathsBelow(host)];
  return options.paths.flatMap((name) =>
    configurationCalled(name)
      ? daemonPathsBelow(host, version, name)
      : searchedCalled(name)
        ? linePathsBelow(host, name)
        : filesBelowRoot(host, tree, { root, name, manager }),
  );
}

/** The files below a root that systemd reads: no masked units, none that another file hides. */
function allLoaded({ index }: UnitTree, { manager }: SharedArguments): string[] {
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
  readonly complaints: Pick<Complaints, 'error' | 'empty'>;
  readonly path: string;
  readonly text: string;
}

/** Undefined for what is not a unit, which is said. */
function checkOne(host: CliHost, input: Input, options: SharedArguments): CheckedFile | undefined {
  const { path, text: original, tree, machine, boundary, complaints } = input;
  const { fix, instead } = options;
  const { target, manager, rules } = options.own.get(path) ?? options;
  const own = machine.own(path);
  const place = own ?? path;
  tree.addFile(place);
  const isPrivate = mindsMode(place) && host.look(path)?.isPrivate;
  const optionsFor = (text: string): CheckOptions => {
    tree.setText(place, text);
    const around = { ...tree.around(place), machine: own === undefined ? undefined : machine.knowledge(), isPrivate };
    const podman = isQuadletName(place) ? podmanFor(host, target) : undefined;
    const { version, targets } = target;
    return { path: place, version, targets, podman, manager, rules, around };
  };
  const { isUnit, findings } = verdictOn(original, optionsFor(original));
  if (!isUnit) {
    // In a folder such files are what they are: nobody asked for them.
    if (path === options.stdinName || options.paths.includes(path)) tellNoUnit(complaints, path, original);
    return undefined;
  }
  const judgedFor = target === options.target ? {} : { target };
  if (boundary.leadsOut(path)) return { path, text: original, findings, ...judgedFor, isSecret: true };
  const findingsOf = (text: string): RuleFinding[] => verdictOn(text, optionsFor(text)).findings;
  const judge: Judge = (text) => judgeText(text, optionsFor(text));
  const settled = { path, text: original, findings, ...judgedFor };
  const file = fix
    ? mended(host, settled, { findingsOf, judge, writes: instead !== 'diff', complaints })
    : withSureFixesMarked(settled, judge);
  tree.setText(place, file.text);
  tree.release(place);
  return { ...file, findings: file.findings.map(reported) };
}

/** What is worked out of thousands of files is not kept until the last of them is judged: a finding leads to the tree of its file. */
function reported(finding: FileFinding): FileFinding {
  const { source, related, ...rest } = finding as RuleFinding;
  return rest;
}

/** What was found in a file of its own text. */
interface Settled extends Pick<CheckedFile, 'target'> {
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

interface Mending extends Pick<Input, 'complaints'> {
  /** Whether the file is changed, and not only what is known of it. */
  readonly writes: boolean;
  readonly findingsOf: (text: string) => RuleFinding[];
  readonly judge: Judge;
}

/** The file with every sure fix written to it; as it was where that cannot be. */
function mended(host: CliHost, before: Settled, { findingsOf, judge, writes, complaints }: Mending): CheckedFile {
  if (!mayBeFixed(before)) return before;
  const { path, text: original } = before;
  const text = withSureFixes(original, {
    findingsOf: (tried) => (tried === original ? before.findings : findingsOf(tried)),
    judge,
  });
  if (text === original) return before;
  try {
    if (writes) host.rewriteFile(path, { before: original, after: text });
  } catch (error) {
    complaints.error((error as Error).message);
    return before;
  }
  const findings = findingsOf(text);
  return { ...before, text, findings, before: original, fixed: Math.max(1, before.findings.length - findings.length) };
}
