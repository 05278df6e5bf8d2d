import { theTarget } from '../schema/targets.ts';
import { NEWEST_VERSION } from '../schema/versions.ts';
import type { Span } from '../text/span.ts';
import type { Severity, ValueContext, ValueProblem, ValueRule } from '../values/value-type.ts';
import type { Verdict } from './judged-block.ts';

/** Problems that are told of one value: nobody reads more of a line. */
const MOST_PROBLEMS = 100;

/** Characters that are read to see whether fixes mend a value; what is not tried is not offered. */
const MOST_TRIED = 50_000;

/** Characters from which on a value is not read twice: what is said of it takes less than its text. */
const LONG = 1000;

const NONE: readonly ValueProblem[] = [];

/**
 * What systemd makes of a value. Of its problems it keeps place and gravity; the value is read once more when somebody asks for
 * words or fixes. A file may have ten thousand faulty lines, and nobody reads more than a few hundred of them.
 */
export function verdictOnValue(text: string, context: ValueContext): Verdict {
  const { directive } = context;
  const found = problemsOf(text, context);
  if (found.length === 0) return { directive, problems: NONE, accepted: true };
  const first = found.slice(0, MOST_PROBLEMS);
  const words = new Words(text, context, text.length < LONG ? undefined : first);
  const problems = first.map((problem, index) => new KeptProblem(problem, words, index));
  return { directive, problems, accepted: !found.some(costsAssignment) };
}

const problemsOf = (text: string, context: ValueContext): readonly ValueProblem[] =>
  tellingNewer(context.directive.valueType?.check(text, context) ?? NONE, text, context);

const costsAssignment = (problem: ValueProblem): boolean =>
  problem.severity === 'error' || (problem.severity === 'warning' && (problem.effect ?? 'ignored') === 'ignored');

/** All that is to be said of a value, from when it is asked for first. */
class Words {
  private readonly text: string;
  private readonly context: ValueContext;
  private read: readonly ValueProblem[] | undefined;

  constructor(text: string, context: ValueContext, read: readonly ValueProblem[] | undefined) {
    this.text = text;
    this.context = context;
    this.read = read;
  }

  /** Of the problem with that number. */
  of(index: number): ValueProblem {
    this.read ??= problemsOf(this.text, this.context).slice(0, MOST_PROBLEMS);
    return this.read[index]!;
  }

  /** Whether the fix of that problem is offered: trying those of many on a long text would take too long. */
  isTried(index: number): boolean {
    return index < Math.max(1, Math.floor(MOST_TRIED / (this.text.length + 1)));
  }

  /** Whether systemd would be content with what the problem's fix writes. */
  isMendedBy({ replacement = '', replaces, ...at }: ValueProblem): boolean {
    const { start, end } = replaces ?? at;
    const after = this.context.directive.valueType?.check(
      this.text.slice(0, start) + replacement + this.text.slice(end),
      this.context,
    );
    const isMinded = (left: ValueProblem): boolean =>
      (left.severity === 'error' || left.severity === 'warning') &&
      left.start < start + replacement.length &&
      left.end > start;
    return !after?.some(isMinded);
  }
}

class KeptProblem implements ValueProblem {
  readonly start: number;
  readonly end: number;
  readonly rule: ValueRule;
  readonly severity: Severity;
  readonly effect: ValueProblem['effect'];
  private readonly words: Words;
  private readonly index: number;
  private mended: boolean | undefined;

  constructor({ start, end, rule, severity, effect }: ValueProblem, words: Words, index: number) {
    this.start = start;
    this.end = end;
    this.rule = rule;
    this.severity = severity;
    this.effect = effect;
    this.words = words;
    this.index = index;
  }

  private get whole(): ValueProblem {
    return this.words.of(this.index);
  }
  get message(): string {
    return this.whole.message;
  }
  get replacement(): string | undefined {
    return this.words.isTried(this.index) ? this.whole.replacement : undefined;
  }
  get replaces(): Span | undefined {
    return this.whole.replaces;
  }
  get lineBelow(): string | undefined {
    return this.whole.lineBelow;
  }
  get title(): string | undefined {
    return this.whole.title;
  }
  get isGuess(): boolean | undefined {
    return this.whole.isGuess;
  }
  get isMended(): (() => boolean) | undefined {
    return this.replacement ? () => (this.mended ??= this.words.isMendedBy(this.whole)) : undefined;
  }
}

const WORD = /^[a-z][a-z-]{1,40}$/;

/**
 * What is said of a word that this release does not take and a later one does, which reads the directive with another
 * parser: `PrivateTmp=disconnected` was no boolean until 257. Other problems are as they were.
 */
function tellingNewer(problems: readonly ValueProblem[], text: string, context: ValueContext): readonly ValueProblem[] {
  const [problem, ...more] = problems;
  if (!problem || more.length > 0 || problem.rule !== 'value-invalid' || !WORD.test(text)) return problems;
  const since = firstWith(text, context);
  if (since === undefined) return problems;
  const { key } = context.directive;
  const message = `${key}=${text} exists since systemd ${since}; ${theTarget(context.version)} ignores the line.`;
  return [{ ...problem, rule: 'value-too-new', message, replacement: undefined }];
}

function firstWith(text: string, { directive, ...context }: ValueContext): number | undefined {
  for (const era of directive.eras) {
    if (era.from <= context.version || era.valueType === directive.valueType) continue;
    for (let version = era.from; version <= Math.min(era.to, NEWEST_VERSION); version++) {
      if (era.valueType?.check(text, { ...context, directive: era, version }).length === 0) return version;
    }
  }
  return undefined;
}
