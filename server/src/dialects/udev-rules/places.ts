import type { Column, LineContext, LinePlace, ReadLine } from '../../engine/lines/line-dialect.ts';
import { fromSource, toSource } from '../../syntax/value.ts';
import type { Span } from '../../text/span.ts';
import {
  attributeColumn,
  keyColumn,
  operatorColumn,
  substitutionColumn,
  valueColumn,
  type Written,
} from './columns.ts';
import { attributeOffers } from './offers.ts';
import { BLANKS, type Expression, endOfKey, operatorAt, type Rule, readRule, skip } from './read-rule.ts';

/** What stands at an offset of a rule, or could: a rule that is being written cannot be read to its end. */
export function placeAt({ text, content }: ReadLine, offset: number, { version }: LineContext): LinePlace | undefined {
  const rule = readRule(text, version);
  const at = fromSource(rule.joined, offset);
  const place = partAt(rule, at, version);
  if (!place) return undefined;
  const span = { start: toSource(rule.joined, place.start), end: toSource(rule.joined, place.end) };
  // A part that goes on in the next line is replaced up to the end of this one.
  const end = text.slice(span.start, span.end).includes('\n') ? offset : span.end;
  const around = content.fields.filter((each) => each.start <= offset && offset <= each.end);
  const field = around.find(({ name }) => name === place.column.name) ?? around.at(-1);
  return {
    column: place.column,
    start: Math.min(span.start, offset),
    end: Math.max(end, offset),
    ...(field && { field }),
  };
}

interface PlacedColumn extends Span {
  readonly column: Column;
}

function partAt(rule: Rule, at: number, version: number): PlacedColumn | undefined {
  const whole = rule.expressions.find(({ start, end }) => start <= at && at < end);
  return whole ? partOf(whole, rule, { at, version }) : unfinished(rule, at, version);
}

interface At {
  readonly at: number;
  readonly version: number;
}

function partOf(expression: Expression, rule: Rule, { at, version }: At): PlacedColumn | undefined {
  const { key, attribute, operator, value } = expression;
  const written = { key: key.text, attribute: attribute?.text ?? '', operator: operator.text };
  const isIn = ({ start, end }: Span): boolean => start <= at && at <= end;
  if (isIn(key)) return { ...spanOf(key), column: keyColumn({ isAlone: false, version }) };
  if (attribute && isIn(attribute)) return { ...spanOf(attribute), column: attributeColumn(written, version) };
  if (isIn(operator) && at < value.start) return { ...spanOf(operator), column: operatorColumn(written, version) };
  if (at < value.inner || at >= value.end) return { ...spanOf(operator), column: operatorColumn(written, version) };
  return inValue(rule.joined.text, { start: value.inner, end: value.end - 1 }, { at, version, written });
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** A substitution that is being written, else the value; of several names or alternatives the one at the cursor. */
function inValue(text: string, value: Span, { at, version, written }: At & { written: Written }): PlacedColumn {
  const before = text.slice(value.start, at);
  const isReplaced =
    !['==', '!='].includes(written.operator ?? '') || ['TEST', 'PROGRAM', 'IMPORT'].includes(written.key);
  const braced = isReplaced ? bracedBefore(before) : undefined;
  if (braced) {
    const { key, typed } = braced;
    const column = {
      ...attributeColumn({ key, attribute: '', operator: '==' }, version),
      offers: attributeOffers(key, version, true),
    };
    return { start: at - typed.length, end: at, column };
  }
  const sign = isReplaced ? /(?:^|[^$%])(?:\$\$|%%)*(\$[a-z]*|%[A-Za-z]?)$/.exec(before)?.[1] : undefined;
  if (sign) return { start: at - sign.length, end: at, column: substitutionColumn(sign[0] as '$' | '%', version) };
  const column = valueColumn(written, version);
  const from = Math.max(before.lastIndexOf('|'), column.sources?.includes('unit') ? before.lastIndexOf(' ') : -1) + 1;
  const rest = text.slice(at, value.end);
  const next = rest.search(column.sources?.includes('unit') ? /[| ]/ : /\|/);
  return { start: value.start + from, end: next < 0 ? value.end : at + next, column };
}

/** The attribute or property that is being written behind a substitution: `$env{ID_`. */
function bracedBefore(before: string): { key: 'ATTR' | 'ENV'; typed: string } | undefined {
  const brace = before.lastIndexOf('{');
  if (brace < 0 || before.includes('}', brace)) return undefined;
  const name = /(?:\$attr|%s|\$env|%E)$/.exec(before.slice(Math.max(0, brace - 5), brace))?.[0];
  // Twice, a sign stands for itself.
  if (name === undefined || before[brace - name.length - 1] === name[0]) return undefined;
  return { key: name === '$attr' || name === '%s' ? 'ATTR' : 'ENV', typed: before.slice(brace + 1) };
}

/** What is written of an expression up to the cursor, and which part of it the cursor is in. */
interface Head extends Written {
  readonly part: 'key' | 'attribute' | 'operator' | 'value';
  /** What is written of that part. */
  readonly typed: string;
}

/** Reads an expression that ends at the cursor, like `readExpression()`; undefined where it is none. */
function headOf(text: string): Head | undefined {
  const start = skip(text, 0, `${BLANKS},`);
  const keyEnd = endOfKey(text, start);
  const key = text.slice(start, keyEnd);
  const begun = { key, attribute: '', operator: undefined };
  if (!/^\w*$/.test(key)) return undefined;
  if (keyEnd === text.length) return { ...begun, part: 'key', typed: key };
  const close = text[keyEnd] === '{' ? text.indexOf('}', keyEnd) : keyEnd - 1;
  const attribute = text[keyEnd] === '{' ? text.slice(keyEnd + 1, close < 0 ? undefined : close) : '';
  if (close < 0) return { ...begun, part: 'attribute', typed: attribute };
  const at = skip(text, close + 1, BLANKS);
  const operator = operatorAt(text, at);
  const behind = operator ? skip(text, at + operator.length, BLANKS) : text.length;
  const typed = text.slice(at);
  if (!operator) return typed.length < 2 ? { ...begun, attribute, part: 'operator', typed } : undefined;
  if (behind === text.length) return { key, attribute, operator, part: 'operator', typed };
  const quote = /^[ei]{0,2}"/.exec(text.slice(behind, behind + 3))?.[0];
  const value = quote && text.slice(behind + quote.length);
  return value === undefined || value.includes('"')
    ? undefined
    : { key, attribute, operator, part: 'value', typed: value };
}

/** What is written of the expression at the cursor, up to there. */
function unfinished({ joined, expressions }: Rule, at: number, version: number): PlacedColumn | undefined {
  const from = expressions.filter(({ end }) => end <= at).at(-1)?.end ?? 0;
  const head = headOf(joined.text.slice(from, at));
  if (!head) return undefined;
  const behind = joined.text.slice(at);
  const start = at - head.typed.length;
  switch (head.part) {
    case 'value': {
      const rest = /^[^"\n]*/.exec(behind)![0].length;
      const end = at + (behind[rest] === '"' ? rest : 0);
      return inValue(joined.text, { start, end }, { at, version, written: head });
    }
    case 'operator':
      return { start, end: at, column: operatorColumn(head, version) };
    case 'attribute':
      return { start, end: at, column: attributeColumn(head, version) };
    case 'key': {
      const isAlone = !/^[A-Z]*\s*[={!+:-]/.test(behind);
      const word = /^[A-Za-z]*/.exec(behind)![0].length;
      return { start, end: at + (isAlone ? 0 : word), column: keyColumn({ isAlone, version }) };
    }
  }
}
