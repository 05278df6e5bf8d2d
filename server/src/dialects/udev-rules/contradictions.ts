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
  const duplicate = firstAlike(tokens, isDuplicate);
  const conflict = firstAlike(tokens, isContrary) ?? firstExclusive(tokens, version);
  const severity: Severity = since(version, 'udevadm verifies rules') ? 'warning' : 'info';
  return [
    ...(duplicate ? [{ ...duplicateProblem(duplicate), severity }] : []),
    ...(conflict ? [{ ...conflictProblem(conflict), severity }] : []),
  ];
}

type Pair = readonly [Token, Token];

/** Two that are alike in all but, perhaps, the operator. */
function firstAlike(tokens: readonly Token[], isOne: (a: Token, b: Token) => boolean): Pair | undefined {
  const known = new Map<string, Token[]>();
  for (const token of tokens) {
    const id = identityOf(token);
    const alike = known.get(id) ?? [];
    const other = alike.find((each) => isOne(each, token));
    if (other) return [other, token];
    // One for each operator is enough.
    if (!alike.some(({ operator }) => operator === token.operator)) known.set(id, [...alike, token]);
  }
  return undefined;
}

/** What a token is beside its operator. Where values do not matter, it does not have any. */
function identityOf({ type, data, comparison, flags, values }: Token): string {
  const isAny = (comparison === 'nothing' || comparison === 'subsystem') && flags === '';
  const sorted = comparison === undefined || isAny ? values : [...new Set(values)].sort();
  return [type, data, comparison ?? '', flags, ...(isAny ? [] : sorted)].join('\0');
}

const isDuplicate = (a: Token, b: Token): boolean => a.operator === b.operator;

/** A value that is the same and not the same. */
const isContrary = (a: Token, b: Token): boolean => a.comparison !== undefined && a.operator !== b.operator;

/** Two values that cannot be the same, of tokens that are compared with the same thing. */
function firstExclusive(tokens: readonly Token[], version: number): Pair | undefined {
  const byType = new Map<string, Map<string, Token>>();
  for (const token of tokens) {
    if (token.operator !== '==' || token.comparison === undefined) continue;
    const type = `${token.type}\0${token.data}`;
    const alike = byType.get(type) ?? new Map<string, Token>();
    for (const other of alike.values()) if (excludes(other, token, version)) return [other, token];
    byType.set(type, alike.set(identityOf(token), token));
  }
  return undefined;
}

const ONCE = ['TEST==', 'PROGRAM=='];

/** Two texts, or two patterns that begin otherwise, where both have to hold. */
function excludes(a: Token, b: Token, version: number): boolean {
  if (a.comparison !== b.comparison || a.flags !== b.flags) return false;
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
