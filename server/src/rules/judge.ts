import { placesOf } from '../syntax/file.ts';
import { toSourceSpan } from '../syntax/value.ts';
import { remembered } from '../text/remembered.ts';
import type { JudgedAssignment, JudgedBlock, PlacedJudgement, SourceFile, Verdict } from '../units/judged-block.ts';
import type { JudgedFile } from '../units/judged-file.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import { unitGraph } from '../units/unit-graph.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import type { Severity, ValueProblem } from '../values/value-type.ts';
import { rules } from './registry.ts';
import type { AssignmentRule, Finding, Outline, Report, Rule } from './rule.ts';
import { LaterSketch, type RuleFinding, type Sketch, sketchOf } from './sketch.ts';

/** Everything to say of one file by itself: its values, then the file rules. In no order. */
export function judgeFileRules(file: JudgedFile, all: readonly Rule[] = rules): Sketch[] {
  const sketches: Sketch[] = [];
  const { assignment: ofAssignments, file: ofFile } = byScope(all);
  const { blocks, verdicts } = memoryFor(all);
  for (const place of file.blocks) {
    const { judged } = place;
    const known = blocks.get(judged);
    if (known) for (const remark of known) sketches.push(new RemarkAtPlace(remark, place, { file, ofAssignments }));
    else blocks.set(judged, judgeBlockRules(place, { file, ofAssignments, verdicts }, sketches));
  }
  for (const rule of ofFile) rule.check(file, reportTo(sketches, rule, file.source));
  return sketches;
}

/** How a rule's findings become sketches. */
function reportTo(sketches: Sketch[], { id }: Rule, usual: SourceFile): Report {
  const report = (finding: Finding): void =>
    void sketches.push(sketchOf({ ...finding, rule: id, source: finding.source ?? usual }));
  const later: Report['later'] = ({ start, end, severity, source = usual }, make) =>
    void sketches.push(new LaterSketch({ start, end, severity, source, rule: id }, make));
  return Object.assign(report, { later });
}

/** What is to be said of a line of a block, wherever the block stands: after an edit that is true of nearly all lines. */
interface Remark extends Pick<Sketch, 'start' | 'end' | 'rule' | 'severity'> {
  /** The assignment in the block, and which of its findings this is. */
  readonly index: number;
  readonly nth: number;
}

interface Memory {
  /** What there is to be said of a block, by the rules asked. */
  readonly blocks: WeakMap<JudgedBlock, readonly Remark[]>;
  /** Verdicts of which there is nothing to be said: of ten thousand lines that is true of nearly all. */
  readonly verdicts: WeakSet<Verdict>;
}

const memoryFor = remembered((_: readonly Rule[]): Memory => ({ verdicts: new WeakSet(), blocks: new WeakMap() }));

interface Asking {
  readonly file: JudgedFile;
  readonly ofAssignments: readonly AssignmentRule[];
}

function judgeBlockRules(
  { judged, placed, at }: PlacedJudgement,
  { file, ofAssignments, verdicts }: Asking & Pick<Memory, 'verdicts'>,
  sketches: Sketch[],
): Remark[] {
  const remarks: Remark[] = [];
  for (const index of placesOf.assignment(judged.block)) {
    const verdict = judged.verdicts[index]!;
    if (verdicts.has(verdict)) continue;
    const found = assignmentFindings(at(index), file, ofAssignments);
    if (found.length === 0 && verdict.directive) verdicts.add(verdict);
    for (const [nth, finding] of found.entries()) {
      const { rule, severity } = finding;
      remarks.push({
        start: finding.start - placed.start,
        end: finding.end - placed.start,
        rule,
        severity,
        index,
        nth,
      });
      sketches.push(sketchOf(finding));
    }
  }
  return remarks;
}

class RemarkAtPlace implements Sketch {
  readonly start: number;
  readonly end: number;
  private readonly remark: Remark;
  private readonly place: PlacedJudgement;
  private readonly asking: Asking;

  constructor(remark: Remark, place: PlacedJudgement, asking: Asking) {
    this.start = remark.start + place.placed.start;
    this.end = remark.end + place.placed.start;
    this.remark = remark;
    this.place = place;
    this.asking = asking;
  }

  get rule(): string {
    return this.remark.rule;
  }
  get severity(): Severity {
    return this.remark.severity;
  }
  get source(): SourceFile {
    return this.asking.file.source;
  }

  full(): RuleFinding {
    const { index, nth } = this.remark;
    return assignmentFindings(this.place.at(index), this.asking.file, this.asking.ofAssignments)[nth]!;
  }
}

/** Most of the rules look at one assignment; each is asked only what it is for. */
const byScope = remembered((all: readonly Rule[]) => ({
  assignment: all.filter((rule) => rule.scope === 'assignment'),
  file: all.filter((rule) => rule.scope === 'file'),
  unit: all.filter((rule) => rule.scope === 'unit'),
  graph: all.filter((rule) => rule.scope === 'graph'),
}));

/** Findings of one assignment that are told: nobody reads more of a line. */
const MOST_OF_ONE = 200;

function assignmentFindings(
  assignment: JudgedAssignment,
  file: JudgedFile,
  all: readonly AssignmentRule[],
): RuleFinding[] {
  const findings = assignment.problems.map((problem) => valueFinding(assignment, problem));
  let rule: AssignmentRule;
  const report = (finding: Finding): void => {
    if (findings.length < MOST_OF_ONE) findings.push({ ...finding, rule: rule.id, source: file.source });
  };
  const telling = Object.assign(report, { later: (_: Outline, make: () => Finding) => report(make()) });
  for (rule of all) rule.check(assignment, telling, file);
  return findings;
}

/** Everything to say of the unit as a whole. Nothing where the fragment is not known, or masks the unit by being empty. */
export function judgeUnitRules(unit: LoadedUnit, all: readonly Rule[] = rules): Sketch[] {
  if (!unit.hasFragment) return [];
  const sketches: Sketch[] = [];
  const fragment = unit.files[0]!.source;
  if (fragment.tree.text === '') return [];
  for (const rule of byScope(all).unit) rule.check(unit, reportTo(sketches, rule, fragment));
  return sketches;
}

/** Everything to say of the unit among others, seen from where its fragment lies. */
export function judgeGraphRules(unit: LoadedUnit, index: UnitIndex, all: readonly Rule[] = rules): Sketch[] {
  const fragment = unit.files[0]!.source;
  const file = index.file(fragment.path);
  if (!unit.hasFragment || !unit.name || !file || file.masked) return [];
  const graph = unitGraph(index, file);
  const sketches: Sketch[] = [];
  for (const rule of byScope(all).graph) rule.check(unit, graph, reportTo(sketches, rule, fragment));
  return sketches;
}

function valueFinding(assignment: JudgedAssignment, problem: ValueProblem): RuleFinding {
  const { node, section, source } = assignment;
  const at = toSourceSpan(node.value, problem.start, problem.end);
  const span = at.start === at.end && node.value.text === '' ? node.textSpan : at;
  const { replacement } = problem;
  return {
    ...span,
    rule: problem.rule,
    source,
    severity: problem.severity,
    message: problem.message,
    section,
    key: node.key,
    fixes:
      replacement === undefined
        ? []
        : [
            {
              title: replacement === '' ? 'Remove it' : `Change to ${replacement}`,
              edits: [{ ...at, text: replacement }],
              preferred: true,
            },
          ],
  };
}
