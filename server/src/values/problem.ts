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

/**
 * What systemd makes of a fault: it refuses the unit, or a file that is none (`file`), at this line or once all of it is read (`unloadable`), ignores the
 * whole line, one entry of a list or all that follows, takes the value and complains, or takes it and remarks; or only
 * `systemctl enable` minds.
 */
export type Consequence =
  | 'refused'
  | 'file'
  | 'unloadable'
  | 'ignored'
  | 'entry'
  | 'rest'
  | 'kept'
  | 'noted'
  | 'enable';

/** What is said of a line that is fatal to a fragment, and of the same line in a drop-in. */
export const REFUSES = 'systemd refuses the unit';
const STOPS = 'systemd skips this line and the rest of the drop-in';

/** Whether systemd stops reading a file here; what only keeps the unit from being loaded is read like any other line. */
export const isFatal = ({ severity, effect }: ValueProblem): boolean => severity === 'error' && effect !== 'kept';

/** The problem where it stands in a drop-in: of that systemd drops the rest, and loads the unit. */
export function inDropIn(problem: ValueProblem): ValueProblem {
  if (!isFatal(problem)) return problem;
  // One by one: what is made when it is read would not be copied.
  const { start, end, rule, replacement, replaces, isMended, lineBelow, title, isGuess } = problem;
  const message = stopsInstead(problem.message);
  const said = { start, end, rule, severity: 'warning', effect: 'ignored', message } as const;
  return { ...said, replacement, replaces, isMended, lineBelow, title, isGuess };
}

/** The same of a file that is no unit. */
export const refusesFile = (message: string): string => message.replace(REFUSES, 'systemd refuses the file');

/** The same of a drop-in whose faults cost the file it belongs to as well. */
export const refusesWhole = (message: string): string =>
  message.replace(REFUSES, 'systemd refuses the file this drop-in belongs to');

export const stopsInstead = (message: string): string => message.replace(REFUSES, STOPS);

type Outcome = Pick<ValueProblem, 'severity' | 'effect'>;

const outcomes: Readonly<Record<Consequence, Outcome & { readonly says: string }>> = {
  refused: { severity: 'error', says: `${REFUSES}.` },
  file: { severity: 'error', says: 'systemd refuses the file.' },
  unloadable: { severity: 'error', effect: 'kept', says: `${REFUSES}.` },
  ignored: { severity: 'warning', effect: 'ignored', says: 'systemd ignores this line.' },
  entry: { severity: 'warning', effect: 'part', says: 'systemd ignores this entry.' },
  rest: { severity: 'warning', effect: 'part', says: 'systemd ignores this line from here on.' },
  kept: { severity: 'warning', effect: 'kept', says: 'systemd accepts this line and warns.' },
  noted: { severity: 'info', says: 'systemd accepts this line and says so.' },
  enable: { severity: 'info', says: 'systemd loads the unit all the same, but systemctl enable does not take it.' },
};

export interface Fault {
  readonly rule: ValueRule;
  readonly consequence: Consequence;
  /** What is wrong, as a sentence without its full stop. */
  readonly what: string;
  /** What to write instead: whole sentences. */
  readonly remedy?: string;
  readonly replacement?: string | undefined;
  readonly replaces?: Span;
  readonly isGuess?: boolean;
}

/** A problem whose message says what is wrong, what systemd does about it and what to write. */
export function faultAt(
  at: Span,
  { rule, consequence, what, remedy, replacement, replaces, isGuess }: Fault,
): ValueProblem {
  const { says, severity, effect } = outcomes[consequence];
  const message = `${what}; ${says}${remedy ? ` ${remedy}` : ''}`;
  // Written out: a long line has thousands of problems, and to copy objects takes longer than to find them.
  return { start: at.start, end: at.end, rule, message, severity, effect, replacement, replaces, isGuess };
}

const QUOTED_LENGTH = 60;

/** A piece of the value for a message, cut where it is long; in other quotes where it has some itself. */
export function quoted(text: string): string {
  // Bytes that are no UTF-8 have no character to be shown by.
  const shown = text.replace(/\p{Cs}/gu, '\ufffd');
  const mark = text.includes('"') && !text.includes("'") ? "'" : '"';
  return `${mark}${shown.length > QUOTED_LENGTH ? `${shown.slice(0, QUOTED_LENGTH)}…` : shown}${mark}`;
}
