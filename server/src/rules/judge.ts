import { placesOf } from '../syntax/file.ts';
import { toSourceSpan } from '../syntax/value.ts';
import { remembered } from '../text/remembered.ts';
import type { JudgedAssignment, JudgedBlock, SourceFile, Verdict } from '../units/judged-block.ts';
import type { JudgedFile } from '../units/judged-file.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import { unitGraph } from '../units/unit-graph.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import type { ValueProblem } from '../values/value-type.ts';
import { rules } from './registry.ts';
import type { AssignmentRule, Finding, Rule } from './rule.ts';

/** A finding with its rule and file settled. */
export interface RuleFinding extends Finding {
  readonly rule: string;
  readonly source: SourceFile;
}

/** Everything to say of one file by itself: its values, then the file rules. Source order. */
export function judgeFileRules(file: JudgedFile, all: readonly Rule[] = rules): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const { blocks, verdicts } = silenceFor(all);
  const { assignment: ofAssignments, file: ofFile } = byScope(all);
  for (const { judged, at } of file.blocks) {
    const asked =
      blocks.get(judged) ?? placesOf.assignment(judged.block).filter((i) => !verdicts.has(judged.verdicts[i]!));
    const loud: number[] = [];
    for (const index of asked) {
      const assignment = at(index);
      const found = assignmentFindings(assignment, file, ofAssignments);
      findings.push(...found);
      if (found.length === 0 && assignment.directive) verdicts.add(assignment.verdict);
      else loud.push(index);
    }
    blocks.set(judged, loud);
  }
  for (const rule of ofFile) {
    rule.check(file, (finding) => findings.push({ ...finding, rule: rule.id, source: finding.source ?? file.source }));
  }
  return findings.sort((a, b) => a.start - b.start);
}

/** What there is nothing to say of, by the rules asked: of ten thousand lines that is true of nearly all. */
interface Silence {
  readonly verdicts: WeakSet<Verdict>;
  /** The places in a block of which something may be said. */
  readonly blocks: WeakMap<JudgedBlock, readonly number[]>;
}

const silenceFor = remembered((_: readonly Rule[]): Silence => ({ verdicts: new WeakSet(), blocks: new WeakMap() }));

/** Most of the rules look at one assignment; each is asked only what it is for. */
const byScope = remembered((all: readonly Rule[]) => ({
  assignment: all.filter((rule) => rule.scope === 'assignment'),
  file: all.filter((rule) => rule.scope === 'file'),
  unit: all.filter((rule) => rule.scope === 'unit'),
  graph: all.filter((rule) => rule.scope === 'graph'),
}));

function assignmentFindings(
  assignment: JudgedAssignment,
  file: JudgedFile,
  all: readonly AssignmentRule[],
): RuleFinding[] {
  const findings = assignment.problems.map((problem) => valueFinding(assignment, problem));
  for (const rule of all) {
    rule.check(assignment, (finding) => findings.push({ ...finding, rule: rule.id, source: file.source }), file);
  }
  return findings;
}

/** Everything to say of the unit as a whole. Nothing where the fragment is not known, or masks the unit by being empty. */
export function judgeUnitRules(unit: LoadedUnit, all: readonly Rule[] = rules): RuleFinding[] {
  if (!unit.hasFragment) return [];
  const findings: RuleFinding[] = [];
  const fragment = unit.files[0]!.source;
  if (fragment.tree.text === '') return [];
  for (const rule of byScope(all).unit) {
    rule.check(unit, (finding) => findings.push({ ...finding, rule: rule.id, source: finding.source ?? fragment }));
  }
  return findings;
}

/** Everything to say of the unit among others, seen from where its fragment lies. */
export function judgeGraphRules(unit: LoadedUnit, index: UnitIndex, all: readonly Rule[] = rules): RuleFinding[] {
  const fragment = unit.files[0]!.source;
  const file = index.file(fragment.path);
  if (!unit.hasFragment || !unit.name || !file || file.masked) return [];
  const graph = unitGraph(index, file);
  const findings: RuleFinding[] = [];
  for (const rule of byScope(all).graph) {
    rule.check(unit, graph, (finding) =>
      findings.push({ ...finding, rule: rule.id, source: finding.source ?? fragment }),
    );
  }
  return findings;
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
