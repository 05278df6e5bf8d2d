import type { JudgedAssignment } from '../../engine/judged-file.ts';
import { escapeName } from '../../schema/escape.ts';
import type { Manager } from '../../schema/file-identity.ts';
import { isInstance, isTemplate, type UnitName } from '../../schema/unit-name.ts';
import { editorLines } from '../../syntax/editor-lines.ts';
import { durationOf, exceeds, type LoadedUnit } from '../../units/loaded-unit.ts';
import { isScalar, specifiersIn } from '../../values/traits.ts';
import type { UnitText } from '../judged-unit.ts';
import { leftOutFor } from './left-out.ts';
import { type OwnNames, withOwnNames } from './own-names.ts';

/** A service as a trial runs it, before it has a name of its own. Plain data: client and server hand it to each other. */
export interface TrialPlan {
  /** The unit that is tried, as it is called when it is installed. */
  readonly unit: string;
  readonly manager: Manager;
  readonly version: number;
  readonly lines: readonly TrialLine[];
  /** What is otherwise in the trial than in the installed unit; sentences. */
  readonly remarks: readonly string[];
  /** Fragment and drop-ins, the unsaved text of editors among them. */
  readonly files: readonly UnitText[];
}

/** An assignment in force. */
export interface TrialLine {
  readonly section: 'Unit' | 'Service';
  readonly key: string;
  readonly value: string;
  /** Where it stands, from 1; undefined for what a trial adds. */
  readonly place?: { readonly path: string; readonly line: number } | undefined;
}

const SECTIONS = ['Unit', 'Service'] as const;

/** What a trial of a unit runs: everything in force but what would act beyond it. */
export function trialPlan(unit: LoadedUnit): TrialPlan | { readonly refusal: string } {
  const { name, kind, manager, version } = unit;
  if (kind !== 'service' || !name) {
    return { refusal: 'A trial runs a service. Try the service that this unit starts.' };
  }
  if (isTemplate(name)) return { refusal: `${name.text} is a template: name the instance that is to be tried.` };
  if (unit.files.some(({ source }) => source.origins)) {
    return { refusal: `${name.text} is made by Podman of another file; a trial needs a unit file.` };
  }
  const path = unit.files[0]!.source.path;
  const own: OwnNames = { name, path };
  const inForce = assignmentsOf(unit);
  const kept = inForce.filter(({ node }) => leftOutFor(node.key) === undefined);
  return {
    unit: name.text,
    manager,
    version,
    lines: [...kept.map((assignment) => lineOf(assignment, own, version)), ...added(unit, name)],
    remarks: remarksOn(inForce),
    files: unit.files.map(({ source }) => ({ path: source.path, text: source.tree.text })),
  };
}

/** The manager reads a drop-in for all services for the trial, too. */
const ofAllServices = (path: string): boolean =>
  /^\/(?:etc|run|usr\/lib|usr\/local\/lib|lib)\/systemd\/(?:system|user)\/service\.d\//.test(path);

function assignmentsOf(unit: LoadedUnit): JudgedAssignment[] {
  const counting = new Set(
    [...unit.effectiveKeys()].flatMap(({ section, key }) =>
      (SECTIONS as readonly string[]).includes(section) ? unit.inForce(section, key) : [],
    ),
  );
  return unit.assignments.filter((assignment) => counting.has(assignment) && !ofAllServices(assignment.source.path));
}

function lineOf({ section, node, source, directive }: JudgedAssignment, own: OwnNames, version: number): TrialLine {
  const { line } = editorLines(source.tree).positionAt(node.keySpan.start);
  const value = node.value.text;
  const reading = directive && { specifiers: specifiersIn(directive, version), isList: !isScalar(directive) };
  return {
    section: section as TrialLine['section'],
    key: node.key,
    value: reading ? withOwnNames(value, own, reading) : value,
    place: { path: source.path, line: line + 1 },
  };
}

/** In microseconds: a stop that takes longer keeps who tries waiting, and is not what is tried. */
const LONGEST_STOP = 10_000_000n;

/** What makes a trial of another name the same, and keeps it from leaving processes behind. */
function added(unit: LoadedUnit, name: UnitName): TrialLine[] {
  const value = (key: string): string | undefined => unit.value('Service', key);
  const line = (key: string, text: string): TrialLine => ({ section: 'Service', key, value: text });
  const stop = durationOf(unit, 'Service', 'TimeoutStopSec') ?? durationOf(unit, 'Service', 'TimeoutSec');
  const isDynamic = unit.flag('Service', 'DynamicUser') && value('User') === undefined;
  return [
    { section: 'Unit', key: 'Description', value: `Trial of ${name.text}` },
    ...(stop === undefined || exceeds(stop, LONGEST_STOP) ? [line('TimeoutStopSec', '10s')] : []),
    ...(/^(?:process|none)$/.test(value('KillMode') ?? '') ? [line('KillMode', 'mixed')] : []),
    ...(value('SendSIGKILL') === undefined ? [] : [line('SendSIGKILL', 'yes')]),
    // systemd.exec(5), DynamicUser=: the name of the user is made of the name of the unit.
    ...(isDynamic && /^[a-zA-Z_][a-zA-Z0-9_-]{0,30}$/.test(name.prefix) ? [line('User', name.prefix)] : []),
    // systemd.unit(5): the default slice of an instance is made of its template's name.
    ...(unit.manager === 'system' && isInstance(name) && value('Slice') === undefined
      ? [line('Slice', `system-${escapeName(name.prefix)}.slice`)]
      : []),
  ];
}

function remarksOn(inForce: readonly JudgedAssignment[]): string[] {
  const reasons = new Map<string, Set<string>>();
  for (const { node, section } of inForce) {
    const reason = leftOutFor(node.key);
    if (!reason || (section === 'Service' && node.key === 'Restart' && node.value.text === 'no')) continue;
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(`${node.key}=`));
  }
  return [...reasons].map(([reason, keys]) => `Left out of the trial: ${[...keys].join(', ')}, as ${reason}.`);
}

/** What another try of the same unit does otherwise. */
export interface Variant {
  /** Keys whose lines are left out. */
  readonly without?: readonly string[];
  /** Assignments for [Service], at its end: `ProtectHome=yes`. */
  readonly add?: readonly string[];
}

/** The text of the unit file of a trial; there is no [Install]. */
export function trialText({ lines }: TrialPlan, { without = [], add = [] }: Variant = {}): string {
  // The name that a trial gives to a dynamic user is nobody's without DynamicUser=.
  const isOut = ({ key, place }: TrialLine): boolean =>
    without.includes(key) || (key === 'User' && !place && without.includes('DynamicUser'));
  const parts = SECTIONS.map((name) => {
    const own = lines.filter((line) => line.section === name && !isOut(line));
    const more = name === 'Service' ? add : [];
    return [`[${name}]`, ...own.map(({ key, value }) => `${key}=${value}`), ...more].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

/** How the unit of a trial is called: it ends like the original, so that `%i` and `%j` mean the same. */
export const trialName = (id: string, unit: string): string => `${PREFIX}${id}-${unit}`;

/** How the unit is called that ends a trial, whatever becomes of who began it. */
export const keeperName = (id: string): string => `${PREFIX}${id}.service`;

const PREFIX = 'systemd-units-trial-';
