import { parseMode } from '../../values/basic/mode.ts';
import { builtinOf, builtins, isMatch, keys } from './keys.ts';
import type { Expression, Operator } from './read-rule.ts';
import { logLevel } from './values.ts';

/** How the value of a comparison is compared; undefined for what is assigned or done. */
type Comparison = 'nothing' | 'text' | 'text or nothing' | 'pattern' | 'pattern or nothing' | 'subsystem';

/**
 * An expression as udev keeps it: two that are alike are the same `type` with the same `data`. What is written may differ: `"?*"` with `==`
 * is kept as `""` with `!=`. `rule_line_add_token()` of src/udev/udev-rules.c.
 */
export interface Token {
  readonly expression: Expression;
  readonly type: string;
  readonly operator: Operator;
  readonly comparison: Comparison | undefined;
  /** Flags of the comparison that make it another one. */
  readonly flags: string;
  /** What is compared or assigned: alternatives where it may have some. */
  readonly values: readonly string[];
  readonly data: string;
}

/** The token of an expression that udev takes; undefined for jumps and their labels. */
export function tokenOf(expression: Expression): Token | undefined {
  const { key, operator } = expression;
  const fact = keys.get(key.text);
  if (!fact || key.text === 'GOTO' || key.text === 'LABEL') return undefined;
  const isDone = key.text === 'PROGRAM' || key.text === 'IMPORT';
  if (isMatch(operator.text) || isDone) return comparing(expression);
  const kept =
    fact.traits.includes(`?${operator.text}`) || (key.text === 'OPTIONS' && operator.text === '+=')
      ? '='
      : operator.text;
  return { expression, operator: kept, comparison: undefined, flags: '', ...assigned(expression) };
}

function comparing(expression: Expression): Token {
  const { key, attribute, operator, value } = expression;
  const written = isMatch(operator.text) ? operator.text : '==';
  const isSomething = value.text === '?*' && !isSubsystem(expression);
  const { type, data } = comparedType(expression);
  const hasAlternatives = !['TEST', 'PROGRAM', 'IMPORT'].includes(key.text);
  return {
    expression,
    type,
    data: attribute && key.text === 'TEST' ? String(parseMode(attribute.text)) : data,
    operator: isSomething ? (written === '==' ? '!=' : '==') : written,
    comparison: comparisonOf(expression, hasAlternatives),
    flags: flagsOf(expression),
    values: hasAlternatives ? value.text.split('|').filter((each) => each !== '') : [value.text],
  };
}

const isSubsystem = ({ key, value }: Expression): boolean =>
  key.text === 'SUBSYSTEM' && ['subsystem', 'bus', 'class'].includes(value.text);

function comparisonOf(expression: Expression, hasAlternatives: boolean): Comparison {
  const { text } = expression.value;
  if (isSubsystem(expression)) return 'subsystem';
  if (text === '' || text === '?*') return 'nothing';
  const isPattern = /[*?[]/.test(text);
  const takesNothing = hasAlternatives && (text.startsWith('|') || text.endsWith('|') || text.includes('||'));
  if (isPattern) return takesNothing ? 'pattern or nothing' : 'pattern';
  return takesNothing ? 'text or nothing' : 'text';
}

/** Blanks at the end of an attribute count where the value has some. */
function flagsOf({ key, value }: Expression): string {
  const isTrimmed = (key.text === 'ATTR' || key.text === 'ATTRS') && /[^ \t\n\v\f\r]$/.test(value.text);
  return `${isTrimmed ? 't' : ''}${value.ignoresCase ? 'i' : ''}`;
}

function comparedType({ key, attribute, value }: Expression): { type: string; data: string } {
  if (key.text !== 'IMPORT') return { type: `${key.text}==`, data: attribute?.text ?? '' };
  const type = attribute?.text ?? '';
  const builtin = builtinOf(value.text);
  const isBuiltin = type === 'builtin' || (type === 'program' && builtins.has(builtin));
  return isBuiltin ? { type: 'IMPORT{builtin}', data: builtin } : { type: `IMPORT{${type}}`, data: '' };
}

type Assigned = Pick<Token, 'type' | 'values' | 'data'>;

function assigned({ key, attribute, value }: Expression): Assigned {
  const { text } = value;
  switch (key.text) {
    case 'OPTIONS':
      return option(text);
    case 'MODE': {
      const mode = parseMode(text);
      return typeof mode === 'number' && text !== ''
        ? { type: 'MODE by number', values: [], data: String(mode) }
        : { type: 'MODE=', values: [text], data: '' };
    }
    case 'RUN': {
      const isBuiltin = attribute?.text === 'builtin';
      return { type: isBuiltin ? 'RUN{builtin}' : 'RUN', values: [text], data: isBuiltin ? builtinOf(text) : '' };
    }
    default:
      return { type: `${key.text}=`, values: [text], data: attribute?.text ?? '' };
  }
}

function option(text: string): Assigned {
  const equals = text.indexOf('=');
  const [name, given] = equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
  switch (name) {
    case 'watch':
    case 'nowatch':
      return { type: 'watch', values: [], data: name };
    case 'link_priority':
      return { type: name, values: [], data: String(Number(given)) };
    case 'log_level':
      return { type: name, values: [], data: String(logLevel(given) ?? -1) };
    case 'static_node':
      return { type: name, values: [given], data: '' };
    case 'dump':
    case 'dump-json':
      return { type: 'dump', values: [], data: name };
    default:
      return { type: text, values: [], data: '' };
  }
}
