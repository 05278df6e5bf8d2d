import type { LineProblem } from '../../engine/lines/line-dialect.ts';
import type { Span } from '../../text/span.ts';
import { LINE_RULES } from '../lines/problems.ts';
import type { Rule } from './read-rule.ts';

/** What udevadm verify remarks on commas and blanks between expressions; `check_token_delimiters()` of src/udev/udev-rules.c. */
export function checkStyle({ joined, expressions }: Rule): LineProblem[] {
  const { text } = joined;
  const found: LineProblem[] = [];
  let from = 0;
  for (const { start, end } of expressions) {
    const between = text.slice(from, start);
    const span = { start: from, end: start };
    if (from === 0) found.push(...leading(between, span));
    else found.push(...separator(between, span, text));
    from = end;
  }
  const behind = { start: from, end: text.length };
  const trailing = text.slice(from);
  // Where the rule cannot be read on, something stands there.
  if (from > 0 && /^[\s,]*$/.test(trailing) && trailing.includes(','))
    found.push(hint(behind, 'There is a comma behind the last expression of this rule.', ''));
  return found;
}

function leading(between: string, span: Span): LineProblem[] {
  return between.includes(',') ? [hint(span, 'There is a comma before the first expression of this rule.', '')] : [];
}

/** One comma right behind an expression and a blank behind it; one remark for each place. */
function separator(between: string, span: Span, text: string): LineProblem[] {
  if (/^,[ \t]+$/.test(between)) return [];
  const commas = between.split(',').length - 1;
  const place = span.start === span.end ? { start: span.start, end: Math.min(text.length, span.end + 1) } : span;
  const told = (message: string): LineProblem[] => [hint(place, message, ', ', span)];
  if (commas === 0) return told('There is no comma between these two expressions.');
  if (commas > 1) return told('There is more than one comma between these two expressions.');
  return told(/^[ \t]/.test(between) ? 'There is a blank before this comma.' : 'There is no blank behind this comma.');
}

const hint = (span: Span, said: string, instead: string, edited: Span = span): LineProblem => ({
  ...span,
  rule: LINE_RULES.style,
  severity: 'hint',
  message: `${said} udev reads it all the same; udevadm verify remarks on it.`,
  fixes: [
    {
      title: instead === '' ? 'Remove the comma' : 'Write a comma and a blank',
      edits: [{ ...edited, text: instead }],
      preferred: true,
    },
  ],
});
