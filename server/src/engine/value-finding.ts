import { toSourceSpan } from '../syntax/value.ts';
import type { ValueProblem } from '../values/value-type.ts';
import { fallingBack } from './finding-place.ts';
import type { JudgedAssignment } from './judged-block.ts';
import type { RuleFinding } from './lazy-finding.ts';
import type { Fix } from './rule.ts';

/** Where a value type finds something in an assignment's value, and how grave it is. */
export function valueOutline(
  { node, source }: JudgedAssignment,
  { start, end, rule, severity }: ValueProblem,
): Pick<RuleFinding, 'start' | 'end' | 'rule' | 'severity' | 'source'> {
  const at = toSourceSpan(node.value, start, end);
  const span = at.start === at.end && node.value.text === '' ? node.textSpan : at;
  return { start: span.start, end: span.end, rule, severity, source };
}

/** What a value type says of it. */
export const valueFinding = (assignment: JudgedAssignment, problem: ValueProblem): RuleFinding => ({
  ...valueOutline(assignment, problem),
  message: problem.message,
  section: assignment.section,
  key: assignment.node.key,
  fixes: fixesOf(assignment, problem),
});

function fixesOf(assignment: JudgedAssignment, problem: ValueProblem): Fix[] {
  const { replacement, isGuess, replaces, lineBelow, title = `Change to ${replacement}` } = problem;
  if (replacement === undefined) return problem.rule === 'value-too-new' ? fallingBack(assignment) : [];
  if (problem.isMended?.() === false) return [];
  const { start, end } = replaces ?? problem;
  return [
    {
      title: replacement === '' ? 'Remove it' : title,
      edits: [
        {
          ...toSourceSpan(assignment.node.value, start, end),
          text: lineBelow ? `${replacement}\n${lineBelow}` : replacement,
        },
      ],
      preferred: !isGuess,
    },
  ];
}
