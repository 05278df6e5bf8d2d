import { parseBoolean } from '../boolean.ts';
import { type Located, locatedText, partOf } from '../located.ts';
import { pathFault } from '../paths/path-fault.ts';
import { completePath, pathReferences } from '../paths/path-help.ts';
import { faultAt, nameOf, quoted } from '../problem.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { Candidate, Directive, ValueType } from '../value-type.ts';
import { conditionKey, conditionSignature, describeCondition, MARKS } from './clauses.ts';
import { conditionItems, hopeless, sourcesOf, suggestedItems } from './condition-words.ts';

/** The part of a condition after its prefixes. */
const afterMarks = (text: string): Located => partOf(locatedText(text), MARKS.exec(text)![0].length);

const MARK_ITEMS: readonly Candidate[] = [
  { label: '!', kind: 'prefix', detail: 'negates the condition' },
  { label: '|', kind: 'prefix', detail: 'one of these has to hold' },
];

/** Conditions are one list, and assertions another. */
const listOf = ({ key }: Directive): RegExp => (key.startsWith('Assert') ? /^Assert/ : /^Condition/);

/** ConditionPathExists= and all others about paths. Empty resets all conditions of the unit. */
export const conditionPath: ValueType = {
  parsers: ['config_parse_unit_condition_path'],
  repeats: 'extends',
  emptyClears: listOf,
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const resolved = resolve(afterMarks(text), context, { consequence: 'ignored', limit: PATH_LIMIT });
    const problem = resolved.problem ?? pathFault(resolved.value, context, { consequence: 'ignored' });
    return problem ? [problem] : [];
  },
  references: (text, context) =>
    context.directive.key.endsWith('Glob') ? [] : pathReferences([afterMarks(text)], context),
  complete(text, offset) {
    const paths = completePath(text, offset);
    return text === '' ? { ...paths, items: MARK_ITEMS } : paths;
  },
  describe: describeCondition,
  signature: () => conditionSignature,
};

/** All other conditions: systemd looks at the text only when it starts the unit. */
export const conditionText: ValueType = {
  parsers: ['config_parse_unit_condition_string'],
  repeats: 'extends',
  emptyClears: listOf,
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const resolved = resolve(afterMarks(text), context, { consequence: 'ignored' });
    if (resolved.problem) return [resolved.problem];
    const advice = text.includes('%') ? undefined : hopeless(resolved.value, context);
    return advice ? [advice] : [];
  },
  complete(text, offset, context) {
    const { start, end } = afterMarks(text).span();
    if (offset < start) return undefined;
    const key = conditionKey(context.directive.key);
    const items = [...conditionItems(context), ...suggestedItems(key)];
    const sources = sourcesOf(key);
    return { start, end, items: text === '' ? [...MARK_ITEMS, ...items] : items, sources };
  },
  describe: describeCondition,
  signature: () => conditionSignature,
};

/** ConditionNull=, which systemd had until 246: a condition that holds or does not, for tests. */
export const conditionNull: ValueType = {
  parsers: ['config_parse_unit_condition_null'],
  repeats: 'extends',
  emptyClears: listOf,
  check(text, context) {
    const value = afterMarks(text);
    if (text === '' || parseBoolean(value.text) !== undefined) return [];
    const what = `${nameOf(context)} takes yes or no, not ${quoted(value.text)}`;
    return [faultAt(value.span(), { rule: 'value-invalid', consequence: 'ignored', what })];
  },
  describe: describeCondition,
};
