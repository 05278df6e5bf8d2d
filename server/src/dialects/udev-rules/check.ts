import type { LineContext, LineProblem, ReadLine } from '../../engine/lines/line-dialect.ts';
import type { Fix } from '../../engine/rule.ts';
import type { Span } from '../../text/span.ts';
import { since } from '../../values/changes.ts';
import { ignoredPart, LINE_RULES, quotedText, refusedLine } from '../lines/problems.ts';
import { contradictions } from './contradictions.ts';
import { DROPS } from './drops.ts';
import { checkExpression } from './expressions.ts';
import { type JoinedRule, LINE_SIZE } from './join-line.ts';
import { isMatch } from './keys.ts';
import { type Expression, inSource, type Rule, readRule } from './read-rule.ts';
import { checkStyle } from './style.ts';
import { tokenOf } from './tokens.ts';

/** What udev says of a rule by itself: what its expressions are, then what they are together. */
export function checkRule({ text }: ReadLine, { version }: LineContext): LineProblem[] {
  const rule = readRule(text, version);
  const ofLine = lineFault(rule.joined);
  if (ofLine) return [ofLine].map((problem) => placed(problem, rule));
  const found = rule.expressions.flatMap((expression) => checkExpression(expression, version));
  if (rule.fault) found.push(refusedLine(rule.fault, `${rule.fault.message}; ${DROPS}.`));
  found.push(...checkStyle(rule));
  if (isRefused(found)) return found.map((problem) => placed(problem, rule));
  return [...found, ...together(rule, found, version)].map((problem) => placed(problem, rule));
}

const isRefused = (problems: readonly LineProblem[]): boolean => problems.some(({ severity }) => severity === 'error');

function lineFault({ fault, text }: JoinedRule): LineProblem | undefined {
  const whole = { start: 0, end: text.length };
  switch (fault) {
    case 'file':
      return refusedLine(whole, `A line here has more than ${LINE_SIZE - 1} bytes; udev does not read this file.`);
    case 'long':
      return refusedLine(whole, `This rule has more than ${LINE_SIZE - 1} bytes; ${DROPS}.`);
    case 'open':
      return refusedLine(
        whole,
        `This rule goes on in the next line, and the file ends; ${DROPS}. Remove the backslash.`,
      );
    default:
      return undefined;
  }
}

/** What can be said of a rule that udev keeps. */
function together({ joined, expressions }: Rule, found: readonly LineProblem[], version: number): LineProblem[] {
  if (expressions.length === 0) return [emptyRule(joined)];
  // An option that udev ignores sets nothing.
  const ignored = new Set(found.filter(({ rule }) => rule === LINE_RULES.ignored).map(({ start }) => start));
  const kept = expressions.filter(({ key, value }) => key.text !== 'OPTIONS' || !ignored.has(value.start));
  const twice = repeatedJumps(expressions, version);
  if (!kept.some(doesSomething)) return [...twice, withoutEffect(expressions)];
  const tokens = kept.flatMap((expression) => tokenOf(expression) ?? []);
  return [...twice, ...contradictions(tokens, version), ...resultBeforeProgram(expressions, version)];
}

/** What sets, runs, jumps or can be jumped to. */
const doesSomething = ({ key, operator }: Expression): boolean =>
  !isMatch(operator.text) || key.text === 'PROGRAM' || key.text === 'IMPORT';

function withoutEffect(expressions: readonly Expression[]): LineProblem {
  const span = { start: expressions[0]!.start, end: expressions.at(-1)!.end };
  const said = 'This rule has conditions and nothing to do; udev ignores it. Add what is to be set or run.';
  return { ...span, rule: LINE_RULES.vain, severity: 'warning', message: said, tag: 'unnecessary' };
}

/** Commas alone. */
const emptyRule = ({ text }: JoinedRule): LineProblem => ({
  start: 0,
  end: text.length,
  rule: LINE_RULES.vain,
  severity: 'warning',
  message: 'This rule is empty; udev ignores it.',
  tag: 'unnecessary',
});

/** Of several jumps the first counts, of several labels the last. */
function repeatedJumps(expressions: readonly Expression[], version: number): LineProblem[] {
  const jumps = expressions.filter(({ key }) => key.text === 'GOTO').slice(1);
  const labels = expressions.filter(({ key }) => key.text === 'LABEL').slice(0, -1);
  const ignored = ({ key, value, start, end }: Expression, which: string): LineProblem =>
    ignoredPart(
      { start, end },
      `A rule has one ${key.text}; udev ignores this ${key.text}=${quotedText(value.text)}, as the ${which} counts.`,
    );
  const severity = since(version, 'udev tells of labels that do not count') ? 'warning' : 'info';
  return [
    ...jumps.map((jump) => ignored(jump, 'first')),
    ...labels.map((label) => ({ ...ignored(label, 'last'), severity }) as const),
  ];
}

/** Programs run before any result is compared, wherever they stand. */
function resultBeforeProgram(expressions: readonly Expression[], version: number): LineProblem[] {
  const result = expressions.findIndex(({ key }) => key.text === 'RESULT');
  const late = result < 0 ? undefined : expressions.slice(result).find(({ key }) => key.text === 'PROGRAM');
  if (!late) return [];
  const severity = since(version, 'udevadm verifies rules') ? 'warning' : 'info';
  const message =
    'udev runs this program before it compares RESULT, though RESULT stands first. Write PROGRAM before RESULT.';
  return [{ start: late.start, end: late.end, rule: LINE_RULES.style, severity, message }];
}

/** From the joined rule to its source. A fix across the end of a line is none. */
function placed(problem: LineProblem, rule: Rule): LineProblem {
  const at = (span: Span): Span => inSource(rule, span);
  const isWhole = (span: Span): boolean => {
    const source = at(span);
    return source.end - source.start === span.end - span.start;
  };
  const fixes = problem.fixes?.filter(({ edits }) => edits.every(isWhole));
  const moved = (fix: Fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...at(edit) })) });
  const { fixes: _, ...rest } = problem;
  return { ...rest, ...at(problem), ...(fixes && fixes.length > 0 && { fixes: fixes.map(moved) }) };
}
