import { dropInName } from '../rules/advice/drop-in-name.ts';
import { dropInRest } from '../rules/advice/drop-in-rest.ts';
import { placeholder } from '../rules/advice/placeholder.ts';
import { judgeFileRules } from '../rules/judge.ts';
import { type Found, foundIn, type RuleFinding, type Said, type Sketch, sketched, sketchOf } from '../rules/sketch.ts';
import { type SeverityMap, settle } from '../rules/suppress.ts';
import { assignmentOutsideSection } from '../rules/syntax/assignment-outside-section.ts';
import { invalidUtf8, savedAs } from '../rules/syntax/invalid-utf8.ts';
import { timerTrigger } from '../rules/timer/timer-trigger.ts';
import { hasPlaceholder } from '../syntax/placeholders.ts';
import { isUnread } from '../syntax/unread.ts';
import type { WideEncoding } from '../syntax/wide-text.ts';
import { type EffectiveValues, effectiveValues } from '../units/effective-values.ts';
import type { JudgedFile } from '../units/judged-file.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import { type Document, nodeAt } from './document.ts';
import { type MachineKnowledge, machineFindings } from './machine-findings.ts';
import { withRemedies } from './machine-remedies.ts';
import { textAt, type UnitText, type WholeUnit, wholeUnit } from './whole-unit.ts';

export type { UnitText } from './whole-unit.ts';

/** What lies around a document. */
export interface Surroundings {
  /**
   * The files of the unit the document belongs to, in systemd's order and the document among them; several lists for
   * a drop-in of several units. Alone when not given. A unit whose list is handed out again is not judged again.
   */
  readonly units?: readonly (readonly UnitText[])[] | undefined;
  /** The units around, for rules about their relations; asked only when given. */
  readonly index?: UnitIndex | undefined;
  /** What is known of the machine; nothing is said of it when not given. */
  readonly machine?: MachineKnowledge | undefined;
  /** The encoding of the file on disk, where an editor has decoded what systemd does not read. */
  readonly savedAs?: WideEncoding | undefined;
}

/** Judges a document by itself and as a part of its unit. Source order; suppression and the user's severities applied. */
export const diagnostics = (document: Document, around: Surroundings = {}, severities?: SeverityMap): RuleFinding[] =>
  findings(document, around, severities)
    .all()
    .map((sketch) => sketch.full());

/** The same as sketches: of a long file with something wrong in every line a reader wants a few. */
export function findings(document: Document, around: Surroundings = {}, severities?: SeverityMap): Found {
  const { judged } = document;
  if (!judged) return foundIn([]);
  const units = unitsOf(document, judged, around);
  const all = inEncoding(judged, around).concat(allSaid(document, judged, { units, machine: around.machine }));
  const said = settle(all, judged.source, severities);
  const read = judged.stop ? sketched(said).filter(isRead(judged)) : said;
  return foundIn(withRemedies(read, { units: units.map(({ unit }) => unit), machine: around.machine }));
}

/** What is wrong with the file and not with its text. */
const inEncoding = (judged: JudgedFile, { savedAs: encoding }: Surroundings): readonly Said[] =>
  encoding && !isUnread(judged.source.tree)
    ? [sketchOf({ ...savedAs(encoding, judged), rule: invalidUtf8.id, source: judged.source })]
    : [];

/** Of what systemd does not read of a drop-in there is one thing to say. */
const isRead =
  ({ stop, source }: JudgedFile) =>
  (sketch: Sketch): boolean =>
    !stop || sketch.source !== source || sketch.start < stop.end || sketch.rule === dropInRest.id;

interface Belonging {
  readonly units: readonly WholeUnit[];
  readonly machine: MachineKnowledge | undefined;
}

function allSaid(document: Document, judged: JudgedFile, { units, machine }: Belonging): readonly Said[] {
  const perUnit = units.map(({ unit, saidIn }) => {
    const own = saidIn(judged.source);
    return machine ? own.concat(machineFindings(document, unit, machine).map(sketchOf)) : own;
  });
  return together(ofFile(judged), inAll(perUnit));
}

/** What is said of a file and of its unit. That a timer has no trigger says all there is to say of the value that was to be one. */
function together(ofFile: readonly Said[], ofUnit: readonly Said[]): readonly Said[] {
  const timers = ofUnit.filter((said): said is Sketch => 'rule' in said && said.rule === timerTrigger.id);
  if (timers.length === 0) return ofFile.concat(ofUnit);
  const isTold = ({ start, end }: Sketch): boolean => timers.some((told) => told.start === start && told.end === end);
  return [...sketched(ofFile).filter((sketch) => !isTold(sketch)), ...ofUnit];
}

function ofFile(judged: JudgedFile): readonly Said[] {
  const said = judgeFileRules(judged);
  const { kind } = judged.source;
  if (kind.skipped) return sketched(said).filter(({ rule }) => rule === dropInName.id);
  return kind.isSource ? sketched(said).filter(isSettled(judged)) : said;
}

/** Whether what is said of a source holds whatever is put in place of its placeholders. */
function isSettled({ source: { tree } }: JudgedFile): (sketch: Sketch) => boolean {
  const headerMayCome = tree.preamble.some(({ span }) => hasPlaceholder(tree, span));
  return ({ rule, start }) => {
    if (rule === placeholder.id) return true;
    if (rule === assignmentOutsideSection.id && headerMayCome) return false;
    const node = nodeAt(tree, start);
    return !node || !hasPlaceholder(tree, node.span);
  };
}

/** The units a document is a part of; none for what is only made into one, not read, or too long to be judged. */
function unitsOf(document: Document, judged: JudgedFile, { units, index }: Surroundings): WholeUnit[] {
  if (judged.source.kind.isSource || judged.source.kind.skipped || isUnread(judged.source.tree)) return [];
  const known = units?.filter((files) => textAt(files, document.path)) ?? [];
  const wholes = known.length > 0 ? known : [[document]];
  return wholes.map((files) => wholeUnit(files, { document, judged, index }));
}

/** A document as a part of the units it belongs to: what a change of it must not make worse. */
export interface Judgement {
  /** Of the document, and of its units in whatever file; as they are, whatever the user makes of them. */
  readonly findings: readonly Sketch[];
  /** What is in force in each of the units. */
  readonly effective: readonly EffectiveValues[];
}

export function judgementOf(document: Document, around: Surroundings = {}): Judgement {
  const { judged } = document;
  if (!judged) return { findings: [], effective: [] };
  const units = unitsOf(document, judged, around);
  const ofUnits = units.flatMap(({ unit, saidIn }) => [
    ...unit.files.flatMap(({ source }) => saidIn(source)),
    ...(around.machine ? machineFindings(document, unit, around.machine).map(sketchOf) : []),
  ]);
  const said = settle([...ofFile(judged), ...ofUnits], judged.source);
  const findings = sketched(said).filter(isRead(judged));
  return { findings, effective: units.map(({ unit }) => effectiveValues(unit)) };
}

/** What is wrong with a drop-in for several units is what is wrong with each of them. */
function inAll([first = [], ...others]: readonly (readonly Said[])[]): readonly Said[] {
  if (others.length === 0) return first;
  const key = ({ rule, start, end }: Sketch): string => `${rule} ${start} ${end}`;
  const elsewhere = others.map((said) => new Set(sketched(said).map(key)));
  return sketched(first).filter((sketch) => elsewhere.every((keys) => keys.has(key(sketch))));
}
