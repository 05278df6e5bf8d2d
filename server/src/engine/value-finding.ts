import { toSourceSpan } from '../syntax/value.ts';
import type { ValueProblem } from '../values/value-type.ts';
import type { JudgedAssignment } from './judged-block.ts';
import type { RuleFinding } from './lazy-finding.ts';

/** What a value type says of an assignment's value. */
export function valueFinding(assignment: JudgedAssignment, problem: ValueProblem): RuleFinding {
  const { node, section, source } = assignment;
  const at = toSourceSpan(node.value, problem.start, problem.end);
  const span = at.start === at.end && node.value.text === '' ? node.textSpan : at;
  const { replacement, isGuess, replaces, lineBelow, title = `Change to ${replacement}` } = problem;
  const written = replaces ? toSourceSpan(node.value, replaces.start, replaces.end) : at;
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
