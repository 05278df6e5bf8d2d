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
import { type Expression, type Operator, type Rule, readRule } from './read-rule.ts';

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
  const braced = isReplaced ? /(?:^|[^$%])(?:\$\$|%%)*(?:(\$attr|%s)|\$env|%E)\{([^}"]*)$/.exec(before) : null;
  if (braced) {
    const key = braced[1] ? 'ATTR' : 'ENV';
    const column = {
      ...attributeColumn({ key, attribute: '', operator: '==' }, version),
      offers: attributeOffers(key, version, true),
    };
    return { start: at - braced[2]!.length, end: at, column };
  }
  const sign = isReplaced ? /(?:^|[^$%])(?:\$\$|%%)*(\$[a-z]*|%[A-Za-z]?)$/.exec(before)?.[1] : undefined;
  if (sign) return { start: at - sign.length, end: at, column: substitutionColumn(sign[0] as '$' | '%', version) };
  const column = valueColumn(written, version);
  const from = Math.max(before.lastIndexOf('|'), column.sources?.includes('unit') ? before.lastIndexOf(' ') : -1) + 1;
  const rest = text.slice(at, value.end);
  const next = rest.search(column.sources?.includes('unit') ? /[| ]/ : /\|/);
  return { start: value.start + from, end: next < 0 ? value.end : at + next, column };
}

const HEAD =
  /^[\s,]*(?:([^\s={,"!+:-]*)(?:(\{)([^}]*)(?:(\})\s*([=!+:-]{0,2}))?|\s*([=!+:-]{1,2}))?(?:(\s*)([ei]{0,2}")([^"]*))?)$/;

/** What is written of the expression at the cursor, up to there. */
function unfinished({ joined, expressions }: Rule, at: number, version: number): PlacedColumn | undefined {
  const from = expressions.filter(({ end }) => end <= at).at(-1)?.end ?? 0;
  const match = HEAD.exec(joined.text.slice(from, at));
  if (!match) return undefined;
  const [, key = '', brace, attribute = '', close, behindBrace, behindKey = behindBrace ?? '', , quote, value = ''] =
    match;
  const operator = (behindKey === '' ? undefined : behindKey) as Operator | undefined;
  const written = { key, attribute, operator };
  if (quote !== undefined) {
    const start = at - value.length;
    const rest = /^[^"\n]*/.exec(joined.text.slice(at))![0].length;
    return inValue(
      joined.text,
      { start, end: at + (joined.text[at + rest] === '"' ? rest : 0) },
      { at, version, written },
    );
  }
  if (operator !== undefined) return { start: at - operator.length, end: at, column: operatorColumn(written, version) };
  if (close !== undefined) return { start: at, end: at, column: operatorColumn(written, version) };
  if (brace !== undefined) return { start: at - attribute.length, end: at, column: attributeColumn(written, version) };
  const isAlone = !/^[A-Z]*\s*[={!+:-]/.test(joined.text.slice(at));
  const word = /^[A-Za-z]*/.exec(joined.text.slice(at))![0].length;
  return { start: at - key.length, end: at + (isAlone ? 0 : word), column: keyColumn({ isAlone, version }) };
}
