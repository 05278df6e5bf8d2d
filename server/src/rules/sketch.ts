import type { Span } from '../text/span.ts';
import type { SourceFile } from '../units/judged-file.ts';
import type { Severity } from '../values/value-type.ts';
import type { Finding, Fix } from './rule.ts';

/** A finding with its rule and file settled. */
export interface RuleFinding extends Omit<Finding, 'fixes'> {
  readonly rule: string;
  readonly source: SourceFile;
  readonly fixes?: readonly Fix[];
}

/** The finding of a rule in a file, as it is where that is settled. Fixes that are made later are made once. */
export function settled(
  finding: Finding | RuleFinding,
  { rule, source }: Pick<RuleFinding, 'rule' | 'source'>,
): RuleFinding {
  const { fixes, ...rest } = finding;
  if (typeof fixes !== 'function') return { ...rest, ...(fixes && { fixes }), rule, source };
  let made: readonly Fix[] | undefined;
  return {
    ...rest,
    rule,
    source,
    get fixes() {
      made ??= fixes();
      return made;
    },
  };
}

/**
 * A finding as far as it is needed to count, sort and suppress it. The rest is made when somebody reads it: of ten thousand
 * findings nobody reads more than a few hundred.
 */
export interface Sketch extends Span {
  readonly rule: string;
  readonly source: SourceFile;
  readonly severity: Severity;
  /** The finding itself, with the severity of the sketch. */
  full(): RuleFinding;
}

/** The sketch of a finding that is made already. */
export const sketchOf = (finding: RuleFinding): Sketch => new SketchOfFinding(finding);

class SketchOfFinding implements Sketch {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly source: SourceFile;
  readonly severity: Severity;
  private readonly finding: RuleFinding;

  constructor(finding: RuleFinding) {
    this.start = finding.start;
    this.end = finding.end;
    this.rule = finding.rule;
    this.source = finding.source;
    this.severity = finding.severity;
    this.finding = finding;
  }

  full(): RuleFinding {
    return this.finding;
  }
}

/** The sketch of a finding that is made when it is asked for. */
export class LaterSketch implements Sketch {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly source: SourceFile;
  readonly severity: Severity;
  private readonly make: () => Finding;

  constructor(outline: Omit<Sketch, 'full'>, make: () => Finding) {
    this.start = outline.start;
    this.end = outline.end;
    this.rule = outline.rule;
    this.source = outline.source;
    this.severity = outline.severity;
    this.make = make;
  }

  full(): RuleFinding {
    return settled(this.make(), this);
  }
}

/** The same with a severity that the user wants. */
export const withSeverity = (sketch: Sketch, severity: Severity): Sketch =>
  sketch.severity === severity
    ? sketch
    : new LaterSketch({ ...outlineOf(sketch), severity }, () => ({ ...sketch.full(), severity }));

const outlineOf = ({ start, end, rule, source, severity }: Sketch): Omit<Sketch, 'full'> => ({
  start,
  end,
  rule,
  source,
  severity,
});

/** What is to be said of many lines of a block: they are counted before any sketch is made. */
export interface Batch extends Span {
  readonly source: SourceFile;
  /** How many of each severity, the gravest first. */
  readonly counts: readonly number[];
  /** In the order of the text. */
  sketches(): readonly Sketch[];
}

export type Said = Sketch | Batch;

const isBatch = (said: Said): said is Batch => 'counts' in said;

/** All of it as sketches. */
export const sketched = (said: readonly Said[]): Sketch[] =>
  said.flatMap((each) => (isBatch(each) ? each.sketches() : [each]));

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

export const rankOf = (severity: Severity): number => RANKS[severity];

/** Counts of a batch. */
export function countsOf(severities: Iterable<Severity>): number[] {
  const counts = [0, 0, 0, 0];
  for (const severity of severities) counts[RANKS[severity]]! += 1;
  return counts;
}

/** What was found in a file. */
export interface Found {
  readonly count: number;
  /** In source order. */
  all(): readonly Sketch[];
  /** As many as are wanted, the gravest before the others; in source order. */
  gravest(most: number): readonly Sketch[];
}

const byStart = (a: Span, b: Span): number => a.start - b.start;

export function foundIn(said: readonly Said[]): Found {
  const counts = countsOf([]);
  for (const each of said) {
    if (!isBatch(each)) counts[RANKS[each.severity]]! += 1;
    else for (const [rank, count] of each.counts.entries()) counts[rank]! += count;
  }
  const count = counts.reduce((sum, each) => sum + each, 0);
  let all: readonly Sketch[] | undefined;
  const everything = (): readonly Sketch[] => {
    all ??= sketched(said).sort(byStart);
    return all;
  };
  return {
    count,
    all: everything,
    gravest(most) {
      if (count <= most) return everything();
      const inOrder = [...said].sort(byStart);
      let left = most;
      const chosen = counts.flatMap((each, rank) => {
        const quota = Math.min(left, each);
        left -= quota;
        return quota === 0 ? [] : firstOf(inOrder, rank, quota);
      });
      return chosen.sort(byStart);
    },
  };
}

/** The first of a severity. Batches are opened up to the one behind which all others stand. */
function firstOf(inOrder: readonly Said[], rank: number, quota: number): Sketch[] {
  const found: Sketch[] = [];
  /** Behind this there can be none of those wanted. */
  let end = 0;
  for (const said of inOrder) {
    const isFull = found.length >= quota;
    if (isFull && said.start > end) break;
    const own = isBatch(said) ? (said.counts[rank]! > 0 ? said.sketches() : []) : [said];
    for (const sketch of own) if (RANKS[sketch.severity] === rank) found.push(sketch);
    if (!isFull) end = Math.max(end, said.end);
  }
  return found.sort(byStart).slice(0, quota);
}
