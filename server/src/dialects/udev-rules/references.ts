import type { LineContext, LineReference, LineSymbol, ReadLine } from '../../engine/lines/line-dialect.ts';
import { parseUnitName } from '../../schema/unit-name.ts';
import type { Span } from '../../text/span.ts';
import { since } from '../../values/changes.ts';
import { UNIT_PROPERTIES } from './columns.ts';
import { DROPS } from './drops.ts';
import { isMatch } from './keys.ts';
import { type Expression, inSource, readRule } from './read-rule.ts';
import { isAccountName } from './values.ts';

/** Units that a device pulls in, accounts that own its node, programs and files. */
export function references({ text }: ReadLine, { version }: LineContext): LineReference[] {
  const rule = readRule(text, version);
  return rule.expressions.flatMap((expression) =>
    ofExpression(expression, version).map((found) => ({ ...found, ...inSource(rule, found) })),
  );
}

function ofExpression(expression: Expression, version: number): LineReference[] {
  const { key, attribute, operator, value } = expression;
  // Escapes move what stands behind them.
  if (value.end - 1 - value.inner !== value.text.length) return [];
  const whole: Span = { start: value.inner, end: value.end - 1 };
  switch (key.text) {
    case 'OWNER':
    case 'GROUP': {
      if (isMatch(operator.text) || value.text === '' || !isAccountName(value.text)) return [];
      const without = since(version, 'an owner that is not there costs the rule') ? DROPS : 'udev ignores it';
      return [{ ...whole, type: key.text === 'OWNER' ? 'user' : 'group', target: value.text, without }];
    }
    case 'ENV':
      return UNIT_PROPERTIES.includes(attribute?.text ?? '') ? unitsIn(value.text, whole.start) : [];
    case 'RUN':
    case 'PROGRAM':
    case 'IMPORT':
    case 'TEST': {
      const [path] = /^\/[^ $%]*(?= |$)/.exec(value.text) ?? [];
      return path ? [{ start: whole.start, end: whole.start + path.length, type: 'path', target: path }] : [];
    }
    default:
      return [];
  }
}

/** Names of units between blanks; where an instance is replaced its template. */
function unitsIn(text: string, start: number): LineReference[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }): LineReference[] => {
    const target = /[$%]/.test(word) ? templateOf(word) : word;
    if (target === undefined || !parseUnitName(target)) return [];
    return [{ start: start + index, end: start + index + word.length, type: 'unit', target }];
  });
}

/** `web@%k.service` is an instance of `web@.service`. */
function templateOf(word: string): string | undefined {
  const at = word.indexOf('@');
  const dot = word.lastIndexOf('.');
  const [name, suffix] = [word.slice(0, at + 1), word.slice(dot)];
  return at > 0 && dot > at && !/[$%]/.test(name + suffix) ? name + suffix : undefined;
}

/** Labels by their names; rules by what is compared first, and what they do. */
export function symbol({ text }: ReadLine, { version }: LineContext): LineSymbol | undefined {
  const { expressions } = readRule(text, version);
  const label = expressions.find(({ key }) => key.text === 'LABEL');
  if (label) return { name: label.value.text, detail: 'LABEL' };
  const written = ({ key, attribute, operator, value }: Expression): string =>
    `${key.text}${attribute ? `{${attribute.text}}` : ''}${operator.text}${value.text}`;
  const conditions = expressions.filter(({ operator }) => isMatch(operator.text));
  const done = expressions.filter(({ operator }) => !isMatch(operator.text));
  const [first, ...rest] = conditions.length > 0 ? [conditions, done] : [done];
  const name = (first ?? []).map(written).join(', ');
  return name === '' ? undefined : { name: shortened(name), detail: shortened(rest.flat().map(written).join(', ')) };
}

const LONGEST = 80;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
