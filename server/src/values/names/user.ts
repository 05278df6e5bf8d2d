import { readWords } from '../../syntax/words.ts';
import { type Located, locatedText, locatedWord } from '../located.ts';
import { type Consequence, faultAt, nameOf, quoted } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { Completion, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { faultsOf, wordAround } from '../word-list.ts';

/** User=, Group=, SocketUser= and SocketGroup=: a name or a number. Empty resets. */
export const userOrGroup: ValueType = {
  parsers: ['config_parse_user_group_compat', 'config_parse_user_group'],
  repeats: 'replaces',
  form: 'name or number',
  holds: 'accounts',
  specifiers: 'all',
  check: (text, context) => (text === '' ? [] : checkName(locatedText(text), context, isUser(context))),
  complete: (text, offset, context) => completeName(text, offset, isUser(context)),
};

/**
 * SupplementaryGroups=: names and numbers separated by blanks; there are no quotes, and a
 * backslash drops itself. One bad name refuses the unit.
 */
export const groupList: ValueType = {
  parsers: ['config_parse_user_group_strv_compat', 'config_parse_user_group_strv'],
  repeats: 'extends',
  form: 'names or numbers',
  holds: 'accounts',
  specifiers: 'all',
  check(text, context) {
    const problems = faultsOf(readWords(text).words, (word) => checkName(locatedWord(word), context, false));
    const fatal = problems.find(({ severity }) => severity === 'error');
    return fatal ? [fatal] : problems;
  },
  complete: (text, offset) => completeName(text, offset, false),
};

const isUser = ({ directive }: ValueContext): boolean => directive.key.endsWith('User');

function checkName(source: Located, context: ValueContext, user: boolean): ValueProblem[] {
  const resolved = resolve(source, context, { consequence: 'refused' });
  if (resolved.problem) return [resolved.problem];
  const { text } = resolved.value;
  const invalid = invalidName(text);
  if (invalid) {
    const what =
      text === ''
        ? `${nameOf(context)} is left without a name`
        : `${quoted(text)} is not a valid ${user ? 'user name or UID' : 'group name or GID'}: ${invalid}`;
    const fault = remark(source, 'refused', what);
    return [context.directive.key === 'User' ? withGroup(fault, text) : fault];
  }
  if (user && text === 'nobody') {
    const what = 'The user "nobody" may own files of others, so a service should not run as this user';
    return [remark(source, 'noted', what, 'Give the service a user of its own, or DynamicUser=yes.')];
  }
  if (isStrict(text)) return [];
  const inner = /^(["'])(.*)\1$/.exec(text)?.[2];
  if (inner !== undefined && isStrict(inner)) {
    const said = remark(source, 'noted', `The quotes are a part of the name ${quoted(text)}`, 'Leave them out.');
    return [{ ...said, replacement: inner }];
  }
  const advice = 'Use small letters, digits, "_" and "-", up to 31 characters.';
  return [remark(source, 'noted', `Not all tools accept the name ${quoted(text)}`, advice)];
}

const remark = (at: Located, consequence: Consequence, what: string, remedy?: string): ValueProblem =>
  faultAt(at.span(), { rule: 'value-invalid', consequence, what, ...(remedy && { remedy }) });

/** `User=app:www`, as chown(1) takes it. */
function withGroup(fault: ValueProblem, text: string): ValueProblem {
  const [name = '', group = '', ...more] = text.split(':');
  if (!isStrict(name) || !isStrict(group) || more.length > 0) return fault;
  const lineBelow = `Group=${group}`;
  const title = `Write User=${name} and ${lineBelow}`;
  return { ...fault, message: `${fault.message} ${title}.`, replacement: name, lineBelow, title, isGuess: true };
}

const isNumber = (text: string): boolean => /^\d+$/.test(text);

/** Why `valid_user_group_name()` (src/basic/user-util.c) takes a text for none, even when it is lax. */
function invalidName(text: string): string | undefined {
  if (text === '') return 'it is empty';
  if (/^-?\d+$/.test(text)) return invalidNumber(text);
  if (['.', '..', '-'].includes(text)) return 'it has a meaning of its own';
  const bad = /[:/\x00-\x1f\x7f]/.exec(text);
  if (bad) return `"${bad[0]}" cannot be part of one`;
  return /^[ \t]|[ \t]$/.test(text) ? 'it begins or ends with a blank' : undefined;
}

function invalidNumber(text: string): string | undefined {
  if (!isNumber(text)) return 'a number cannot be negative';
  if (text.length > 1 && text.startsWith('0')) return 'a number cannot begin with a zero';
  if (text.length > 10 || Number(text) > 0xfffffffe) return 'the number is too large';
  return text === '65535' ? '65535 means none' : undefined;
}

/** Names every tool accepts; 31 is the limit of utmp records. */
const isStrict = (text: string): boolean => isNumber(text) || /^[A-Za-z_][A-Za-z0-9_-]{0,30}$/.test(text);

const completeName = (text: string, offset: number, user: boolean): Completion => ({
  ...wordAround(text, offset),
  items: [],
  sources: [{ type: user ? 'user' : 'group' }, { type: 'specifier' }],
});
