import type { Field, LineContent, LineContext, LineProblem, ReadLine } from '../../engine/lines/line-dialect.ts';
import { since } from '../../values/changes.ts';
import { factsOf, type LineFact } from '../lines/facts.ts';
import { quotedText, refusedLine } from '../lines/problems.ts';
import { hasSpecifier, unknownSpecifiers } from '../lines/specifiers.ts';
import { type FieldName, given } from './read.ts';

/** What the lines of sysusers.d may begin with; sysusers.d(5), "Type". */
export const types = factsOf('sysusers', 'type');
export const modifiers = factsOf('sysusers', 'modifier');
export const specifiers = factsOf('sysusers', 'specifier');

/** What one bad line costs, in whatever file it is. */
const REFUSES = 'systemd-sysusers then makes no user or group at all';

const refused = (field: Pick<Field, 'start' | 'end'>, what: string, remedy = ''): LineProblem =>
  refusedLine(field, `${what}; ${REFUSES}.${remedy === '' ? '' : ` ${remedy}`}`);

/** What systemd-sysusers says of a line by itself; `parse_line()` of src/sysusers/sysusers.c. */
export function checkLine({ content }: ReadLine, context: LineContext): LineProblem[] {
  const { fault, fields } = content;
  if (fault) return [refused(fault, fault.message)];
  const [type, name] = fields;
  if (!type) return [];
  if (!name)
    return [refused(type, 'This line has a type and no name', `Write a name behind ${quotedText(type.text)}.`)];
  const rest = fields.find((field) => field.name === 'rest');
  if (rest)
    return [
      refused(
        rest,
        `There is something behind the sixth field: ${quotedText(rest.text)}`,
        'Put texts with blanks in quotes, and comments on lines of their own.',
      ),
    ];
  const ofType = checkType(type, context);
  if (ofType) return [ofType];
  const unknown = fields.slice(1).flatMap((field) => checkSpecifiers(field, context));
  return unknown.length > 0 ? unknown : checkFields(type.text[0]!, content, context);
}

function checkType(type: Field, { version }: LineContext): LineProblem | undefined {
  const [letter = '', ...behind] = type.text;
  if (letter === '') return refused(type, 'The type is empty');
  const isOf = (fact: LineFact | undefined): boolean => fact !== undefined && fact.from <= version;
  const bad = behind.find((each, at) => !isOf(modifiers.get(each)) || behind.indexOf(each) !== at);
  if (bad !== undefined) {
    const from = modifiers.get(bad)?.from ?? 0;
    if (from > version) return refused(type, `The modifier "${bad}" came with systemd ${from}`);
    return refused(type, `${quotedText(type.text)} is not a type of sysusers.d`, 'Types are u, u!, g, m and r.');
  }
  if (!types.has(letter)) return refused(type, `Unknown type ${quotedText(letter)}`, 'Types are u, g, m and r.');
  const misplaced = behind.find((each) => !modifiers.get(each)!.argument.includes(letter));
  return misplaced === undefined
    ? undefined
    : refused(type, `Lines of type "${letter}" do not take the modifier "${misplaced}"`, `Write "${letter}".`);
}

function checkSpecifiers(field: Field, { version }: LineContext): LineProblem[] {
  return unknownSpecifiers(field.text, specifiers, version).map(({ letter }) =>
    refused(field, `%${letter} is not a specifier of sysusers.d${from(letter)}`, 'Write %% for a percent sign.'),
  );
}

const from = (letter: string): string => {
  const first = specifiers.get(letter)?.from;
  return first === undefined ? '' : ` before systemd ${first}`;
};

function checkFields(letter: string, content: LineContent, context: LineContext): LineProblem[] {
  const left = (names: readonly FieldName[]): LineProblem[] =>
    names.flatMap((name) => {
      const field = given(content, name);
      return field
        ? [refused(field, `Lines of type "${letter}" do not take ${FIELD_NAMES[name]}`, 'Write "-", or leave it out.')]
        : [];
    });
  switch (letter) {
    case 'r':
      return [...left(['name', 'gecos', 'home', 'shell']), ...checkRange(content)];
    case 'm':
      return [...checkName(content, letter), ...checkMembership(content), ...left(['gecos', 'home', 'shell'])];
    case 'g':
      return [...checkName(content, letter), ...checkId(content, false), ...left(['gecos', 'home', 'shell'])];
    default:
      return [...checkName(content, letter), ...checkId(content, true), ...checkAccount(content, context)];
  }
}

const FIELD_NAMES: Readonly<Record<FieldName, string>> = {
  type: 'a type',
  name: 'a name',
  id: 'an ID',
  gecos: 'a description',
  home: 'a home directory',
  shell: 'a shell',
  rest: 'more fields',
};

/** `valid_user_group_name()`, src/basic/user-util.c, as strict as it is without flags: up to 31 characters. */
const isName = (text: string): boolean => /^[A-Za-z_][A-Za-z0-9_-]{0,30}$/.test(text);

/** An ID has 32 digits, and %T and %V are paths; the other specifiers may become anything. */
const mayBecomeName = (text: string): boolean =>
  !/%[mbTV]/.test(text) && /^[A-Za-z0-9_-]*$/.test(text.replace(/%[A-Za-z0-9]/g, ''));

const NAME_RULE =
  'Names have letters, digits, "_" and "-", do not begin with a digit or "-", and have at most 31 characters.';

function checkName(content: LineContent, letter: string): LineProblem[] {
  const field = given(content, 'name');
  if (!field) {
    const empty = content.fields[1]!;
    return [refused(empty, `Lines of type "${letter}" need a name`, 'Write one in place of "-".')];
  }
  return nameFault(field, 'user or group');
}

function nameFault(field: Field, what: string): LineProblem[] {
  if (isName(field.text) || (hasSpecifier(field.text) && mayBecomeName(field.text))) return [];
  return [refused(field, `${quotedText(field.text)} is not the name of a ${what}`, NAME_RULE)];
}

function checkMembership(content: LineContent): LineProblem[] {
  const group = given(content, 'id');
  if (group) return nameFault(group, 'group');
  const place = content.fields[2] ?? content.fields[1]!;
  return [
    refused(place, 'Lines of type "m" need a group behind the user', 'Write the name of the group as the third field.'),
  ];
}

/** A number, a path whose owner is taken, of users also `UID:GROUP` and `-:GROUP`. */
function checkId(content: LineContent, isUser: boolean): LineProblem[] {
  const field = given(content, 'id');
  if (!field || mayBecomeId(field.text) || field.text.startsWith('/') || isId(field.text)) return [];
  const at = field.text.indexOf(':');
  if (isUser && at >= 0) {
    const [user, group] = [field.text.slice(0, at), field.text.slice(at + 1)];
    if ((user === '-' || isId(user)) && (isId(group) || isName(group))) return [];
  }
  const forms = isUser ? 'a number, UID:GROUP, a path, or "-"' : 'a number, a path, or "-"';
  return [refused(field, `${quotedText(field.text)} is not an ID`, `Write ${forms}.`)];
}

/** The version of a distribution may be a number; nothing else is. */
const mayBecomeId = (text: string): boolean =>
  /%[wWBA]/.test(text) && /^[\d:-]*$/.test(text.replace(/%[A-Za-z0-9]/g, ''));

/** `parse_uid()`: no sign, no leading zeros, and neither of the two numbers that mean "none". */
export const isId = (text: string): boolean => {
  if (!/^(?:0|[1-9]\d*)$/.test(text)) return false;
  const id = Number(text);
  return id < 0xffffffff && id !== 0xffff;
};

function checkRange(content: LineContent): LineProblem[] {
  const field = given(content, 'id');
  if (!field) {
    const place = content.fields[2] ?? content.fields[1]!;
    return [refused(place, 'Lines of type "r" need a range', 'Write one as the third field, like 500-900.')];
  }
  if (mayBecomeId(field.text)) return [];
  const [low = '', high = low, ...more] = field.text.split('-');
  if (more.length === 0 && isId(low) && isId(high) && Number(low) <= Number(high)) return [];
  return [
    refused(
      field,
      `${quotedText(field.text)} is not a range of IDs`,
      'Write two numbers, the smaller first, like 500-900.',
    ),
  ];
}

function checkAccount(content: LineContent, context: LineContext): LineProblem[] {
  const gecos = given(content, 'gecos');
  const [home, shell] = [given(content, 'home'), given(content, 'shell')];
  return [
    ...(gecos && /[:\n\x00-\x1f\x7f]/.test(gecos.text)
      ? [refused(gecos, 'A description cannot have colons or control characters')]
      : []),
    ...(home ? checkPath(home, 'a home directory', context) : []),
    ...(shell ? checkPath(shell, SHELL, context) : []),
  ];
}

const SHELL = 'a shell';

/** `valid_home()` and `valid_shell()`, src/basic/user-util.c. */
function checkPath(field: Field, what: string, { version }: LineContext): LineProblem[] {
  const { text } = field;
  if (hasSpecifier(text) && /^(?:\/|%[TVABwWq])[^:]*$/.test(text)) return [];
  const isPlain = since(version, 'paths of sysusers.d are simplified') || !/\/\/|\/\.(?:\/|$)/.test(text);
  const isRoot = since(version, 'the root is not a shell') && what === SHELL && /^\/+(?:\.{1,2}(?:\/+|$))*$/.test(text);
  const below = since(version, 'dots below the root vanish') ? text.replace(/^\/+(?:\.{1,2}(?:\/+|$))+/, '/') : text;
  const hasDots = /\/\.\.(?:\/|$)/.test(below);
  if (text.startsWith('/') && !/[:\x00-\x1f\x7f]/.test(text) && isPlain && !hasDots && !isRoot) return [];
  return [
    refused(
      field,
      `${quotedText(text)} is not the path of ${what}`,
      'It begins with a slash, and has no colon and no "..".',
    ),
  ];
}
