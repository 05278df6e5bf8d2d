import type { LineProblem } from '../../engine/lines/line-dialect.ts';
import { nearest } from '../../text/edit-distance.ts';
import { listWords } from '../../text/list-words.ts';
import { parseMode } from '../../values/basic/mode.ts';
import { inRelease, type LineFact } from '../lines/facts.ts';
import { ignoredPart, quotedText, refusedLine } from '../lines/problems.ts';
import { DROPS } from './drops.ts';
import { constants, importTypes, isFixedProperty, isMatch, keys, operatorsOf, runTypes, takes } from './keys.ts';
import type { Expression, Operator } from './read-rule.ts';
import { checkValue } from './values.ts';

/** What keys of old are called today. */
const RENAMED: Readonly<Record<string, string>> = {
  BUS: 'SUBSYSTEMS',
  ID: 'KERNELS',
  SYSFS: 'ATTRS',
  PLACE: 'KERNELS',
  MODALIAS: 'ENV{MODALIAS}',
};

/** What udev says of an expression by itself; `parse_token()` of src/udev/udev-rules.c. Offsets count in the joined rule. */
export function checkExpression(expression: Expression, version: number): LineProblem[] {
  const key = keys.get(expression.key.text);
  if (!key) return [unknownKey(expression)];
  const fault = prefixFault(expression) ?? attributeFault(expression, key, version);
  if (fault) return [fault];
  const ofOperator = checkOperator(expression, key, version);
  if (ofOperator.some(({ severity }) => severity === 'error')) return ofOperator;
  return [...ofOperator, ...checkValue(expression, version)];
}

function unknownKey({ key }: Expression): LineProblem {
  const renamed = RENAMED[key.text];
  const meant = renamed ?? nearest(key.text, keys.keys());
  const end = renamed ? ` It is called ${renamed} today.` : meant ? ` Did you mean ${quotedText(meant)}?` : '';
  const fix = meant &&
    !meant.includes('{') && [{ title: `Change to ${meant}`, edits: [{ ...spanOf(key), text: meant }] }];
  return refusedLine(key, `Unknown key ${quotedText(key.text)}; ${DROPS}.${end}`, fix ? { fixes: fix } : {});
}

const spanOf = ({ start, end }: { start: number; end: number }) => ({ start, end });

/** `i` compares letters of either case, so there has to be a comparison. */
function prefixFault({ key, operator, value }: Expression): LineProblem | undefined {
  if (!value.ignoresCase) return undefined;
  const start = { start: value.start, end: value.inner - 1 };
  if (!isMatch(operator.text))
    return refusedLine(start, `The prefix "i" stands before values that are compared, behind "==" and "!="; ${DROPS}.`);
  if (!['TEST', 'PROGRAM', 'IMPORT'].includes(key.text)) return undefined;
  return refusedLine(start, `${key.text} does not take the prefix "i"; ${DROPS}.`);
}

/** What stands in braces. */
function attributeFault(expression: Expression, key: LineFact, version: number): LineProblem | undefined {
  const { attribute } = expression;
  const name = key.name;
  if (key.argument === 'none') {
    if (!attribute) return undefined;
    const braces = { start: attribute.start - 1, end: attribute.end + 1 };
    return refusedLine(braces, `${name} does not take anything in braces; ${DROPS}.`, {
      fixes: [{ title: 'Remove the braces', edits: [{ ...braces, text: '' }] }],
    });
  }
  if (key.argument === 'required' && !attribute?.text)
    return refusedLine(
      expression.key,
      `${name} needs ${NEEDS[name]} in braces behind it, as ${EXAMPLES[name]}; ${DROPS}.`,
    );
  return attribute && wrongAttribute(expression, { text: attribute.text, ...spanOf(attribute) }, version);
}

const NEEDS: Readonly<Record<string, string>> = {
  ATTR: 'the name of an attribute',
  ATTRS: 'the name of an attribute',
  SYSCTL: 'the name of a kernel parameter',
  ENV: 'the name of a property',
  CONST: 'the name of a constant',
  IMPORT: 'a type',
  SECLABEL: 'the name of a security module',
};

const EXAMPLES: Readonly<Record<string, string>> = {
  ATTR: 'ATTR{size}',
  ATTRS: 'ATTRS{idVendor}',
  SYSCTL: 'SYSCTL{net/ipv4/ip_forward}',
  ENV: 'ENV{ID_PATH}',
  CONST: 'CONST{virt}',
  IMPORT: 'IMPORT{program}',
  SECLABEL: 'SECLABEL{selinux}',
};

type Attribute = NonNullable<Expression['attribute']>;

function wrongAttribute({ key, operator }: Expression, attribute: Attribute, version: number): LineProblem | undefined {
  const { text } = attribute;
  switch (key.text) {
    case 'CONST':
      return notOneOf(attribute, 'a constant', inRelease(constants, version));
    case 'IMPORT':
      return notOneOf(attribute, 'a type of IMPORT', inRelease(importTypes, version));
    case 'RUN':
      return notOneOf(attribute, 'a type of RUN', inRelease(runTypes, version));
    case 'TEST':
      return text === '' || typeof parseMode(text) === 'number'
        ? undefined
        : refusedLine(attribute, `${quotedText(text)} is not an access mode; ${DROPS}. Write octal digits, like 0644.`);
    case 'ENV':
      return isMatch(operator.text) || !isFixedProperty(text, version)
        ? undefined
        : refusedLine(
            attribute,
            `The property ${quotedText(text)} comes from the kernel or from udev itself and cannot be set; ${DROPS}.`,
          );
    default:
      return undefined;
  }
}

function notOneOf(attribute: Attribute, what: string, known: readonly LineFact[]): LineProblem | undefined {
  const names = known.map(({ name }) => name);
  if (names.includes(attribute.text)) return undefined;
  const meant = nearest(attribute.text, names);
  const fixes = meant ? [{ title: `Change to ${meant}`, edits: [{ ...spanOf(attribute), text: meant }] }] : undefined;
  const said = `${quotedText(attribute.text)} is not ${what}; ${DROPS}. Write ${listWords(names)}.`;
  return refusedLine(attribute, said, fixes ? { fixes } : {});
}

function checkOperator({ key, operator, value }: Expression, fact: LineFact, version: number): LineProblem[] {
  const how = takes(fact, operator.text, version);
  if (how === 'yes') return [];
  const known = operatorsOf(fact, version);
  const list = listWords(
    known.map((each) => `"${each}"`),
    'and',
  );
  if (how === 'as =') {
    const fixes = [{ title: 'Change to =', edits: [{ ...spanOf(operator), text: '=' }], preferred: true }];
    return [
      ignoredPart(operator, `${key.text} takes ${list}; udev reads this "${operator.text}" as "=". Write "=".`, {
        fixes,
      }),
    ];
  }
  const instead = replacement(operator.text, known);
  const fixes = instead
    ? [{ title: `Change to ${instead}`, edits: [{ ...spanOf(operator), text: instead }] }]
    : undefined;
  const example = instead
    ? ` Write ${key.text}${fact.argument === 'required' ? '{…}' : ''}${instead}"${shortened(value.text)}".`
    : '';
  const said = `${key.text} takes ${list}, not "${operator.text}"; ${DROPS}.${example}`;
  return [refusedLine(operator, said, fixes ? { fixes } : {})];
}

const shortened = (text: string): string => (text.length > 20 || /["\\\n]/.test(text) ? '…' : text);

/** The operator that was likely meant: the other of `=` and `==`. */
function replacement(operator: Operator, known: readonly string[]): string | undefined {
  if (isMatch(operator)) return operator === '==' && known.includes('=') ? '=' : undefined;
  return known.includes('=') ? '=' : known.includes('==') && operator !== '-=' ? '==' : undefined;
}
