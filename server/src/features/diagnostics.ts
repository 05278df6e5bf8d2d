import { dialectOf, unitAmong } from '../dialects/index.ts';
import { worldReadableKey } from '../dialects/networkd/rules/world-readable-key.ts';
import type { FileAmong, FilesAmong } from '../engine/dialect.ts';
import { type EffectiveValues, effectiveValues } from '../engine/effective-values.ts';
import { judgeFileRules } from '../engine/judge-rules.ts';
import type { JudgedFile } from '../engine/judged-file.ts';
import {
  type FindingList,
  type FindingOrBatch,
  findingList,
  type LazyFinding,
  type RuleFinding,
  resolvedFinding,
  withoutBatches,
} from '../engine/lazy-finding.ts';
import { lineFindings } from '../engine/lines/judged-lines.ts';
import { mergeFiles } from '../engine/merged-files.ts';
import { dropInName, dropInRest, placeholder } from '../rules/advice/unread-text.ts';
import { judgeGraphRules } from '../rules/judge-unit.ts';
import { assignmentOutsideSection } from '../rules/syntax/sections.ts';
import { invalidUtf8, savedAs } from '../rules/syntax/unreadable-lines.ts';
import { timerTrigger } from '../rules/unit/triggers.ts';
import { asUnitFile } from '../schema/file-kind.ts';
import { hasPlaceholder } from '../syntax/placeholders.ts';
import { isUnreadable } from '../syntax/unreadable-file.ts';
import type { WideEncoding } from '../syntax/wide-text.ts';
import type { Span } from '../text/span.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import { type Document, nodeAt } from './document.ts';
import { type JudgedUnit, judgeUnit, textAt, type UnitText } from './judged-unit.ts';
import { directoriesMadeTwice } from './lines/directories-made-twice.ts';
import { unknownAccounts } from './lines/unknown-accounts.ts';
import { type MachineKnowledge, machineFindings } from './machine-findings.ts';
import { withRemedies } from './machine-remedies.ts';
import { applySuppressions, type SeverityMap } from './suppressions/apply-suppressions.ts';

export type { UnitText } from './judged-unit.ts';

/** What lies around a document. */
export interface Surroundings {
  /**
   * The files of the unit the document belongs to, in systemd's order and the document among them; several lists for
   * a drop-in of several units. Alone when not given. A unit whose list is handed out again is not judged again.
   */
  readonly units?: readonly (readonly UnitText[])[] | undefined;
  /** The units around, for rules about their relations; asked only when given. */
  readonly index?: UnitIndex | undefined;
  /** The files that a program other than systemd reads together with the document; alone when not given. */
  readonly among?: FilesAmong | undefined;
  /** The files of tmpfiles.d in the tree of the unit, those of the strongest folder first. */
  readonly tmpfiles?: (() => readonly FileAmong[]) | undefined;
  /** What is known of the machine; nothing is said of it when not given. */
  readonly machine?: MachineKnowledge | undefined;
  /** The encoding of the file on disk, where an editor has decoded what systemd does not read. */
  readonly savedAs?: WideEncoding | undefined;
  /** On disk the file may be read by its owner and group alone. */
  readonly isPrivate?: boolean | undefined;
}

/** Judges a document by itself and as a part of its unit. Source order; suppression and the user's severities applied. */
export const diagnostics = (document: Document, around: Surroundings = {}, severities?: SeverityMap): RuleFinding[] =>
  findings(document, around, severities)
    .all()
    .map((lazy) => lazy.resolve());

/** The same as findings: of a long file with something wrong in every line a reader wants a few. */
export function findings(document: Document, around: Surroundings = {}, severities?: SeverityMap): FindingList {
  const { judged, ofLines } = document;
  if (ofLines) {
    const all = [...lineFindings(ofLines, around.among), ...unknownAccounts(ofLines, around.machine)];
    return findingList(applySuppressions(all, ofLines.source, severities));
  }
  if (!judged) return findingList([]);
  const units = unitsOf(document, judged, around);
  const all = inEncoding(judged, around).concat(
    allSaid(document, judged, { units, around }),
    directoriesMadeTwice(document, around.tmpfiles),
  );
  const said = applySuppressions(all, judged.source, severities);
  const read = judged.cutOff ? withoutBatches(said).filter(isRead(judged)) : said;
  return findingList(withRemedies(read, { units: units.map(({ unit }) => unit), machine: around.machine }));
}

/** What is wrong with the file and not with its text. */
const inEncoding = (judged: JudgedFile, { savedAs: encoding }: Surroundings): readonly FindingOrBatch[] =>
  encoding && !isUnreadable(judged.source.tree)
    ? [resolvedFinding({ ...savedAs(encoding, judged), rule: invalidUtf8.id, source: judged.source })]
    : [];

/** Of what systemd does not read of a drop-in there is one thing to say. */
const isRead =
  ({ cutOff, source }: JudgedFile) =>
  (lazy: LazyFinding): boolean =>
    !cutOff || lazy.source !== source || lazy.start < cutOff.end || lazy.rule === dropInRest.id;

interface Belonging {
  readonly units: readonly JudgedUnit[];
  readonly around: Surroundings;
}

function allSaid(document: Document, judged: JudgedFile, { units, around }: Belonging): readonly FindingOrBatch[] {
  const { machine } = around;
  const perUnit = units.map(({ unit, findingsIn: saidIn }) => {
    const own = saidIn(judged.source);
    return machine ? own.concat(machineFindings(document, unit, machine)) : own;
  });
  return ofFileAndUnit(ofFile(judged, around), inAll(perUnit));
}

/** What is said of a file and of its unit. That a timer has no trigger says all there is to say of the value that was to be one. */
function ofFileAndUnit(
  ofFile: readonly FindingOrBatch[],
  ofUnit: readonly FindingOrBatch[],
): readonly FindingOrBatch[] {
  const timers = ofUnit.filter((said): said is LazyFinding => 'rule' in said && said.rule === timerTrigger.id);
  if (timers.length === 0) return ofFile.concat(ofUnit);
  const isTold = ({ start, end }: LazyFinding): boolean =>
    timers.some((told) => told.start === start && told.end === end);
  const isAround = ({ start, end }: Span): boolean => timers.some((timer) => start <= timer.start && timer.end <= end);
  const others = ofFile.flatMap((each) =>
    isAround(each) ? withoutBatches([each]).filter((lazy) => !isTold(lazy)) : [each],
  );
  return others.concat(ofUnit);
}

function ofFile(judged: JudgedFile, around: Surroundings): readonly FindingOrBatch[] {
  const said = ofText(judged, around);
  return around.isPrivate ? withoutBatches(said).filter(({ rule }) => rule !== worldReadableKey.id) : said;
}

function ofText(judged: JudgedFile, { among, index }: Surroundings): readonly FindingOrBatch[] {
  const { identity } = judged.source;
  const dialect = dialectOf(identity);
  if (judged.schema.isJudged?.(identity, judged.version) === false) return [];
  const unread = dialect.unread?.(judged);
  if (unread) return unread;
  const own = judgeFileRules(judged, dialect.rules).concat(dialect.judgeAmong?.(judged, among) ?? []);
  const unit = index && unitAmong(judged, among);
  const said = unit ? own.concat(judgeGraphRules(unit, index)) : own;
  if (identity.skipped) return withoutBatches(said).filter(({ rule }) => rule === dropInName.id);
  return identity.isSource ? withoutBatches(said).filter(isSettled(judged)) : said;
}

/** Whether what is said of a source holds whatever is put in place of its placeholders. */
function isSettled({ source: { tree } }: JudgedFile): (lazy: LazyFinding) => boolean {
  const headerMayCome = tree.preamble.nodes.some(({ span }) => hasPlaceholder(tree, span));
  return ({ rule, start }) => {
    if (rule === placeholder.id) return true;
    if (rule === assignmentOutsideSection.id && headerMayCome) return false;
    const node = nodeAt(tree, start);
    return !node || !hasPlaceholder(tree, node.span);
  };
}

/** The units a document is a part of; none for what is only made into one, not read, or too long to be judged. */
function unitsOf(document: Document, judged: JudgedFile, { units, index, among }: Surroundings): JudgedUnit[] {
  const { identity, tree } = judged.source;
  if (!asUnitFile(identity) || identity.isSource || identity.skipped || isUnreadable(tree)) return [];
  const known = units?.filter((files) => textAt(files, document.path)) ?? [];
  const wholes = known.length > 0 ? known : [[document]];
  return wholes.map((files) => judgeUnit(files, { document, judged, index, among }));
}

/** A document as a part of the units it belongs to: what a change of it must not make worse. */
export interface Judgement {
  /** Of the document, and of its units in whatever file; as they are, whatever the user makes of them. */
  readonly findings: readonly LazyFinding[];
  /** What is in force in each of the units, or in the file where there is none. */
  readonly effective: readonly EffectiveValues[];
}

export function judgementOf(document: Document, around: Surroundings = {}): Judgement {
  const { judged, ofLines } = document;
  if (ofLines) return { findings: lineFindings(ofLines, around.among), effective: [] };
  if (!judged) return { findings: [], effective: [] };
  const units = unitsOf(document, judged, around);
  const ofUnits = units.flatMap(({ unit, findingsIn: saidIn }) => [
    ...unit.files.flatMap(({ source }) => saidIn(source)),
    ...(around.machine ? machineFindings(document, unit, around.machine) : []),
  ]);
  const said = applySuppressions([...ofFile(judged, around), ...ofUnits], judged.source);
  const findings = withoutBatches(said).filter(isRead(judged));
  const wholes = units.length > 0 ? units.map(({ unit }) => unit) : [mergeFiles([judged])];
  return { findings, effective: wholes.map(effectiveValues) };
}

/** What several releases make of one text, as one judgement: what is sure is sure for each of them. */
export const together = (judgements: readonly Judgement[]): Judgement => ({
  findings: judgements.flatMap((each) => each.findings),
  effective: judgements.flatMap((each) => each.effective),
});

/** What is wrong with a drop-in for several units is what is wrong with each of them. */
function inAll([first = [], ...others]: readonly (readonly FindingOrBatch[])[]): readonly FindingOrBatch[] {
  if (others.length === 0) return first;
  const key = ({ rule, start, end }: LazyFinding): string => `${rule} ${start} ${end}`;
  const elsewhere = others.map((said) => new Set(withoutBatches(said).map(key)));
  return withoutBatches(first).filter((lazy) => elsewhere.every((keys) => keys.has(key(lazy))));
}
