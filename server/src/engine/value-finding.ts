import { toSourceSpan } from '../syntax/value.ts';
import type { ValueProblem } from '../values/value-type.ts';
import type { JudgedAssignment } from './judged-block.ts';
import type { RuleFinding } from './lazy-finding.ts';

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
export function valueFinding(assignment: JudgedAssignment, problem: ValueProblem): RuleFinding {
  const { node, section } = assignment;
  const at = toSourceSpan(node.value, problem.start, problem.end);
  const { replacement, isGuess, replaces, lineBelow, title = `Change to ${replacement}` } = problem;
  const written = replaces ? toSourceSpan(node.value, replaces.start, replaces.end) : at;
  return {
    ...valueOutline(assignment, problem),
    message: problem.message,
    section,
    key: node.key,
    fixes:
      replacement === undefined || problem.isMended?.() === false
        ? []
        : [
            {
              title: replacement === '' ? 'Remove it' : title,
              edits: [
                {
                  start: written.start,
                  end: written.end,
                  text: lineBelow ? `${replacement}\n${lineBelow}` : replacement,
                },
              ],
              preferred: !isGuess,
            },
          ],
  };
}
