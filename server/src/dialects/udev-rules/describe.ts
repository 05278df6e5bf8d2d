import type { LineContext, LinePlace, ManualPlace, ReadLine } from '../../engine/lines/line-dialect.ts';
import { listWords } from '../../text/list-words.ts';
import { codeSpan } from '../../text/markdown.ts';
import { formatMode, parseMode } from '../../values/basic/mode.ts';
import { manualOfKey, manualOfSubstitution, purposeOfKey } from './columns.ts';
import { builtinOf, isMatch } from './keys.ts';
import { BUILTINS_MEAN, OPERATORS_MEAN, OPTIONS_MEAN, SUBSTITUTIONS_MEAN, TYPES_MEAN } from './purposes.ts';
import type { Operator } from './read-rule.ts';
import { readSubstitutions } from './substitutions.ts';

interface ExpressionAround {
  readonly key: string;
  readonly attribute: string;
  readonly operator: Operator | undefined;
}

/** The expression that a field belongs to: it begins with the key before it, and the operator is the next one behind that. */
function expressionAround({ content: { fields } }: ReadLine, { field }: LinePlace): ExpressionAround {
  let at = field ? fields.indexOf(field) : 0;
  while (at > 0 && fields[at]!.name !== 'key') at--;
  const next = fields[at + 1];
  const operator = next?.name === 'attribute' ? fields[at + 2] : next;
  return {
    key: fields[at]?.text ?? '',
    attribute: next?.name === 'attribute' ? next.text : '',
    operator: operator?.text as Operator | undefined,
  };
}

/** What the part at a place says, in words. */
export function describe(place: LinePlace, line: ReadLine, _context: LineContext): string | undefined {
  const { field } = place;
  if (!field) return undefined;
  const expression = expressionAround(line, place);
  const purpose = purposeOfKey(expression);
  switch (field.name) {
    case 'key':
      return purpose && `${purpose}.`;
    case 'attribute':
      return describeAttribute(expression.key, field.text) ?? (purpose && `${purpose}.`);
    case 'operator':
      return OPERATORS_MEAN[field.text] && sentence(OPERATORS_MEAN[field.text]!);
    case 'substitution':
      return describeSubstitution(field.text);
    default:
      return (
        [describeValue(expression, field.text), purpose && `${purpose}.`].filter(Boolean).join('\n\n') || undefined
      );
  }
}

const sentence = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}.`;

const describeAttribute = (key: string, text: string): string | undefined =>
  (key === 'IMPORT' || key === 'RUN') && TYPES_MEAN[text] ? sentence(TYPES_MEAN[text]!) : undefined;

function describeSubstitution(text: string): string | undefined {
  const [first] = readSubstitutions(text).found;
  const meaning = first && SUBSTITUTIONS_MEAN[first.fact.name];
  if (!meaning) return undefined;
  return first.attribute === undefined ? sentence(meaning) : `${sentence(meaning)} Here ${codeSpan(first.attribute)}.`;
}

function describeValue({ key, attribute, operator }: ExpressionAround, text: string): string | undefined {
  if (key === 'MODE') {
    const mode = parseMode(text);
    return typeof mode === 'number' ? `\`${formatMode(mode)}\`` : undefined;
  }
  if (key === 'OPTIONS') return meaning(OPTIONS_MEAN, /^[^=]*/.exec(text)![0]);
  if (attribute === 'builtin') return meaning(BUILTINS_MEAN, builtinOf(text));
  if (operator === undefined || !isMatch(operator) || ['TEST', 'PROGRAM', 'IMPORT'].includes(key)) return undefined;
  if (text === '?*') return operator === '==' ? 'Anything but nothing.' : 'Nothing.';
  const alternatives = [...new Set(text.split('|'))].map((each) => (each === '' ? 'nothing' : codeSpan(each)));
  return alternatives.length > 1 ? `One of ${listWords(alternatives)}.` : undefined;
}

const meaning = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  table[name] ? sentence(table[name]!) : undefined;

export function manualOf(place: LinePlace, line: ReadLine): ManualPlace | undefined {
  const { field } = place;
  if (!field) return undefined;
  const { key, operator } = expressionAround(line, place);
  if (field.name === 'operator') return { page: 'udev(7)', term: field.text, heading: 'Operators' };
  if (field.name === 'substitution')
    return manualOfSubstitution(/^(?:\$[a-z]+|%\w)/.exec(field.text)?.[0] ?? field.text);
  if (field.name === 'value' && key === 'OPTIONS') return { page: 'udev(7)', term: /^[^=]*/.exec(field.text)![0] };
  return manualOfKey(key, operator);
}
