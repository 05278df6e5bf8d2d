import type { LineContext, LineProblem } from '../../engine/lines/line-dialect.ts';
import { nearest } from '../../text/edit-distance.ts';
import { listWords } from '../../text/list-words.ts';
import type { Span } from '../../text/span.ts';
import { logLevels } from '../../values/basic/log-words.ts';
import { parseMode } from '../../values/basic/mode.ts';
import { since } from '../../values/changes.ts';
import { INT, parseInteger, UINT } from '../../values/numbers/integer.ts';
import { inRelease } from '../lines/facts.ts';
import { ignoredPart, LINE_RULES, quotedText, refusedLine } from '../lines/problems.ts';
import { accountFault } from '../tmpfiles/owner.ts';
import { DROPS } from './drops.ts';
import { builtinFor, builtinOf, builtins, isMatch, options } from './keys.ts';
import type { Expression } from './read-rule.ts';
import { readSubstitutions } from './substitutions.ts';

/** What udev says of the value of an expression whose operator it takes. Offsets count in the joined rule. */
export function checkValue(expression: Expression, version: number): LineProblem[] {
  const { key, operator } = expression;
  if (isMatch(operator.text) && !['TEST', 'PROGRAM', 'IMPORT'].includes(key.text)) return checkMatch(expression);
  const check = checks[key.text];
  return [...attributeFormat(expression), ...(check?.(expression, version) ?? [])];
}

type Check = (expression: Expression, version: LineContext['version']) => LineProblem[];

const checks: Readonly<Record<string, Check>> = {
  SYMLINK: (expression) => format(expression),
  NAME: checkName,
  ENV: (expression) => format(expression),
  ATTR: (expression) => format(expression),
  SYSCTL: (expression) => format(expression),
  TAG: needed,
  TEST: needed,
  PROGRAM: needed,
  SECLABEL: needed,
  IMPORT: checkCommand,
  RUN: checkCommand,
  OPTIONS: checkOptions,
  OWNER: (expression, version) => checkAccount(expression, 'user', version),
  GROUP: (expression, version) => checkAccount(expression, 'group', version),
  MODE: checkMode,
};

/** Names of a device's attributes have substitutions too. */
function attributeFormat({ key, attribute }: Expression): LineProblem[] {
  if (!attribute || !['ATTR', 'ATTRS', 'SYSCTL'].includes(key.text)) return [];
  const { fault } = readSubstitutions(attribute.text);
  if (!fault) return [];
  const span = { start: attribute.start + fault.start, end: attribute.start + fault.end };
  return [ignoredPart(span, `${fault.message}; udev does not find an attribute of that name.`)];
}

function checkMatch(expression: Expression): LineProblem[] {
  const { key, attribute, value } = expression;
  const found = attributeFormat(expression);
  if (key.text === 'SUBSYSTEM' && ['bus', 'class'].includes(value.text)) found.push(oldSubsystem(expression));
  if (key.text !== 'ATTRS' || !attribute) return found;
  const told = (span: Span, message: string): LineProblem => ({
    ...span,
    rule: LINE_RULES.style,
    severity: 'warning',
    message,
  });
  const device = { start: attribute.start, end: attribute.start + 'device/'.length };
  if (attribute.text.startsWith('device/'))
    found.push(
      told(
        device,
        'The kernel may not always have the link "device" of a device; udev complains of it. ATTRS looks at the parents itself: write the name alone.',
      ),
    );
  const parent = attribute.text.indexOf('../');
  if (parent >= 0)
    found.push(
      told(
        { start: attribute.start + parent, end: attribute.start + parent + 3 },
        'What "../" leads to may change with the kernel; udev complains of it. ATTRS looks at the parents itself: write the name alone.',
      ),
    );
  return found;
}

function oldSubsystem({ value }: Expression): LineProblem {
  const text = value.text;
  const span = { start: value.inner, end: value.end - 1 };
  return {
    ...span,
    rule: LINE_RULES.style,
    severity: 'warning',
    message: `"${text}" stands for "subsystem" here, and udev complains of it. Write "subsystem".`,
    fixes: [{ title: 'Change to subsystem', edits: [{ ...span, text: 'subsystem' }], preferred: true }],
  };
}

/** A value that may not be empty, whose substitutions are replaced. */
function needed(expression: Expression): LineProblem[] {
  const { key, value } = expression;
  if (value.text !== '') return format(expression);
  return [ignoredPart(value, `${key.text} has an empty value; udev complains of it, and it does nothing.`)];
}

function format({ value }: Expression): LineProblem[] {
  const { fault } = readSubstitutions(value.text);
  if (!fault) return [];
  // Escapes move what stands behind them.
  const isPlain = value.end - 1 - value.inner === value.text.length;
  const span = isPlain ? { start: value.inner + fault.start, end: value.inner + fault.end } : value;
  const { instead } = fault;
  const fixes =
    instead && isPlain ? [{ title: `Change to ${instead}`, edits: [{ ...span, text: instead }] }] : undefined;
  const end = instead ? ` Write ${quotedText(instead)}.` : '';
  return [
    ignoredPart(
      span,
      `${fault.message}; udev complains of this value, and leaves out what follows.${end}`,
      fixes ? { fixes } : {},
    ),
  ];
}

function checkName(expression: Expression): LineProblem[] {
  const { value } = expression;
  if (value.text === '%k')
    return [refusedLine(value, `"%k" is the name that the interface has already; ${DROPS}. Remove this NAME.`)];
  if (value.text === '') return [refusedLine(value, `An interface cannot be without a name; ${DROPS}.`)];
  return format(expression);
}

function checkCommand(expression: Expression, version: number): LineProblem[] {
  const found = needed(expression);
  return expression.attribute?.text === 'builtin' ? [...found, ...unknownBuiltin(expression, version)] : found;
}

function unknownBuiltin({ value }: Expression, version: number): LineProblem[] {
  const name = builtinOf(value.text);
  const fact = builtinFor(value.text, version);
  if (fact && fact.from <= version) return [];
  const isPlain = value.text.startsWith(name) && value.end - 1 - value.inner === value.text.length;
  const span = isPlain ? { start: value.inner, end: value.inner + name.length } : value;
  if (fact) return [refusedLine(span, `The builtin ${quotedText(name)} came with systemd ${fact.from}; ${DROPS}.`)];
  const names = inRelease(builtins, version).map((each) => each.name);
  const meant = nearest(name, names);
  const fixes =
    meant && isPlain ? [{ title: `Change to ${meant}`, edits: [{ ...spanOf(span), text: meant }] }] : undefined;
  return [
    refusedLine(
      span,
      `${quotedText(name)} is not a builtin of udev; ${DROPS}. Those are ${listWords(names, 'and')}.`,
      fixes ? { fixes } : {},
    ),
  ];
}

/** One option a key; commas do not part them. */
function checkOptions({ value }: Expression, version: number): LineProblem[] {
  const { text } = value;
  const equals = text.indexOf('=');
  const [name, given] = equals < 0 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
  const fact = options.get(name);
  const takesWord = fact !== undefined && fact.argument !== '';
  const span = { start: value.inner, end: value.end - 1 };
  if (!fact || fact.from > version || takesWord !== (given !== undefined)) return [unknownOption(text, value, version)];
  if (fact.argument === 'word' && !fact.traits.includes(given!)) return [unknownOption(text, value, version)];
  if (fact.argument === 'number' && typeof parseInteger(given!, INT) !== 'bigint')
    return [refusedLine(span, `${quotedText(given!)} is not a whole number for link_priority; ${DROPS}.`)];
  if (fact.argument === 'level' && given !== 'reset' && logLevel(given!) === undefined)
    return [
      refusedLine(span, `${quotedText(given!)} is not a log level; ${DROPS}. Write ${listWords(LEVELS)} or reset.`),
    ];
  return [];
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const LEVELS = logLevels.map(({ word }) => word);

/** A level by word or number. */
export function logLevel(text: string): number | undefined {
  const at = LEVELS.indexOf(text);
  if (at >= 0) return at;
  const number = parseInteger(text, UINT);
  return typeof number === 'bigint' && number < LEVELS.length ? Number(number) : undefined;
}

function unknownOption(text: string, value: Expression['value'], version: number): LineProblem {
  const from = options.get(text.split('=', 1)[0]!)?.from ?? 0;
  const names = inRelease(options, version).map(({ name, argument }) => (argument === '' ? name : `${name}=`));
  const why =
    from > version ? `The option ${quotedText(text)} came with systemd ${from}` : `Unknown option ${quotedText(text)}`;
  const several = text.includes(',') ? ' Write an OPTIONS for each.' : ` Options are ${listWords(names, 'and')}.`;
  return ignoredPart(value, `${why}; udev ignores it.${several}`);
}

/** Whether udev looks for the account while it reads the rule: what is replaced is looked for later. */
export const isAccountName = (text: string): boolean => !text.startsWith('[') && !/[$%]/.test(text);

function checkAccount(expression: Expression, kind: 'user' | 'group', version: number): LineProblem[] {
  const { value } = expression;
  if (!isAccountName(value.text)) return format(expression);
  const why = accountFault(value.text);
  if (why === undefined) return [];
  const costs = since(version, 'an owner that is not there costs the rule');
  const said = `${quotedText(value.text)} is not a ${kind}, as ${why}`;
  return [costs ? refusedLine(value, `${said}; ${DROPS}.`) : ignoredPart(value, `${said}; udev ignores it.`)];
}

/** What is not octal may be one once substitutions are replaced, so udev takes it and complains when a device comes. */
function checkMode(expression: Expression): LineProblem[] {
  const { value } = expression;
  if (value.text === '') return needed(expression);
  if (typeof parseMode(value.text) === 'number') return [];
  const found = format(expression);
  if (found.length > 0 || !isAccountName(value.text)) return found;
  const said = `${quotedText(value.text)} is not an access mode; udev complains when a device comes, and ignores it. Write octal digits, like 0660.`;
  return [{ ...ignoredPart(value, said), severity: 'info' }];
}
