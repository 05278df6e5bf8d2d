import { escapeAt } from '../../syntax/escapes.ts';
import { toSourceSpan } from '../../syntax/value.ts';
import type { Span } from '../../text/span.ts';
import { type Change, releaseOf, since } from '../../values/changes.ts';
import { type JoinedRule, joinRule } from './join-line.ts';

/** A part of an expression; offsets count in the joined rule. */
export interface Part extends Span {
  readonly text: string;
}

export type Operator = '==' | '!=' | '+=' | '-=' | '=' | ':=';

/** A key, an operator and a value: `ATTR{size}=="0"`. Offsets count in the joined rule. */
export interface Expression extends Span {
  readonly key: Part;
  /** What stands in braces behind the key; its span is without them. */
  readonly attribute?: Part | undefined;
  readonly operator: Part & { readonly text: Operator };
  /** With what stands for it: prefix and quotes; the text is what udev has of it. */
  readonly value: Part & {
    /** Where the text between the quotes begins. */
    readonly inner: number;
    readonly isEscaped: boolean;
    readonly ignoresCase: boolean;
  };
}

/** Where udev cannot read on, and what is missing there. */
export interface RuleFault extends Span {
  readonly message: string;
}

/** A rule: what it is made of, up to where it cannot be read. */
export interface Rule {
  readonly joined: JoinedRule;
  readonly expressions: readonly Expression[];
  readonly fault?: RuleFault | undefined;
}

export const BLANKS = ' \t\n\r';
const CASELESS: Change = 'rules match letters of either case';

/** The expressions of a rule; `parse_line()` of src/udev/udev-rules.c. */
export function readRule(raw: string, version: number): Rule {
  const joined = joinRule(raw);
  const expressions: Expression[] = [];
  const { text } = joined;
  let at = skip(text, 0, `${BLANKS},`);
  while (at < text.length) {
    const read = readExpression(text, at, version);
    if ('message' in read) return { joined, expressions, fault: read };
    expressions.push(read);
    at = skip(text, read.end, `${BLANKS},`);
  }
  return { joined, expressions };
}

/** A span of a joined rule in its source. */
export const inSource = ({ joined }: Pick<Rule, 'joined'>, { start, end }: Span): Span =>
  toSourceSpan(joined, start, end);

function readExpression(text: string, start: number, version: number): Expression | RuleFault {
  const keyEnd = endOfKey(text, start);
  const key = part(text, start, keyEnd);
  const fault = (at: number, message: string): RuleFault => ({ start: at, end: Math.max(at, text.length), message });
  let at = keyEnd;
  let attribute: Part | undefined;
  if (text[at] === '{') {
    const close = text.indexOf('}', at);
    if (close < 0) return fault(at, 'This brace is not closed');
    attribute = part(text, at + 1, close);
    at = close + 1;
  }
  at = skip(text, at, BLANKS);
  const operator = operatorAt(text, at);
  if (!operator) return { start, end: Math.max(at, start + 1), message: MISSING_OPERATOR };
  const behind = skip(text, at + operator.length, BLANKS);
  const value = readValue(text, behind, version);
  if (typeof value === 'string')
    return { start: behind, end: Math.max(behind, endOfWord(text, behind)), message: value };
  return {
    start,
    end: value.end,
    key,
    ...(attribute && { attribute }),
    operator: { start: at, end: at + operator.length, text: operator },
    value,
  };
}

const MISSING_OPERATOR = 'There is no operator behind this key, as "==", "!=", "=", "+=", "-=" or ":="';

const part = (text: string, start: number, end: number): Part => ({ start, end, text: text.slice(start, end) });

export function skip(text: string, start: number, characters: string): number {
  let at = start;
  while (at < text.length && characters.includes(text[at]!)) at++;
  return at;
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && !`${BLANKS},`.includes(text[at]!)) at++;
  return at;
}

/** A key ends at a blank, at `{`, and at an operator. */
export function endOfKey(text: string, start: number): number {
  let at = start;
  while (at < text.length && !'= \t\n\r{'.includes(text[at]!)) {
    if ('+-!:'.includes(text[at]!) && text[at + 1] === '=') break;
    at++;
  }
  return at;
}

export const OPERATORS: readonly Operator[] = ['==', '!=', '+=', '-=', '=', ':='];

export const operatorAt = (text: string, at: number): Operator | undefined =>
  OPERATORS.find((operator) => text.startsWith(operator, at));

/** A value with its quotes, or what is wrong with it; `udev_rule_parse_value()`. */
function readValue(text: string, start: number, version: number): Expression['value'] | string {
  const prefix = prefixAt(text, start, version);
  if (prefix === undefined) return noValue(text, start, version);
  const inner = start + prefix.length + 1;
  const isEscaped = prefix.includes('e');
  const close = closingQuote(text, inner, isEscaped);
  if (close === undefined) return 'This quote is not closed';
  const raw = text.slice(inner, close);
  const unescaped = isEscaped ? withoutEscapes(raw, version) : raw.replaceAll('\\"', '"');
  if (unescaped === undefined) return 'There is a backslash in this value that begins no escape of C';
  return { start, end: close + 1, inner, text: unescaped, isEscaped, ignoresCase: prefix.includes('i') };
}

/** `e` for escapes, and `i` for letters of either case, in front of the quote; undefined where there is no such value. */
function prefixAt(text: string, start: number, version: number): string | undefined {
  const quote = text.indexOf('"', start);
  if (quote < 0 || quote > start + 2) return undefined;
  const prefix = text.slice(start, quote);
  const known = since(version, CASELESS) ? ['', 'e', 'i', 'ei', 'ie'] : ['', 'e'];
  return known.includes(prefix) ? prefix : undefined;
}

function noValue(text: string, start: number, version: number): string {
  if (start >= text.length) return 'There is no value behind this operator';
  if (text[start] === "'") return 'Values stand in double quotes, not in single ones';
  if (/^(?:i|ei|ie)"/.test(text.slice(start, start + 3)) && !since(version, CASELESS))
    return `The prefix "i" came with systemd ${releaseOf(CASELESS)}`;
  return 'Values stand in double quotes';
}

/** Without `e`, a backslash counts before a quote alone. */
function closingQuote(text: string, inner: number, isEscaped: boolean): number | undefined {
  for (let at = inner; at < text.length; at++) {
    if (text[at] === '"') return at;
    if (text[at] === '\\' && (isEscaped || text[at + 1] === '"')) at++;
  }
  return undefined;
}

function withoutEscapes(raw: string, version: number): string | undefined {
  let decoded = '';
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] !== '\\') {
      decoded += raw[at]!;
      continue;
    }
    const found = escapeAt(raw, at + 1, version);
    if (!found) return undefined;
    decoded += found.text;
    at += found.length;
  }
  return decoded;
}
