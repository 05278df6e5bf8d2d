import { assignmentIn, type JudgedAssignment, type PlacedJudgement, pickByKey } from '../engine/judged-block.ts';
import type { RuleFinding } from '../engine/lazy-finding.ts';
import type { Fix } from '../engine/rule.ts';
import { toSourceSpan } from '../syntax/value.ts';
import type { Span } from '../text/span.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import { since } from '../values/changes.ts';
import { quoted } from '../values/consequence.ts';
import { listWords } from '../values/problem.ts';
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
  /** What the unit is surely for, being among its units: `systemd-analyze verify` complains there as well. */
  readonly target?: 'machine' | 'image';
}

/**
 * Programs and accounts this machine lacks, of a document as a part of a unit. As information: the unit may be meant
 * for another machine.
 */
export function machineFindings(document: Document, unit: LoadedUnit, machine: MachineKnowledge): RuleFinding[] {
  return [...missingPrograms(document, unit, machine), ...unknownAccounts(document, unit, machine)];
}

function missingPrograms(document: Document, unit: LoadedUnit, machine: MachineKnowledge): RuleFinding[] {
  const isInForce = inForceOf(unit);
  return programsOf(document).flatMap((program): RuleFinding[] => {
    const what = lack(program, machine);
    // Lines that a later empty one takes back run nothing.
    if (!what || !isInForce(program)) return [];
    const { assignment, start, end } = program;
    const skipped = isCondition(program.name, unit);
    const severity = machine.target && !skipped && isVerified(program, unit) ? 'warning' : 'info';
    const then = skipped ? ', so the unit is skipped, as its condition asks' : '; here the command fails with 203/EXEC';
    const others = runnable(program.name, machine);
    const there = others.length > 0 ? ` There is ${listWords(others, 'and')}.` : '';
    const said = finding(
      assignment,
      { start, end },
      { rule: 'program-missing', severity, message: `${what}${then}.${there}` },
    );
    return [{ ...said, fixes: others.map((path) => changeTo(path, { start, end })) }];
  });
}

/** Asked of thousands of programs. */
function inForceOf(unit: LoadedUnit): (program: Program) => boolean {
  const lists = new Map<string, ReadonlyMap<PlacedJudgement, readonly number[]>>();
  return ({ place, index }) => {
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
  const states = paths.map((path) => machine.program(path));
  if (states.some((state) => state === undefined || (state !== 'missing' && canRun(state)))) return undefined;
  const where = WHERE[machine.target ?? 'machine'];
  if (!name.startsWith('/')) return `No folder that systemd searches ${where} has a program ${quoted(name)}`;
  return states[0] === 'missing' ? `There is no ${name} ${where}` : `${name} is nothing that can be run ${where}`;
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

function isVerified({ assignment, isFirst }: Program, unit: LoadedUnit): boolean {
  if (!unit.hasFragment || unit.refused) return false;
  const isHead = isFirst && unit.list(assignment.section, assignment.node.key)[0] === assignment;
  // `verify_executables` of systemd's analyze.
  return isHead || since(unit.version, 'every program is looked for');
}

function unknownAccounts({ judged }: Document, unit: LoadedUnit, machine: MachineKnowledge): RuleFinding[] {
  const { users, groups, target = 'machine' } = machine;
  if (!judged || users.size === 0 || unit.flag('Service', 'DynamicUser')) return [];
  return pickByKey(judged.blocks, (key) => /^(Socket)?(User|Group)$/.test(key)).flatMap((assignment): RuleFinding[] => {
    const { key, value } = assignment.node;
    const kind = key.endsWith('User') ? 'user' : 'group';
    if (!assignment.accepted || !/^[A-Za-z_][\w.-]*$/.test(value.text)) return [];
    if ((kind === 'user' ? users : groups).has(value.text)) return [];
    const message = `This ${target} lists no ${kind} ${quoted(value.text)}; here the start fails unless it comes from elsewhere.`;
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
