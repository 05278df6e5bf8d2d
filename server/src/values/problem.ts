import type { Span } from '../text/span.ts';
import type { Severity, ValueContext, ValueProblem, ValueRule } from './value-type.ts';

export { listWords } from '../text/list-words.ts';

interface Extra {
  readonly severity?: Severity;
  readonly effect?: ValueProblem['effect'];
  readonly replacement?: string | undefined;
  readonly isGuess?: boolean;
}

/** A problem at a span; a warning that costs the assignment unless said otherwise. */
export function problem(at: Span, rule: ValueRule, message: string, extra: Extra = {}): ValueProblem {
  return { start: at.start, end: at.end, rule, severity: 'warning', message, ...extra };
}

export const whole = (text: string): Span => ({ start: 0, end: text.length });

/** `Restart=` as messages name it. */
export const nameOf = (context: ValueContext): string => `${context.directive.key}=`;

/** The problem of an empty value where systemd takes none. */
export function emptyProblem(context: ValueContext, expected: string): ValueProblem {
  return problem(
    { start: 0, end: 0 },
    'value-empty',
    `${nameOf(context)} needs ${expected}; systemd ignores the empty assignment.`,
  );
}
