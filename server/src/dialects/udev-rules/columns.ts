import type { Column, ManualPlace } from '../../engine/lines/line-dialect.ts';
import type { Candidate } from '../../values/value-type.ts';
import { inRelease, type LineFact } from '../lines/facts.ts';
import { isMatch, keys, operatorsOf } from './keys.ts';
import { attributeOffers, valueOffers } from './offers.ts';
import { ASSIGNMENTS, MATCHES, OPERATORS_MEAN, SUBSTITUTIONS_MEAN } from './purposes.ts';
import type { Operator } from './read-rule.ts';
import { substitutions } from './substitutions.ts';

const PAGE = 'udev(7)';

/** What an expression is at a place, as far as it is written. */
export interface Written {
  readonly key: string;
  readonly attribute: string;
  readonly operator: Operator | undefined;
}

/** How the manual writes keys that take something in braces. */
const TERMS: Readonly<Record<string, string>> = {
  ATTRS: 'ATTRS{filename}',
  SYSCTL: 'SYSCTL{kernel parameter}',
  ENV: 'ENV{key}',
  CONST: 'CONST{key}',
  TEST: 'TEST{octal mode mask}',
  SECLABEL: 'SECLABEL{module}',
  RUN: 'RUN{type}',
  IMPORT: 'IMPORT{type}',
};

/** What can be compared is told first; what can be assigned as well is told a second time. */
export function manualOfKey(key: string, operator: Operator | undefined): ManualPlace {
  const isAssigned = operator !== undefined && !isMatch(operator);
  if (key === 'ATTR') return { page: PAGE, term: isAssigned ? 'ATTR{key}' : 'ATTR{filename}' };
  return { page: PAGE, term: TERMS[key] ?? key, which: isAssigned ? 'last' : 'first', heading: 'Keys' };
}

/** What a key is for, as it is used. */
export function purposeOfKey({ key, operator }: Pick<Written, 'key' | 'operator'>): string | undefined {
  const [compared, assigned] = [MATCHES[key], ASSIGNMENTS[key]];
  if (operator === undefined) return compared ?? assigned;
  return isMatch(operator) ? compared : (assigned ?? compared);
}

/** The keys; where nothing follows they bring operator and quotes, as they are mostly used. */
export function keyColumn({ isAlone, version }: { readonly isAlone: boolean; readonly version: number }): Column {
  return {
    name: 'key',
    label: 'Key',
    purpose: 'What is compared, set or done.',
    offers: [...keys.values()].flatMap((fact) => keyOffers(fact, isAlone, version)),
    manualOf: (label) =>
      manualOfKey(/^[A-Z]+/.exec(label)?.[0] ?? '', label.endsWith('=') && !label.endsWith('==') ? '=' : '=='),
    ...(isAlone && { continues: true }),
  };
}

/** Keys that can be compared and set stand there twice. */
function keyOffers(fact: LineFact, isAlone: boolean, version: number): Candidate[] {
  const { name } = fact;
  const detail = MATCHES[name] ?? ASSIGNMENTS[name] ?? '';
  if (!isAlone) return [{ label: name, kind: 'keyword', detail }];
  const operators = operatorsOf(fact, version);
  const set = operators.includes('+=') && ['SYMLINK', 'TAG', 'RUN', 'OPTIONS'].includes(name) ? '+=' : '=';
  const used: Operator[] = [
    ...(operators.includes('==') && name !== 'PROGRAM' && name !== 'IMPORT' ? (['=='] as const) : []),
    ...(operators.includes('=') ? [set as Operator] : []),
  ];
  return used.map((operator) => ({
    label: `${name}${operator}`,
    kind: 'keyword',
    filter: name,
    detail: purposeOfKey({ key: name, operator }) ?? detail,
    insert: `${name}${fact.argument === 'required' ? '{$1}' : ''}${operator}"${fact.argument === 'required' ? '$2' : '$1'}"$0`,
    isSnippet: true,
  }));
}

export function operatorColumn({ key }: Written, version: number): Column {
  const fact = keys.get(key);
  const offered = fact ? operatorsOf(fact, version) : (Object.keys(OPERATORS_MEAN) as Operator[]);
  return {
    name: 'operator',
    label: 'Operator',
    purpose: 'How key and value go together.',
    offers: offered.map((label) => ({ label, kind: 'keyword', detail: OPERATORS_MEAN[label] ?? '' })),
    manualOf: (label) => ({ page: PAGE, term: label, heading: 'Operators' }),
  };
}

export function attributeColumn({ key, operator }: Written, version: number): Column {
  return {
    name: 'attribute',
    label: key,
    purpose: purposeOfKey({ key, operator }) ?? 'What the key is of.',
    manual: manualOfKey(key, operator),
    offers: attributeOffers(key, version, operator === undefined || isMatch(operator)),
  };
}

/** Properties whose values are names of units; systemd.device(5). */
export const UNIT_PROPERTIES: readonly string[] = ['SYSTEMD_WANTS', 'SYSTEMD_USER_WANTS'];

export function valueColumn(written: Written, version: number): Column {
  const { key, attribute, operator } = written;
  const common: Column = {
    name: 'value',
    label: attribute === '' ? key : `${key}{${attribute}}`,
    purpose: purposeOfKey(written) ?? 'The value.',
    manual: manualOfKey(key, operator),
    offers: valueOffers(key, attribute, version),
    ...(key === 'OPTIONS' && {
      manualOf: (label: string) => ({ page: PAGE, term: /^[^=]+/.exec(label)?.[0] ?? label, heading: 'Keys' }),
    }),
  };
  if (key === 'OWNER') return { ...common, sources: ['user'] };
  if (key === 'GROUP') return { ...common, sources: ['group'] };
  if (key === 'GOTO') return { ...common, names: 'defined' };
  if (key === 'LABEL') return { ...common, names: 'used' };
  if (key === 'ENV' && UNIT_PROPERTIES.includes(attribute)) return { ...common, sources: ['unit'] };
  if (['RUN', 'PROGRAM', 'TEST', 'IMPORT'].includes(key) && attribute !== 'builtin')
    return { ...common, sources: ['path'] };
  return common;
}

/** What is replaced, as `$name` or `%k`. */
export function substitutionColumn(sign: '$' | '%', version: number): Column {
  const offers = inRelease(substitutions, version)
    .filter(({ traits }) => !traits.includes('deprecated'))
    .map(({ name, argument, traits }): Candidate => {
      const label = sign === '$' ? `$${name}` : `%${argument}`;
      const needsBraces = traits.includes('attribute');
      return {
        label,
        kind: 'specifier',
        detail: SUBSTITUTIONS_MEAN[name] ?? '',
        insert: needsBraces ? `${label.replace('$', '\\$')}{$1}` : label,
        isSnippet: needsBraces,
      };
    });
  return {
    name: 'substitution',
    label: 'Substitution',
    purpose: 'What is replaced when a device comes.',
    offers: [...offers, { label: sign + sign, kind: 'specifier', detail: `the character ${sign}` }],
    manualOf: manualOfSubstitution,
  };
}

const BRACED: Readonly<Record<string, string>> = {
  $attr: '$attr{file}',
  '%s': '%s{file}',
  $env: '$env{key}',
  '%E': '%E{key}',
};

export const manualOfSubstitution = (label: string): ManualPlace => ({ page: PAGE, term: BRACED[label] ?? label });
