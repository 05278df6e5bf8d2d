import type { Target } from '../schema/targets.ts';
import type { Span } from '../text/span.ts';
import type { Severity } from '../values/value-type.ts';
import type { SourceFile } from './judged-file.ts';
import type { Finding, Fix } from './rule.ts';

/** A finding with its rule and file settled. */
export interface RuleFinding extends Omit<Finding, 'fixes'> {
  readonly rule: string;
  readonly source: SourceFile;
  readonly fixes?: readonly Fix[];
  /** Where several targets were asked about: those it holds for. When not given it holds for all, and as it is told here. */
  readonly heldFor?: readonly HeldFor[];
}

/** A target that a finding holds for, and how grave it is there. */
export interface HeldFor {
  readonly target: Target;
  readonly severity: Severity;
}

/** The finding of a rule in a file, as it is where that is settled. Fixes that are made later are made once. */
export function completed(
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
export interface LazyFinding extends Span {
  readonly rule: string;
  readonly source: SourceFile;
  readonly severity: Severity;
  /** The finding itself, with the severity of the lazy. */
  resolve(): RuleFinding;
}

/** The lazy of a finding that is made already. */
export const resolvedFinding = (finding: RuleFinding): LazyFinding => new ResolvedFinding(finding);

class ResolvedFinding implements LazyFinding {
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

  resolve(): RuleFinding {
    return this.finding;
  }
}

/** The lazy of a finding that is made when it is asked for. */
export class DeferredFinding implements LazyFinding {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly source: SourceFile;
  readonly severity: Severity;
  private readonly make: () => Finding;

  constructor(outline: Omit<LazyFinding, 'resolve'>, make: () => Finding) {
    this.start = outline.start;
    this.end = outline.end;
    this.rule = outline.rule;
    this.source = outline.source;
    this.severity = outline.severity;
    this.make = make;
  }

  resolve(): RuleFinding {
    const made = this.make();
    return isOf(made, this) ? made : completed(made, this);
  }
}

/** One that is complete already is handed on: its fixes may be made later. */
const isOf = (
  made: Finding | RuleFinding,
  { rule, source, severity }: Omit<LazyFinding, 'resolve'>,
): made is RuleFinding => 'rule' in made && made.rule === rule && made.source === source && made.severity === severity;

/** The same with a severity that the user wants. */
export const withSeverity = (lazy: LazyFinding, severity: Severity): LazyFinding =>
  lazy.severity === severity
    ? lazy
    : new DeferredFinding({ ...outlineOf(lazy), severity }, () => ({ ...lazy.resolve(), severity }));

const outlineOf = ({ start, end, rule, source, severity }: LazyFinding): Omit<LazyFinding, 'resolve'> => ({
  start,
  end,
  rule,
  source,
  severity,
});

/** What is to be said of many lines of a block: they are counted before any of them is made. */
export interface FindingBatch extends Span {
  readonly source: SourceFile;
  /** How many of each severity, the gravest first. */
  readonly counts: readonly number[];
  /** In the order of the text. */
  findings(): readonly LazyFinding[];
}

export type FindingOrBatch = LazyFinding | FindingBatch;

const isBatch = (said: FindingOrBatch): said is FindingBatch => 'counts' in said;

/** All of it as findings. */
export const withoutBatches = (said: readonly FindingOrBatch[]): LazyFinding[] =>
  said.flatMap((each) => (isBatch(each) ? each.findings() : [each]));

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

export const rankOf = (severity: Severity): number => RANKS[severity];

/** Counts of a batch. */
export function countsOf(severities: Iterable<Severity>): number[] {
  const counts = [0, 0, 0, 0];
  for (const severity of severities) counts[RANKS[severity]]! += 1;
  return counts;
}

/** What was found in a file. */
export interface FindingList {
  readonly count: number;
  /** In source order. */
  all(): readonly LazyFinding[];
  /** As many as are wanted, the gravest before the others; in source order. */
  mostSevere(most: number): readonly LazyFinding[];
}

const byStart = (a: Span, b: Span): number => a.start - b.start;

export function findingList(said: readonly FindingOrBatch[]): FindingList {
  const counts = countsOf([]);
  for (const each of said) {
    if (!isBatch(each)) counts[RANKS[each.severity]]! += 1;
    else for (const [rank, count] of each.counts.entries()) counts[rank]! += count;
  }
  const count = counts.reduce((sum, each) => sum + each, 0);
  let all: readonly LazyFinding[] | undefined;
  const everything = (): readonly LazyFinding[] => {
    all ??= withoutBatches(said).sort(byStart);
    return all;
  };
  return {
    count,
    all: everything,
    mostSevere(most) {
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
function firstOf(inOrder: readonly FindingOrBatch[], rank: number, quota: number): LazyFinding[] {
  const found: LazyFinding[] = [];
  /** Behind this there can be none of those wanted. */
  let end = 0;
  for (const said of inOrder) {
    const isFull = found.length >= quota;
    if (isFull && said.start > end) break;
    const own = isBatch(said) ? (said.counts[rank]! > 0 ? said.findings() : []) : [said];
    for (const lazy of own) if (RANKS[lazy.severity] === rank) found.push(lazy);
    if (!isFull) end = Math.max(end, said.end);
  }
  return found.sort(byStart).slice(0, quota);
}
