import {
  assignmentIn,
  type JudgedAssignment,
  type PlacedJudgement,
  pickByKey,
  valueSpanIn,
} from '../engine/judged-block.ts';
import { DeferredFinding, type LazyFinding, type RuleFinding, resolvedFinding } from '../engine/lazy-finding.ts';
import type { Fix } from '../engine/rule.ts';
import { toSourceSpan } from '../syntax/value.ts';
import { memoize } from '../text/memoize.ts';
import type { Span } from '../text/span.ts';
import { firstOf, type LoadedUnit } from '../units/loaded-unit.ts';
import { since } from '../values/changes.ts';
import { listWords, quoted } from '../values/problem.ts';
import type { Document } from './document.ts';
import type { FileState } from './environment.ts';
import { type Program, programsOf, searchedFor } from './programs.ts';

/** What is known of the machine the units are for; only what was asked before. */
export interface MachineKnowledge {
  /** Undefined while nobody has looked. */
  program(path: string): FileState | 'missing' | undefined;
  /** With their home directories, as far as those are known. */
  readonly users: ReadonlyMap<string, string | undefined>;
  readonly groups: ReadonlySet<string>;
  /** Another number whenever a program was looked at since; where it is not given, nothing is kept. */
  readonly generation?: number;
  /** What the unit is surely for, being among its units: `systemd-analyze verify` complains there as well. */
  readonly target?: 'machine' | 'image';
}

/**
 * Programs and accounts this machine lacks, of a document as a part of a unit. As information: the unit may be meant
 * for another machine.
 */
export function machineFindings(document: Document, unit: LoadedUnit, machine: MachineKnowledge): LazyFinding[] {
  return missingPrograms(document, unit, machine).concat(unknownAccounts(document, unit, machine).map(resolvedFinding));
}

interface Around {
  readonly unit: LoadedUnit;
  readonly machine: MachineKnowledge;
}

function missingPrograms(document: Document, unit: LoadedUnit, machine: MachineKnowledge): LazyFinding[] {
  const isEffective = effectiveIn(unit);
  return programsOf(document).flatMap(({ place, programs }) => {
    const missing = missingAmong(programs, machine);
    if (missing.length === 0) return NONE;
    // Lines that a later empty one takes back run nothing.
    return missing
      .filter(({ index }) => isEffective(place, index))
      .map((each) => missingProgram(each, place, { unit, machine }));
  });
}

const NONE: readonly LazyFinding[] = [];

/** Those of a block that the machine lacks, as far as it is known. */
function missingAmong(programs: readonly Program[], machine: MachineKnowledge): readonly Program[] {
  const { generation } = machine;
  const cell = lastMissing(programs);
  if (!cell.missing || generation === undefined || cell.machine !== machine || cell.generation !== generation) {
    cell.missing = programs.filter((program) => lack(program, machine) !== undefined);
    cell.machine = machine;
    cell.generation = generation;
  }
  return cell.missing;
}

interface LastMissing {
  machine?: MachineKnowledge;
  generation?: number | undefined;
  missing?: readonly Program[];
}

const lastMissing = memoize((_: readonly Program[]): LastMissing => ({}));

function missingProgram(program: Program, place: PlacedJudgement, { unit, machine }: Around): LazyFinding {
  const skipped = isCondition(program.name, unit);
  const span = valueSpanIn(place, program.index, program);
  const severity = machine.target && !skipped && isVerified(program, place, unit) ? 'warning' : 'info';
  const outline = { ...span, rule: 'program-missing', severity, source: place.source } as const;
  return new DeferredFinding(outline, () => {
    const then = skipped ? ', so the unit is skipped, as its condition asks' : '; here the command fails with 203/EXEC';
    const others = runnable(program.name, machine);
    const there = others.length > 0 ? ` There is ${listWords(others, 'and')}.` : '';
    const message = `${lack(program, machine)}${then}.${there}`;
    const fixes = others.map((path) => changeTo(path, span));
    return { ...finding(place.at(program.index), span, { rule: outline.rule, severity, message }), fixes };
  });
}

/** Asked of thousands of programs. */
function effectiveIn(unit: LoadedUnit): (place: PlacedJudgement, index: number) => boolean {
  const lists = new Map<string, ReadonlyMap<PlacedJudgement, readonly number[]>>();
  return (place, index) => {
    const { key } = assignmentIn(place, index);
    const { section } = place.judged;
    const name = `${section} ${key}`;
    const known = lists.get(name) ?? indexesOf(unit.runs(section, key));
    lists.set(name, known);
    return known.get(place)?.includes(index) ?? false;
  };
}

/** An empty assignment may stand between two runs of one block. */
function indexesOf(runs: ReturnType<LoadedUnit['runs']>): ReadonlyMap<PlacedJudgement, readonly number[]> {
  const found = new Map<PlacedJudgement, readonly number[]>();
  for (const { place, indexes } of runs) found.set(place, [...(found.get(place) ?? []), ...indexes]);
  return found;
}

const WHERE = { machine: 'on this machine', image: 'in this image' };

function lack({ name, paths }: Program, machine: MachineKnowledge): string | undefined {
  for (const path of paths) {
    const state = machine.program(path);
    if (state === undefined || (state !== 'missing' && canRun(state))) return undefined;
  }
  const where = WHERE[machine.target ?? 'machine'];
  if (!name.startsWith('/')) return `No folder that systemd searches ${where} has a program ${quoted(name)}`;
  return machine.program(paths[0]!) === 'missing'
    ? `There is no ${name} ${where}`
    : `${name} is not a file that can be run ${where}`;
}

/** Where the folders that systemd searches have a program of that name; on most machines /bin and /usr/bin are one. */
export function runnable(name: string, machine: MachineKnowledge): string[] {
  const found = searchedFor(name).filter((path) => {
    const state = machine.program(path);
    return state !== undefined && state !== 'missing' && canRun(state);
  });
  return found.filter((path) => path.startsWith('/usr/') || !found.includes(`/usr${path}`));
}

/** The text is a guess: nobody writes it unasked. */
export const changeTo = (text: string, { start, end }: Span): Fix => ({
  title: `Change to ${text}`,
  edits: [{ start, end, text }],
});

const canRun = ({ type, executable }: FileState): boolean => type === 'file' && executable;

/** Whether the unit asks for the program before it is started, so that nothing fails without it. */
const isCondition = (name: string, unit: LoadedUnit): boolean =>
  ['ConditionPathExists', 'ConditionFileIsExecutable', 'ConditionFileNotEmpty'].some((key) =>
    unit.list('Unit', key).some(({ node }) => node.value.text === name),
  );

function isVerified({ isFirst, index }: Program, place: PlacedJudgement, unit: LoadedUnit): boolean {
  if (!unit.hasFragment || unit.refused) return false;
  // `verify_executables` of systemd's analyze.
  if (since(unit.version, 'every program is looked for')) return true;
  return isFirst && firstOf(unit, place.judged.section, assignmentIn(place, index).key) === place.at(index);
}

const ACCOUNT_KEYS = /^(Socket)?(User|Group)$/;

function unknownAccounts({ judged }: Document, unit: LoadedUnit, machine: MachineKnowledge): RuleFinding[] {
  const { users, groups, target = 'machine' } = machine;
  if (!judged || users.size === 0 || unit.flag('Service', 'DynamicUser')) return [];
  return pickByKey(judged.blocks, ACCOUNT_KEYS).flatMap((assignment): RuleFinding[] => {
    const { key, value } = assignment.node;
    const kind = key.endsWith('User') ? 'user' : 'group';
    if (!assignment.accepted || !/^[A-Za-z_][\w.-]*$/.test(value.text)) return [];
    if ((kind === 'user' ? users : groups).has(value.text)) return [];
    const message = `This ${target} does not list a ${kind} ${quoted(value.text)}; here the start fails unless it comes from elsewhere.`;
    const span = toSourceSpan(value, 0, value.text.length);
    return [finding(assignment, span, { rule: 'account-unknown', severity: 'info', message })];
  });
}

function finding(
  { source, section, node }: JudgedAssignment,
  span: { start: number; end: number },
  said: Pick<RuleFinding, 'rule' | 'severity' | 'message'>,
): RuleFinding {
  return { start: span.start, end: span.end, source, section, key: node.key, ...said };
}
