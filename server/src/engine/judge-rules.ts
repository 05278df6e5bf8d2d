import { placesOf } from '../syntax/unit-file.ts';
import { memoize } from '../text/memoize.ts';
import type { Severity } from '../values/value-type.ts';
import type { JudgedAssignment, JudgedBlock, PlacedJudgement, SourceFile, Verdict } from './judged-block.ts';
import type { JudgedFile } from './judged-file.ts';
import {
  completed,
  countsOf,
  DeferredFinding,
  type FindingBatch,
  type FindingOrBatch,
  type LazyFinding,
  type RuleFinding,
  rankOf,
  resolvedFinding,
} from './lazy-finding.ts';
import type { AssignmentRule, Finding, LineRule, Outline, Report, RuleBase } from './rule.ts';
import { valueFinding, valueOutline } from './value-finding.ts';

/** Everything to say of one file by itself: its values, then the file rules. In no order. */
export function judgeFileRules(file: JudgedFile, all: readonly LineRule[]): FindingOrBatch[] {
  const said: FindingOrBatch[] = [];
  const { assignment: ofAssignments, file: ofFile } = byScope(all);
  const { inBlock, verdicts } = ruleCache(all);
  const asking = { file, ofAssignments };
  for (const place of file.blocks) {
    const cell = inBlock(place.judged);
    cell.found ??= judgeBlockRules(place, asking, verdicts);
    if (cell.found.list.length > 0) said.push(new PlacedFindings(cell.found, place, asking));
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
  return Object.assign(report, { lazily, batch, isFull: () => false });
}

/** A finding in a line of a block, wherever the block stands: after an edit that is true of nearly all lines. */
interface BlockFinding extends Pick<LazyFinding, 'start' | 'end' | 'rule' | 'severity'> {
  /** The assignment in the block, and which of its findings this is. */
  readonly index: number;
  readonly nth: number;
  /** Once somebody has read them: they depend on the line and on what the file is, not on where anything stands. */
  words?: Words;
}

type Words = Pick<RuleFinding, 'message' | 'section' | 'key' | 'tag'>;

interface BlockFindings {
  readonly list: readonly BlockFinding[];
  readonly counts: readonly number[];
}

const NOTHING: BlockFindings = { list: [], counts: countsOf([]) };

interface RuleCache {
  /** What the rules asked find in a block. */
  readonly inBlock: (block: JudgedBlock) => { found?: BlockFindings };
  /** Verdicts of which nothing is found: of ten thousand lines that is true of nearly all. */
  readonly verdicts: WeakSet<Verdict>;
}

const ruleCache = memoize(
  (_: readonly LineRule[]): RuleCache => ({ verdicts: new WeakSet(), inBlock: memoize((_: JudgedBlock) => ({})) }),
);

interface Asking {
  readonly file: JudgedFile;
  readonly ofAssignments: readonly AssignmentRule[];
}

function judgeBlockRules(place: PlacedJudgement, asking: Asking, verdicts: WeakSet<Verdict>): BlockFindings {
  const { judged, placed, at } = place;
  const list: BlockFinding[] = [];
  for (const index of placesOf.assignment(judged.block)) {
    const verdict = judged.verdicts[index]!;
    if (verdicts.has(verdict)) continue;
    const found = assignmentFindings(at(index), asking);
    if (found.length === 0 && verdict.directive) verdicts.add(verdict);
    for (const [nth, { start, end, rule, severity }] of found.entries())
      list.push({ start: start - placed.start, end: end - placed.start, rule, severity, index, nth });
  }
  return list.length === 0 ? NOTHING : { list: list.slice(), counts: countsOf(list.map(({ severity }) => severity)) };
}

/** The findings of a block where it stands now. */
class PlacedFindings implements FindingBatch {
  private readonly found: BlockFindings;
  private readonly place: PlacedJudgement;
  private readonly asking: Asking;
  private read: Map<number, readonly LazyFinding[]> | undefined;

  constructor(found: BlockFindings, place: PlacedJudgement, asking: Asking) {
    this.found = found;
    this.place = place;
    this.asking = asking;
  }

  get start(): number {
    return this.place.placed.start;
  }
  get end(): number {
    return this.place.placed.end;
  }
  get source(): SourceFile {
    return this.asking.file.source;
  }
  get counts(): readonly number[] {
    return this.found.counts;
  }

  findings(): readonly LazyFinding[] {
    return this.found.list.map((each) => new PlacedFinding(each, this));
  }

  /** All findings of an assignment of the block: worked out once for those that are read. */
  ofAssignment(index: number): readonly LazyFinding[] {
    this.read ??= new Map();
    const found = this.read.get(index) ?? assignmentFindings(this.place.at(index), this.asking);
    this.read.set(index, found);
    return found;
  }
}

class PlacedFinding implements LazyFinding {
  readonly start: number;
  readonly end: number;
  private readonly inBlock: BlockFinding;
  private readonly batch: PlacedFindings;

  constructor(inBlock: BlockFinding, batch: PlacedFindings) {
    this.start = inBlock.start + batch.start;
    this.end = inBlock.end + batch.start;
    this.inBlock = inBlock;
    this.batch = batch;
  }

  get rule(): string {
    return this.inBlock.rule;
  }
  get severity(): Severity {
    return this.inBlock.severity;
  }
  get source(): SourceFile {
    return this.batch.source;
  }

  resolve(): RuleFinding {
    const { inBlock, batch, start, end, rule, severity, source } = this;
    const found = (): RuleFinding => batch.ofAssignment(inBlock.index)[inBlock.nth]!.resolve();
    inBlock.words ??= wordsOf(found());
    let made: RuleFinding['fixes'];
    return {
      start,
      end,
      rule,
      severity,
      source,
      ...inBlock.words,
      get fixes() {
        // The same each time: whoever marks those that are sure knows them by their edits.
        made ??= found().fixes;
        return made;
      },
    };
  }
}

const wordsOf = ({ message, section, key, tag }: RuleFinding): Words => ({
  message,
  ...(section !== undefined && { section }),
  ...(key !== undefined && { key }),
  ...(tag && { tag }),
});

/** Most of the rules look at one assignment; each is asked only what it is for. */
const byScope = memoize((all: readonly LineRule[]) => ({
  assignment: all.filter((rule) => rule.scope === 'assignment'),
  file: all.filter((rule) => rule.scope === 'file'),
}));

/** Findings of one assignment that are told: nobody reads more of a line. */
const MOST_OF_ONE = 200;

function assignmentFindings(assignment: JudgedAssignment, { file, ofAssignments }: Asking): LazyFinding[] {
  const { source } = file;
  const found: LazyFinding[] = assignment.problems.map(
    (problem) => new DeferredFinding(valueOutline(assignment, problem), () => valueFinding(assignment, problem)),
  );
  let rule: AssignmentRule;
  const isFull = (): boolean => found.length >= MOST_OF_ONE;
  const add = (finding: () => LazyFinding): void => {
    if (!isFull()) found.push(finding());
  };
  const report: Report = Object.assign(
    (finding: Finding) => add(() => resolvedFinding(completed(finding, { rule: rule.id, source }))),
    {
      lazily: ({ start, end, severity }: Outline, make: () => Finding) =>
        add(() => new DeferredFinding({ start, end, severity, source, rule: rule.id }, make)),
      batch: () => undefined,
      isFull,
    },
  );
  for (rule of ofAssignments) rule.check(assignment, report, file);
  return found;
}
