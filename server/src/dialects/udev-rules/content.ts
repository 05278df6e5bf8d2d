import type { Field, LineContent, LineContext } from '../../engine/lines/line-dialect.ts';
import type { Span } from '../../text/span.ts';
import { isMatch } from './keys.ts';
import { type Expression, inSource, type Rule, readRule } from './read-rule.ts';
import { readSubstitutions } from './substitutions.ts';

/** The fields of a rule: key, what stands in braces behind it, operator and value of each expression, and what is replaced in that. */
export function readContent(text: string, { version }: LineContext): LineContent {
  const rule = readRule(text, version);
  if (rule.joined.fault !== undefined) return { kind: 'entry', fields: fieldsOf(rule) };
  if (rule.joined.text.trim() === '') return { kind: text.includes('#') ? 'comment' : 'blank', fields: [] };
  return { kind: 'entry', fields: fieldsOf(rule) };
}

const fieldsOf = (rule: Rule): Field[] =>
  rule.expressions.flatMap((expression) => fieldsOfExpression(rule, expression));

function fieldsOfExpression(rule: Rule, expression: Expression): Field[] {
  const { key, attribute, operator, value } = expression;
  const at = (span: Span): Span => inSource(rule, span);
  return [
    { name: 'key', ...at(key), text: key.text, token: 'property' },
    ...(attribute ? [{ name: 'attribute', ...at(attribute), text: attribute.text }] : []),
    { name: 'operator', ...at(operator), text: operator.text },
    { name: 'value', ...at(value), text: value.text },
    // They lie within the value.
    ...substitutionsIn(expression).map((span): Field => {
      const text = rule.joined.text.slice(span.start, span.end);
      return { name: 'substitution', ...at(span), text, token: 'specifier' };
    }),
  ];
}

/** What udev replaces in a value, in the joined rule; in values that are compared nothing is. */
export function substitutionsIn({ key, operator, value }: Expression): Span[] {
  const isCompared = isMatch(operator.text) && !['TEST', 'PROGRAM', 'IMPORT'].includes(key.text);
  const isPlain = value.end - 1 - value.inner === value.text.length;
  if (isCompared || !isPlain || ['GOTO', 'LABEL', 'OPTIONS'].includes(key.text)) return [];
  return readSubstitutions(value.text).found.map(({ start, end }) => ({
    start: value.inner + start,
    end: value.inner + end,
  }));
}
