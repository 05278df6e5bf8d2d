import { contextOfLines } from '../../engine/lines/judged-lines.ts';
import type { JudgedLines, LineFinding, PlacedLine } from '../../engine/lines/line-dialect.ts';
import type { Span } from '../../text/span.ts';
import { LINE_RULES, quotedText } from '../lines/problems.ts';
import { type Expression, inSource, readRule } from './read-rule.ts';

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
  const { version } = contextOfLines(file);
  return file.lines.flatMap((placed, line) => {
    if (!/GOTO|LABEL/.test(placed.line.text) || placed.line.content.kind !== 'entry') return [];
    if (!withDropped && placed.line.problems.some(({ severity }) => severity === 'error')) return [];
    return jumpsOfLine(placed, line, version);
  });
}

function jumpsOfLine({ start, line: { text } }: PlacedLine, line: number, version: number): Jump[] {
  const rule = readRule(text, version);
  const ofKind = (kind: Jump['kind']): Expression[] =>
    rule.expressions.filter(({ key, operator }) => key.text === kind && operator.text === '=');
  const [jump, label] = [ofKind('GOTO')[0], ofKind('LABEL').at(-1)];
  const inText = (span: Span): Span => {
    const at = inSource(rule, span);
    return { start: start + at.start, end: start + at.end };
  };
  return [jump, label].flatMap((each): Jump[] => {
    if (!each) return [];
    const { value } = each;
    const hasOther = rule.expressions.some((other) => other !== each && isKept(other));
    return [
      {
        kind: each.key.text as Jump['kind'],
        name: value.text,
        ...inText({ start: value.inner, end: value.end - 1 }),
        expression: inText(each),
        line,
        hasOther,
      },
    ];
  });
}

/** What would be left of the rule without its jump: anything that is not a condition, nor a label. */
const isKept = ({ key, operator }: Expression): boolean =>
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
  return jumps.flatMap((jump): LineFinding[] => {
    if (jump.kind === 'GOTO') return targets.has(jump) ? [] : [missing(jump, jumps, file)];
    return used.has(jump) ? [] : [unused(jump, jumps)];
  });
}

function missing({ name, hasOther, ...jump }: Jump, jumps: readonly Jump[], file: JudgedLines): LineFinding {
  const above = jumps.filter((each) => each.kind === 'LABEL' && each.name === name).at(-1);
  const why = above
    ? `LABEL=${quotedText(name)} stands above; a jump goes down only`
    : `There is no LABEL=${quotedText(name)} below this rule in this file`;
  const costs = hasOther ? 'udev ignores the jump and does the rest of the rule' : 'udev drops this rule';
  return {
    ...jump.expression,
    rule: LINE_RULES.label,
    severity: 'error',
    message: `${why}; ${costs}.`,
    ...(above && { related: [{ ...above.expression, source: file.source, message: 'The label is here.' }] }),
  };
}

function unused({ name, expression }: Jump, jumps: readonly Jump[]): LineFinding {
  const isTwice = jumps.some((each) => each.kind === 'LABEL' && each.name === name && each.expression !== expression);
  const why = isTwice ? 'each jump to it goes to another label of this name' : 'nothing jumps to it';
  return {
    ...expression,
    rule: LINE_RULES.label,
    severity: 'hint',
    message: `LABEL=${quotedText(name)} has no use here: ${why}.`,
    tag: 'unnecessary',
  };
}
