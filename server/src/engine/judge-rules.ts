import { placesOf } from '../syntax/unit-file.ts';
import { memoize } from '../text/memoize.ts';
import type { JudgedAssignment, JudgedBlock, PlacedJudgement, SourceFile, Verdict } from './judged-block.ts';
import type { JudgedFile } from './judged-file.ts';
import {
  completed,
  countsOf,
  DeferredFinding,
  type FindingBatch,
  type FindingOrBatch,
  type LazyFinding,
  rankOf,
  resolvedFinding,
} from './lazy-finding.ts';
import type { AssignmentRule, Finding, LineRule, Outline, Report, RuleBase } from './rule.ts';
import { valueFinding } from './value-finding.ts';

/** Everything to say of one file by itself: its values, then the file rules. In no order. */
export function judgeFileRules(file: JudgedFile, all: readonly LineRule[]): FindingOrBatch[] {
  const said: FindingOrBatch[] = [];
  const { assignment: ofAssignments, file: ofFile } = byScope(all);
  const { blocks, verdicts } = ruleCache(all);
  for (const place of file.blocks) {
    const asking = { file, place, ofAssignments };
    const known = blocks.get(place.judged);
    const read = known ? { remarks: known } : judgeBlockRules(asking, verdicts);
    blocks.set(place.judged, read.remarks);
    if (read.remarks.list.length > 0) said.push(new PlacedFindings(read, asking));
  }
  for (const rule of ofFile) rule.check(file, reportTo(said, rule, file.source));
  return said;
}

/** How a rule says what it finds. */
export function reportTo(said: FindingOrBatch[], { id }: Pick<RuleBase, 'id'>, usual: SourceFile): Report {
  const report = (finding: Finding): void =>
    void said.push(resolvedFinding(completed(finding, { rule: id, source: finding.source ?? usual })));
  const lazily: Report['lazily'] = ({ start, end, severity, source = usual }, make) =>
    void said.push(new DeferredFinding({ start, end, severity, source, rule: id }, make));
  const batch: Report['batch'] = ({ placed, source }, severity, items, { spanOf, describe }) => {
    if (items.length === 0) return;
    const counts = countsOf([]).map((_, rank) => (rank === rankOf(severity) ? items.length : 0));
    const findings = (): LazyFinding[] =>
      items.map((item) => {
        const outline = { ...spanOf(item), severity, source };
        return new DeferredFinding({ ...outline, rule: id }, () => describe(item, outline));
      });
    said.push({ start: placed.start, end: placed.end, source, counts, findings });
  };
  return Object.assign(report, { lazily, batch });
}

/** What is to be said of a line of a block, wherever the block stands: after an edit that is true of nearly all lines. */
interface BlockFinding extends Pick<LazyFinding, 'start' | 'end' | 'rule' | 'severity'> {
  /** The assignment in the block, and which of its findings this is. */
  readonly index: number;
  readonly nth: number;
}

interface BlockFindings {
  readonly list: readonly BlockFinding[];
  readonly counts: readonly number[];
}

interface RuleCache {
  /** What there is to be said of a block, by the rules asked. */
  readonly blocks: WeakMap<JudgedBlock, BlockFindings>;
  /** Verdicts of which there is nothing to be said: of ten thousand lines that is true of nearly all. */
  readonly verdicts: WeakSet<Verdict>;
}

const ruleCache = memoize((_: readonly LineRule[]): RuleCache => ({ verdicts: new WeakSet(), blocks: new WeakMap() }));

interface Asking {
  readonly file: JudgedFile;
  readonly place: PlacedJudgement;
  readonly ofAssignments: readonly AssignmentRule[];
}

interface BlockRead {
  readonly remarks: BlockFindings;
  /** The findings, where they have just been made. */
  readonly made?: readonly LazyFinding[];
}

function judgeBlockRules({ file, place, ofAssignments }: Asking, verdicts: WeakSet<Verdict>): BlockRead {
  const { judged, placed, at } = place;
  const list: BlockFinding[] = [];
  const made: LazyFinding[] = [];
  for (const index of placesOf.assignment(judged.block)) {
    const verdict = judged.verdicts[index]!;
    if (verdicts.has(verdict)) continue;
    const found = assignmentSketches(at(index), file, ofAssignments);
    if (found.length === 0 && verdict.directive) verdicts.add(verdict);
    for (const [nth, lazy] of found.entries()) {
      const { rule, severity } = lazy;
      list.push({ start: lazy.start - placed.start, end: lazy.end - placed.start, rule, severity, index, nth });
      made.push(lazy);
    }
  }
  return { remarks: { list, counts: countsOf(list.map(({ severity }) => severity)) }, made };
}

/** The remarks on a block where it stands now. */
class PlacedFindings implements FindingBatch {
  private readonly read: BlockRead;
  private readonly asking: Asking;

  constructor(read: BlockRead, asking: Asking) {
    this.read = read;
    this.asking = asking;
  }

  get start(): number {
    return this.asking.place.placed.start;
  }
  get end(): number {
    return this.asking.place.placed.end;
  }
  get source(): SourceFile {
    return this.asking.file.source;
  }
  get counts(): readonly number[] {
    return this.read.remarks.counts;
  }

  findings(): readonly LazyFinding[] {
    const { made, remarks } = this.read;
    return made ?? remarks.list.map((remark) => this.placedFinding(remark));
  }

  private placedFinding({ start, end, rule, severity, index, nth }: BlockFinding): LazyFinding {
    const { file, place, ofAssignments } = this.asking;
    const from = this.start;
    return {
      start: start + from,
      end: end + from,
      rule,
      severity,
      source: this.source,
      resolve: () => assignmentSketches(place.at(index), file, ofAssignments)[nth]!.resolve(),
    };
  }
}

/** Most of the rules look at one assignment; each is asked only what it is for. */
const byScope = memoize((all: readonly LineRule[]) => ({
  assignment: all.filter((rule) => rule.scope === 'assignment'),
  file: all.filter((rule) => rule.scope === 'file'),
}));

/** Findings of one assignment that are told: nobody reads more of a line. */
const MOST_OF_ONE = 200;

function assignmentSketches(
  assignment: JudgedAssignment,
  file: JudgedFile,
  all: readonly AssignmentRule[],
): LazyFinding[] {
  const { source } = file;
  const findings = assignment.problems.map((problem) => resolvedFinding(valueFinding(assignment, problem)));
  let rule: AssignmentRule;
  const report = (finding: Finding): void => {
    if (findings.length < MOST_OF_ONE) findings.push(resolvedFinding(completed(finding, { rule: rule.id, source })));
  };
  const telling: Report = Object.assign(report, {
    lazily({ start, end, severity }: Outline, make: () => Finding) {
      if (findings.length < MOST_OF_ONE)
        findings.push(new DeferredFinding({ start, end, severity, source, rule: rule.id }, make));
    },
    batch: () => undefined,
  });
  for (rule of all) rule.check(assignment, telling, file);
  return findings;
}
