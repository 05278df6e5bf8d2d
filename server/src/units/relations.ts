import { contextOf, judgeFile } from '../engine/judged-file.ts';
import { mountNames } from '../schema/escape.ts';
import type { UnitFileKind } from '../schema/file-kind.ts';
import { ownSectionOf } from '../schema/kinds.ts';
import { NEWEST_VERSION } from '../schema/versions.ts';
import type { AssignmentNode, NodeContent, Section, UnitFile } from '../syntax/tree.ts';
import { placesOf } from '../syntax/unit-file.ts';
import { toSourceSpan } from '../syntax/value.ts';
import { detached } from '../text/detached.ts';
import { type LineIndex, lineIndex } from '../text/line-index.ts';
import { oncePer } from '../text/once-per.ts';
import type { Span } from '../text/span.ts';
import { utf8Length } from '../text/utf8.ts';
import { parseBoolean } from '../values/boolean.ts';
import type { Reference } from '../values/value-type.ts';
import { findDirective, unitSchema } from './unit-directives.ts';

/** A place within one line. */
export interface LineSpan {
  /** 0-based. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The same columns in bytes of UTF-8, where they are others; the line may no longer be at hand when someone asks. */
  readonly bytes?: Span;
}

/** A unit named in a file, and by which directive. */
export interface Relation extends LineSpan {
  /** Today's name of the directive: `Requires`, `After`, `Unit`, `WantedBy` … */
  readonly key: string;
  readonly section: string;
  /** The name as it stands, specifiers and all; of mounts the path they are meant by. */
  readonly written: string;
  /** The unit meant. */
  readonly target: string;
}

/** What other units want to know of a file without reading it again. */
export interface FileFacts {
  readonly relations: readonly Relation[];
  /** An empty file masks the unit. */
  readonly empty: boolean;
  /** `DefaultDependencies=`, `Accept=`: undefined where the file does not say. */
  readonly defaultDependencies: boolean | undefined;
  readonly accept: boolean | undefined;
  readonly hasInstall: boolean;
  readonly description: string | undefined;
  /** In a timer, socket or path unit: where a line that says what it starts could be added. */
  readonly triggerPlace: LineSpan | undefined;
  /** What a source of another program says besides; undefined for files of systemd. */
  readonly made?: MadeFacts | undefined;
}

/** What there is to know of a unit that another program makes. */
export interface MadeFacts {
  /** Its name, if the file gives one. */
  readonly unit: string | undefined;
  /** What the program adds to the unit by itself; undefined where a drop-in does not say. */
  readonly added: readonly { readonly key: string; readonly target: string }[] | undefined;
  /** The file whose unit pulls this one in and is started before it, the pod of a container; unless it is not to. */
  readonly startedBy: string | undefined;
  readonly isStarted: boolean | undefined;
}

export const noFacts: FileFacts = {
  relations: [],
  empty: false,
  defaultDependencies: undefined,
  accept: undefined,
  hasInstall: false,
  description: undefined,
  triggerPlace: undefined,
};

/** Whether two readings of a file say the same of other units, in the same places. */
export function areSameFacts(before: FileFacts, after: FileFacts): boolean {
  return (
    before.empty === after.empty &&
    before.defaultDependencies === after.defaultDependencies &&
    before.accept === after.accept &&
    before.hasInstall === after.hasInstall &&
    before.description === after.description &&
    isSamePlace(before.triggerPlace, after.triggerPlace) &&
    isSameMade(before.made, after.made) &&
    before.relations.length === after.relations.length &&
    before.relations.every((relation, i) => isSameRelation(relation, after.relations[i]!))
  );
}

const isSameMade = (a: MadeFacts | undefined, b: MadeFacts | undefined): boolean =>
  a?.unit === b?.unit &&
  a?.startedBy === b?.startedBy &&
  a?.isStarted === b?.isStarted &&
  a?.added?.length === b?.added?.length;

const isSamePlace = (a: LineSpan | undefined, b: LineSpan | undefined): boolean =>
  a?.line === b?.line && a?.start === b?.start && a?.end === b?.end;

const isSameRelation = (a: Relation, b: Relation): boolean =>
  isSamePlace(a, b) &&
  a.key === b.key &&
  a.section === b.section &&
  a.written === b.written &&
  a.target === b.target &&
  a.bytes?.start === b.bytes?.start &&
  a.bytes?.end === b.bytes?.end;

/** Reads what a file says of other units. Cheap: only values that name units are looked at, and all of a drop-in that names some. */
export function factsOf(
  tree: UnitFile,
  { path, kind }: { readonly path: string; readonly kind: UnitFileKind },
  lines: LineIndex = lineIndex(tree.text),
): FileFacts {
  const said = factsBefore(Number.POSITIVE_INFINITY, tree, { kind, lines });
  if (kind.role !== 'drop-in' || !saysSomething(said)) return said;
  const { cutOff } = judgeFile({ path, tree, identity: kind }, { schema: unitSchema, version: NEWEST_VERSION });
  return cutOff ? factsBefore(cutOff.start, tree, { kind, lines }) : said;
}

const saysSomething = ({ relations, defaultDependencies, accept, description }: FileFacts): boolean =>
  relations.length > 0 || [defaultDependencies, accept, description].some((each) => each !== undefined);

/** What some sections say of other units. */
export const factsIn = (tree: Sections, kind: UnitFileKind, lines: LineIndex = lineIndex(tree.text)): FileFacts =>
  factsBefore(Number.POSITIVE_INFINITY, tree, { kind, lines });

type Sections = Pick<UnitFile, 'sections' | 'text'>;

/** What is said above a place: of a drop-in systemd may not read the rest. */
function factsBefore(end: number, tree: Sections, { kind, lines }: Omit<Source, 'text'>): FileFacts {
  const relations: Relation[] = [];
  let defaultDependencies: boolean | undefined;
  let accept: boolean | undefined;
  let description: string | undefined;
  let hasInstall = false;
  for (const { section, content, from } of linesOf(tree)) {
    hasInstall ||= section === 'Install';
    if (from >= end) continue;
    const { text } = content.value;
    if (content.key === 'DefaultDependencies') defaultDependencies = parseBoolean(text) ?? defaultDependencies;
    else if (content.key === 'Accept') accept = parseBoolean(text) ?? accept;
    else if (content.key === 'Description') description = detached(text.slice(0, 120));
    else relations.push(...relationsOf({ section, content, from }, { kind, lines, text: tree.text }));
  }
  const triggerPlace = TRIGGERING.has(kind.kind) ? endOfSection(tree, ownSectionOf(kind.kind), lines) : undefined;
  return { relations, empty: tree.text === '', defaultDependencies, accept, hasInstall, description, triggerPlace };
}

/** An assignment as it is wherever it stands, and where it does. */
export interface Line {
  readonly section: string;
  readonly content: Extract<NodeContent, { kind: 'assignment' }>;
  /** Where its node starts. */
  readonly from: number;
}

/** The assignments of a file. Of a long one no nodes are made: they would stay with it. */
export function* linesOf(tree: Pick<UnitFile, 'sections'>): Iterable<Line> {
  for (const { name: section, blocks } of tree.sections)
    for (const { block, start } of blocks)
      for (const index of placesOf.assignment(block))
        yield { section, content: block.contents[index] as Line['content'], from: start + block.offsets[index]! };
}

const TRIGGERING: ReadonlySet<string> = new Set(['timer', 'socket', 'path']);

/** Behind the last assignment of a section; behind its header where there is none, or the last goes on without an end. */
function endOfSection({ sections, text }: Sections, name: string, lines: LineIndex): LineSpan | undefined {
  const section = sections.filter((each) => each.name === name).at(-1);
  if (!section) return undefined;
  const last = lastAssignment(section)?.textSpan.end;
  const offset = last === undefined || text[last - 1] === '\\' ? section.header.textSpan.end : last;
  const { line, character } = lines.positionAt(offset);
  const bytes = byteColumns(text)(offset - character, { start: character, end: character });
  return { line, start: character, end: character, ...(bytes && { bytes }) };
}

function lastAssignment({ blocks }: Section): AssignmentNode | undefined {
  const placed = blocks.filter(({ block }) => placesOf.assignment(block).length > 0).at(-1);
  return placed?.nodeAt(placesOf.assignment(placed.block).at(-1)!) as AssignmentNode | undefined;
}

interface Source {
  readonly text: string;
  readonly lines: LineIndex;
  readonly kind: UnitFileKind;
}

function relationsOf({ section, content, from }: Line, { kind, lines, text: source }: Source): Relation[] {
  const { key: written, value } = content;
  const directive = findDirective(section, written, NEWEST_VERSION);
  const type = directive?.valueType;
  if (!type || (type.holds !== 'units' && type.holds !== 'mounts')) return [];
  const key = directive.modern?.key ?? directive.key;
  const found = type.references?.(value.text, contextOf(directive, kind, NEWEST_VERSION)) ?? [];
  return relationsAt(
    found,
    { section, content, from },
    { keys: [key], section: directive.section, lines, text: source },
  );
}

interface Saying extends Pick<Source, 'lines' | 'text'> {
  readonly section: string;
  /** What each reference means. */
  readonly keys: readonly string[];
}

/** What a value says of the units it names. */
export function relationsAt(
  found: readonly Reference[],
  { content: { value }, from }: Line,
  { keys, section, lines, text: source }: Saying,
): Relation[] {
  const bytesOf = byteColumns(source);
  // One value may name the same unit or path thousands of times.
  const detach = oncePer(detached);
  const mountsOfPath = oncePer((path) => mountNames(path).map(detached));
  const isAmongMost = amongMost(MOST_PATHS);
  const relations: Relation[] = [];
  for (const reference of found) {
    const targets =
      reference.type === 'unit' ? [detach(reference.target)] : mountsOfPath(reference.target).filter(isAmongMost);
    if (targets.length === 0) continue;
    const start = from + toSourceSpan(value, reference.start, reference.end).start;
    const { line, character } = lines.positionAt(start);
    const written = detach(value.text.slice(reference.start, reference.end));
    const end = character + written.length;
    const bytes = bytesOf(start - character, { start: character, end });
    const place = { section, line, start: character, end, ...(bytes && { bytes }) };
    for (const target of targets) for (const key of keys) relations.push({ key, written, target, ...place });
  }
  return relations;
}

/** Paths of one value that lie on the same mount: more nobody looks for, and each may lie on many. */
const MOST_PATHS = 1000;

function amongMost(most: number): (text: string) => boolean {
  const counts = new Map<string, number>();
  return (text) => {
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    return count <= most;
  };
}

/**
 * Columns in bytes where they are others than in code units, which is hardly ever. Asked of one place after the other, since a
 * line may name thousands of units.
 */
function byteColumns(source: string): (lineStart: number, columns: Span) => Span | undefined {
  let line = -1;
  let at = 0;
  let bytes = 0;
  return (lineStart, { start, end }) => {
    if (line !== lineStart || start < at) [line, at, bytes] = [lineStart, 0, 0];
    bytes += utf8Length(source, lineStart + at, lineStart + start);
    at = start;
    const last = bytes + utf8Length(source, lineStart + start, lineStart + end);
    return last === end ? undefined : { start: bytes, end: last };
  };
}
