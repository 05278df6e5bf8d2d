import type { Field, JudgedLine, JudgedLines, LineFinding, OwnName } from '../../engine/lines/line-dialect.ts';
import { memoizeList } from '../../text/memoize.ts';
import type { Span } from '../../text/span.ts';
import { LINE_RULES, quotedText } from '../lines/problems.ts';

/** A label, or a jump to one. Offsets in the text, those of the name between its quotes. */
export interface Jump extends Span {
  readonly kind: 'GOTO' | 'LABEL';
  readonly name: string;
  /** The whole expression. */
  readonly expression: Span;
  /** The index of its line among those of the file. */
  readonly line: number;
  /** The rule does something beside it. */
  readonly hasOther: boolean;
}

/** The jumps and labels of a file that count, in order; of rules that udev drops there are none. */
export function jumpsOf(file: JudgedLines, { withDropped = false } = {}): Jump[] {
  return file.lines.flatMap(({ start, line: judged }, line) => {
    const found = jumpsOfLine(judged);
    if (found.length === 0) return [];
    if (!withDropped && judged.problems.some(({ severity }) => severity === 'error')) return [];
    return found.map(
      (jump): Jump => ({ ...jump, ...moved(jump, start), expression: moved(jump.expression, start), line }),
    );
  });
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** Offsets count from the line's start. */
type JumpInLine = Omit<Jump, 'line'>;

/** A line is looked at once: the fields that it was read into have it all. */
const jumpsOfLine = memoizeList(({ text, content }: JudgedLine): readonly JumpInLine[] => {
  const expressions = content.fields.flatMap(({ name }, at) =>
    name === 'key' ? [expressionAt(content.fields, at)] : [],
  );
  const ofKind = (kind: Jump['kind']): FieldsOfExpression[] =>
    expressions.filter(({ key, operator }) => key.text === kind && operator.text === '=');
  const [jump, label] = [ofKind('GOTO')[0], ofKind('LABEL').at(-1)];
  return [jump, label].flatMap((each): JumpInLine[] => {
    if (!each) return [];
    const { key, value } = each;
    return [
      {
        kind: key.text as Jump['kind'],
        name: value.text,
        start: text.indexOf('"', value.start) + 1,
        end: value.end - 1,
        expression: { start: key.start, end: value.end },
        hasOther: expressions.some((other) => other !== each && isKept(other)),
      },
    ];
  });
});

interface FieldsOfExpression {
  readonly key: Field;
  readonly operator: Field;
  readonly value: Field;
}

/** Behind a key stand, perhaps, what is in braces, then operator and value. */
function expressionAt(fields: readonly Field[], at: number): FieldsOfExpression {
  const behind = fields[at + 1]!.name === 'attribute' ? at + 2 : at + 1;
  return { key: fields[at]!, operator: fields[behind]!, value: fields[behind + 1]! };
}

/** What would be left of the rule without its jump: anything that is not a condition, nor a label. */
const isKept = ({ key, operator }: FieldsOfExpression): boolean =>
  key.text !== 'LABEL' &&
  key.text !== 'GOTO' &&
  (!['==', '!='].includes(operator.text) || ['PROGRAM', 'IMPORT'].includes(key.text));

/** Where each jump goes: the next label of its name, further down. `rule_resolve_goto()` of src/udev/udev-rules.c. */
export function targetsOf(jumps: readonly Jump[]): Map<Jump, Jump> {
  const next = new Map<string, Jump>();
  const found = new Map<Jump, Jump>();
  // From the end, so that the nearest label below a jump is known when it is met; one of its own line is not below it.
  let waiting: Jump[] = [];
  for (const jump of [...jumps].reverse()) {
    if (waiting.length > 0 && waiting[0]!.line !== jump.line) {
      for (const label of waiting) next.set(label.name, label);
      waiting = [];
    }
    if (jump.kind === 'LABEL') waiting.push(jump);
    else {
      const target = next.get(jump.name);
      if (target) found.set(jump, target);
    }
  }
  return found;
}

/** Jumps that go nowhere, and labels that nothing jumps to. */
export function checkLabels(file: JudgedLines): LineFinding[] {
  const jumps = jumpsOf(file);
  const targets = targetsOf(jumps);
  const used = new Set(targets.values());
  const labels = new Map<string, Jump[]>();
  for (const jump of jumps)
    if (jump.kind === 'LABEL') labels.set(jump.name, [...(labels.get(jump.name)?.slice(0, 1) ?? []), jump]);
  return jumps.flatMap((jump): LineFinding[] => {
    const named = labels.get(jump.name) ?? [];
    if (jump.kind === 'GOTO') return targets.has(jump) ? [] : [missing(jump, named[0], file)];
    return used.has(jump) ? [] : [unused(jump, named.length > 1)];
  });
}

/** Where there is a label of that name, it stands above: a jump would have found it below. */
function missing({ name, hasOther, expression }: Jump, above: Jump | undefined, file: JudgedLines): LineFinding {
  const why = above
    ? `LABEL=${quotedText(name)} stands above; a jump goes down only`
    : `There is no LABEL=${quotedText(name)} below this rule in this file`;
  const costs = hasOther ? 'udev ignores the jump and does the rest of the rule' : 'udev drops this rule';
  return {
    ...expression,
    rule: LINE_RULES.label,
    severity: 'error',
    message: `${why}; ${costs}.`,
    ...(above && { related: [{ ...above.expression, source: file.source, message: 'The label is here.' }] }),
  };
}

function unused({ name, expression }: Jump, isTwice: boolean): LineFinding {
  const why = isTwice ? 'each jump to it goes to another label of this name' : 'nothing jumps to it';
  return {
    ...expression,
    rule: LINE_RULES.label,
    severity: 'hint',
    message: `LABEL=${quotedText(name)} has no use here: ${why}.`,
    tag: 'unnecessary',
  };
}

/** Labels and jumps, those of rules that udev drops included: who renames one means all of them. */
export function ownNames(file: JudgedLines): OwnName[] {
  const jumps = jumpsOf(file, { withDropped: true });
  const targets = targetsOf(jumps);
  return jumps.map((jump) => ({
    name: jump.name,
    start: jump.start,
    end: jump.end,
    isDefinition: jump.kind === 'LABEL',
    target: targets.get(jump),
  }));
}

/** Quotes and backslashes would have to be escaped, and a line ends a rule. */
export function labelFault(name: string): string | undefined {
  if (name === '') return 'it is empty';
  return /["\\\n\r\0]/.test(name) ? 'it has a quote, a backslash or a line end' : undefined;
}
