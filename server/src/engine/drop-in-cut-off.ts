import type { PlacedBlock } from '../syntax/tree.ts';
import { memoize, memoizeList } from '../text/memoize.ts';
import { inDropIn, isFatal } from '../values/problem.ts';
import {
  type JudgedBlock,
  type PlacedJudgement,
  placeJudgement,
  type SourceFile,
  type Verdict,
} from './judged-block.ts';
import { faultyIn, isBadHeader } from './refusal.ts';

/** The line at which systemd stops reading a drop-in: offsets of all its lines, line ends included. */
export interface CutOff {
  readonly start: number;
  readonly end: number;
}

/** What there is to read in a drop-in. */
interface Reading {
  readonly source: SourceFile;
  readonly version: number;
  readonly blocks: readonly PlacedJudgement[];
}

/**
 * Where systemd stops reading a drop-in, if it does, and what its blocks are then. What refuses a fragment ends a drop-in:
 * the lines above count, the rest is not looked at, and the unit is loaded (`unit_load_dropin()`, src/core/load-dropin.c,
 * does not mind what `config_parse()` returns).
 */
export function cutOffIn(
  reading: Reading,
): { cutOff: CutOff; cut(block: PlacedJudgement): PlacedJudgement } | undefined {
  const last = lastRead(reading);
  if (!last) return undefined;
  const cutOff = last.placed.nodeAt(last.index).span;
  const cut = (place: PlacedJudgement): PlacedJudgement => {
    const { placed, judged } = place;
    if (placed.start > cutOff.start) return placeJudgement(unread(judged), placed, reading.source);
    return placed === last.placed ? placeJudgement(endingAt(judged, last.index), placed, reading.source) : place;
  };
  return { cutOff, cut };
}

interface NodePlace {
  readonly placed: PlacedBlock;
  readonly index: number;
}

function lastRead({ source, version, blocks }: Reading): NodePlace | undefined {
  const judged = new Map(blocks.map((place) => [place.placed, place.judged]));
  for (const placed of source.tree.blocks) {
    const { block } = placed;
    if (isBadHeader(block, version)) return { placed, index: 0 };
    const verdicts = judged.get(placed);
    const fatal = [faultyIn(block)[0], verdicts && fatalIn(verdicts)[0]].filter((index) => index !== undefined);
    if (fatal.length > 0) return { placed, index: Math.min(...fatal) };
  }
  return undefined;
}

const fatalIn = memoizeList(({ verdicts }: JudgedBlock): readonly number[] =>
  verdicts.flatMap((verdict, index) => (verdict?.problems.some(isFatal) ? [index] : [])),
);

/** A block whose last line read is this one; its own fault costs the line and the rest. */
function endingAt({ block, section, verdicts }: JudgedBlock, stop: number): JudgedBlock {
  const read = (verdict: Verdict | undefined, index: number): Verdict | undefined => {
    if (!verdict || index < stop) return verdict;
    return index === stop ? lost(verdict) : notRead(verdict);
  };
  return { block, section, verdicts: verdicts.map(read) };
}

const unread = memoize((judged: JudgedBlock) => endingAt(judged, -1));

const lost = memoize(
  ({ directive, problems }: Verdict): Verdict => ({ directive, problems: problems.map(inDropIn), accepted: false }),
);

const notRead = memoize(({ directive }: Verdict): Verdict => ({ directive, problems: [], accepted: false }));
