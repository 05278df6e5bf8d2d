import type { FileIdentity } from '../schema/file-identity.ts';
import { lineAt } from '../syntax/physical-line.ts';
import type { AssignmentNode, Block, NodeContent, PlacedBlock, UnitFile } from '../syntax/tree.ts';
import { placesOf } from '../syntax/unit-file.ts';
import { toSourceSpan } from '../syntax/value.ts';
import { memoize, memoizeList } from '../text/memoize.ts';
import type { Span } from '../text/span.ts';
import type { Directive, ValueProblem } from '../values/value-type.ts';

/** A parsed file and what it is to the program that reads it. */
export interface SourceFile {
  readonly path: string;
  readonly tree: UnitFile;
  readonly identity: FileIdentity;
  /** Of a unit that a program makes of the file of this path: which lines its own are made of. */
  readonly origins?: readonly LineOrigin[] | undefined;
}

/** Where a line of a text comes from; both count from 0. */
export interface LineOrigin {
  readonly line: number;
  readonly path: string;
  readonly sourceLine: number;
}

/** What systemd makes of a value; one object for the same value of the same directive. */
export interface Verdict {
  /** Undefined when the target version does not know the key here. */
  readonly directive: Directive | undefined;
  /** Offsets count in the value's text. */
  readonly problems: readonly ValueProblem[];
  /** Whether systemd takes the assignment; a refused or ignored one leaves no trace in the loaded unit. */
  readonly accepted: boolean;
}

/** An assignment in a section systemd reads, with systemd's verdict on its value. */
export interface JudgedAssignment extends Verdict {
  readonly source: SourceFile;
  readonly section: string;
  readonly node: AssignmentNode;
  readonly verdict: Verdict;
}

/** A block with its verdicts, for one version and one unit: as long as the block stays, what is made of it stays. */
export interface JudgedBlock {
  readonly block: Block;
  readonly section: string;
  /** One for each node; undefined where it is not an assignment. */
  readonly verdicts: readonly (Verdict | undefined)[];
}

/** A judged block at its place in one version of a file. */
export interface PlacedJudgement {
  readonly judged: JudgedBlock;
  readonly placed: PlacedBlock;
  readonly source: SourceFile;
  /** The assignment of that node; the same object each time, made when it is asked for. */
  at(index: number): JudgedAssignment;
}

export const placeJudgement = (judged: JudgedBlock, placed: PlacedBlock, source: SourceFile): PlacedJudgement =>
  new JudgementAtPlace(judged, placed, source);

/** An edit places thousands of blocks anew, and hardly any is asked for its assignments before the next. */
class JudgementAtPlace implements PlacedJudgement {
  readonly judged: JudgedBlock;
  readonly placed: PlacedBlock;
  readonly source: SourceFile;
  private made: PlacedJudgement['at'] | undefined;

  constructor(judged: JudgedBlock, placed: PlacedBlock, source: SourceFile) {
    this.judged = judged;
    this.placed = placed;
    this.source = source;
  }

  get at(): PlacedJudgement['at'] {
    this.made ??= assignmentsAt(this);
    return this.made;
  }
}

function assignmentsAt({ judged, placed, source }: PlacedJudgement): PlacedJudgement['at'] {
  const made: JudgedAssignment[] = [];
  const make = (index: number): JudgedAssignment => {
    const verdict = judged.verdicts[index]!;
    const { directive, problems, accepted } = verdict;
    const node = placed.nodeAt(index) as AssignmentNode;
    return { source, section: judged.section, node, verdict, directive, problems, accepted };
  };
  return (index) => (made[index] ??= make(index));
}

type Assignment = Extract<NodeContent, { kind: 'assignment' }>;

/** The assignment of a block as it stands there; offsets count from where it starts. */
export const assignmentIn = ({ judged }: PlacedJudgement, index: number): Assignment =>
  judged.block.contents[index] as Assignment;

/** Where a part of an assignment's value stands in the text. */
export function valueSpanIn(place: PlacedJudgement, index: number, part: Span): Span {
  const from = place.placed.start + place.judged.block.offsets[index]!;
  const { start, end } = toSourceSpan(assignmentIn(place, index).value, part.start, part.end);
  return { start: start + from, end: end + from };
}

/** An assignment as far as its first line goes. */
export function firstLineIn(place: PlacedJudgement, index: number, text: string): Span {
  const from = place.placed.start + place.judged.block.offsets[index]!;
  const { textSpan, value } = assignmentIn(place, index);
  const start = from + textSpan.start;
  const end = from + textSpan.end;
  return { start, end: value.pieces.length === 1 ? end : Math.min(end, lineAt(text, start).end) };
}

/** Every assignment of these blocks, in order. */
export const assignmentsIn = (places: readonly PlacedJudgement[]): JudgedAssignment[] =>
  places.flatMap(({ judged, at }) => placesOf.assignment(judged.block).map(at));

/** Those that a list of a judged block names, in order. */
export const pick = (
  places: readonly PlacedJudgement[],
  indexesIn: (judged: JudgedBlock) => readonly number[],
): JudgedAssignment[] => places.flatMap(({ judged, at }) => indexesIn(judged).map(at));

/** The assignments whose keys match, in order; the expression should be a constant. */
export function pickByKey(places: readonly PlacedJudgement[], keys: RegExp, section?: string): JudgedAssignment[] {
  const matching = matchingIn(keys);
  const found: JudgedAssignment[] = [];
  for (const place of places) {
    const { judged } = place;
    if (section !== undefined && judged.section !== section) continue;
    for (const index of matching(judged.block)) found.push(place.at(index));
  }
  return found;
}

/** Where the keys of a block match: looked for once by whoever hands in the same expression. */
const matchingIn = memoize((keys: RegExp) =>
  memoizeList(({ contents }: Block): readonly number[] =>
    contents.flatMap((content, index) => (content.kind === 'assignment' && keys.test(content.key) ? [index] : [])),
  ),
);
