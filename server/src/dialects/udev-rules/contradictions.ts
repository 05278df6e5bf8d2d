import type { LineProblem } from '../../engine/lines/line-dialect.ts';
import { since } from '../../values/changes.ts';
import type { Severity } from '../../values/value-type.ts';
import { LINE_RULES } from '../lines/problems.ts';
import type { Token } from './tokens.ts';

/**
 * Expressions of a rule that say the same, or the contrary of each other: the first pair of each kind, as udevadm verify tells it.
 * `udev_check_conflicts_duplicates()` of src/udev/udev-rules.c. Releases without it are told for information.
 */
export function contradictions(tokens: readonly Token[], version: number): LineProblem[] {
  const duplicate = firstPair(tokens, isDuplicate);
  const conflict = firstPair(tokens, (a, b) => isConflict(a, b, version));
  const severity: Severity = since(version, 'udevadm verifies rules') ? 'warning' : 'info';
  return [
    ...(duplicate ? [{ ...duplicateProblem(duplicate), severity }] : []),
    ...(conflict ? [{ ...conflictProblem(conflict), severity }] : []),
  ];
}

type Pair = readonly [Token, Token];

/** Only tokens of one type go together, so that a long rule is looked at by type. */
function firstPair(tokens: readonly Token[], isOne: (a: Token, b: Token) => boolean): Pair | undefined {
  const byType = new Map<string, Token[]>();
  for (const token of tokens) {
    const id = `${token.type}\0${token.data}`;
    const alike = byType.get(id);
    const other = alike?.find((each) => isOne(each, token));
    if (other) return [other, token];
    if (alike) alike.push(token);
    else byType.set(id, [token]);
  }
  return undefined;
}

const isDuplicate = (a: Token, b: Token): boolean => a.operator === b.operator && isSame(a, b);

/** A value that is the same and not the same, or two values that cannot be the same. */
function isConflict(a: Token, b: Token, version: number): boolean {
  if (a.comparison === undefined || b.comparison === undefined) return false;
  return a.operator === b.operator ? excludes(a, b, version) : isSame(a, b);
}

/** How values are compared where it does not matter which they are. */
const WITHOUT_VALUES: readonly Token['comparison'][] = ['nothing', 'subsystem'];

function isSame(a: Token, b: Token): boolean {
  if (a.comparison !== b.comparison || a.flags !== b.flags) return false;
  if (WITHOUT_VALUES.includes(a.comparison) && a.flags === '') return true;
  if (a.comparison === undefined) return a.values[0] === b.values[0];
  const [first, second] = [new Set(a.values), new Set(b.values)];
  return first.size === second.size && a.values.every((value) => second.has(value));
}

const ONCE = ['TEST==', 'PROGRAM=='];

/** Two texts, or two patterns that begin otherwise, where both have to hold. */
function excludes(a: Token, b: Token, version: number): boolean {
  if (a.operator !== '==' || a.comparison !== b.comparison || a.flags !== b.flags) return false;
  if (a.flags !== '' && since(version, 'attributes of rules are not compared with each other')) return false;
  if (ONCE.includes(a.type) || a.type.startsWith('IMPORT')) return false;
  if (a.comparison === 'text') {
    const known = new Set(a.values);
    return !b.values.some((value) => known.has(value));
  }
  return (
    a.comparison === 'pattern' && a.values.every((value) => b.values.every((other) => beginOtherwise(value, other)))
  );
}

/** What stands before the first special character differs. */
function beginOtherwise(a: string, b: string): boolean {
  const [first, second] = [a, b].map((pattern) => /^[^*?[]*/.exec(pattern)![0]);
  if (first === '' || second === '') return false;
  const length = Math.min(first!.length, second!.length);
  return first!.slice(0, length) !== second!.slice(0, length);
}

const written = ({ expression: { key, attribute } }: Token): string =>
  `${key.text}${attribute ? `{${attribute.text}}` : ''}`;

const spanOf = ({ expression: { start, end } }: Token) => ({ start, end });

const duplicateProblem = ([, token]: Pair): Omit<LineProblem, 'severity'> => ({
  ...spanOf(token),
  rule: LINE_RULES.vain,
  message: `This rule says twice the same of ${written(token)}; once is enough.`,
  tag: 'unnecessary',
});

const conflictProblem = ([, token]: Pair): Omit<LineProblem, 'severity'> => ({
  ...spanOf(token),
  rule: LINE_RULES.vain,
  message: `This contradicts what the rule says of ${written(token)} before, so the rule never does anything. All conditions of a rule have to hold; alternatives stand in one value, as in "sda|sdb".`,
});
