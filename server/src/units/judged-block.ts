import type { Directive } from '../schema/directives.ts';
import type { UnitFileKind } from '../schema/file-kind.ts';
import { placesOf } from '../syntax/file.ts';
import type { AssignmentNode, Block, PlacedBlock, UnitFile } from '../syntax/tree.ts';
import { remembered } from '../text/remembered.ts';
import type { ValueProblem } from '../values/value-type.ts';

/** A parsed file and what it is to systemd. */
export interface SourceFile {
  readonly path: string;
  readonly tree: UnitFile;
  readonly kind: UnitFileKind;
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
  /** One for each node; undefined where it is no assignment. */
  readonly verdicts: readonly (Verdict | undefined)[];
}

/** A judged block at its place in one version of a file. */
export interface PlacedJudgement {
  readonly judged: JudgedBlock;
  readonly placed: PlacedBlock;
  /** The assignment of that node; the same object each time, made when it is asked for. */
  at(index: number): JudgedAssignment;
}

export function placeJudgement(judged: JudgedBlock, placed: PlacedBlock, source: SourceFile): PlacedJudgement {
  const made: JudgedAssignment[] = [];
  const at = (index: number): JudgedAssignment => {
    const verdict = judged.verdicts[index]!;
    const { directive, problems, accepted } = verdict;
    const node = placed.nodeAt(index) as AssignmentNode;
    return { source, section: judged.section, node, verdict, directive, problems, accepted };
  };
  return { judged, placed, at: (index) => (made[index] ??= at(index)) };
}

/** Every assignment of these blocks, in order. */
export const assignmentsIn = (places: readonly PlacedJudgement[]): JudgedAssignment[] =>
  places.flatMap(({ judged, at }) => placesOf.assignment(judged.block).map(at));

/** Those that a list of a judged block names, in order. */
export const pick = (
  places: readonly PlacedJudgement[],
  indexesIn: (judged: JudgedBlock) => readonly number[],
): JudgedAssignment[] => places.flatMap(({ judged, at }) => indexesIn(judged).map(at));

/** The assignments whose key is one that is asked for, in order. */
export const pickByKey = (places: readonly PlacedJudgement[], isAsked: (key: string) => boolean): JudgedAssignment[] =>
  pick(places, (judged) => {
    const asked = [...indexesByKey(judged.block)].filter(([key]) => isAsked(key));
    return asked.length === 1 ? asked[0]![1] : asked.flatMap(([, indexes]) => indexes).sort((a, b) => a - b);
  });

const indexesByKey = remembered(({ contents }: Block): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  for (const [index, content] of contents.entries()) {
    if (content.kind !== 'assignment') continue;
    const indexes = found.get(content.key);
    if (indexes) indexes.push(index);
    else found.set(content.key, [index]);
  }
  return found;
});
