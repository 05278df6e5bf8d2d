import type { Span } from '../../text/span.ts';
import { faultAt, nameOf, whole } from '../problem.ts';
import type { ValueType } from '../value-type.ts';

/** `LogFilterPatterns=`, `config_parse_log_filter_patterns()`: one regular expression, after a `~` one that discards. */
export const logFilterPatterns: ValueType = {
  parsers: ['config_parse_log_filter_patterns'],
  repeats: 'extends',
  check(text, context) {
    if (text === '') return [];
    if (text === '~') {
      const what = `${nameOf(context)} has no pattern after its ~`;
      return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
    }
    const start = text.startsWith('~') ? 1 : 0;
    const fault = patternFault(text.slice(start));
    if (!fault) return [];
    const at = { start: fault.start + start, end: fault.end + start };
    return [faultAt(at, { rule: 'value-invalid', consequence: 'ignored', what: fault.what })];
  },
  complete: (text) =>
    text === ''
      ? { ...whole(text), items: [{ label: '~', kind: 'prefix', detail: 'discard messages that match' }] }
      : undefined,
  describe(text) {
    if (text === '' || text === '~') return undefined;
    const markdown = text.startsWith('~')
      ? 'Messages in which this regular expression matches are discarded.'
      : 'Of the messages that pass other patterns, only those in which this regular expression matches are kept.';
    return { ...whole(text), markdown };
  },
};

interface PatternFault extends Span {
  /** What is wrong, as a sentence without its full stop. */
  readonly what: string;
}

/** REPEAT_MAX of PCRE2. */
const REPEAT_MAX = 65_535;
const POSIX_CLASSES = 'alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit'.split(' ');
/** Letters that mean nothing, or nothing PCRE2 can do, after a backslash. */
const UNKNOWN_ESCAPES = 'FIiJjLlMmOqTUuYy';
const QUANTIFIER = /\{(\d+)(,(\d*))?\}/y;

interface Scan {
  readonly text: string;
  at: number;
  /** Offsets of the groups not closed yet. */
  readonly open: number[];
  groups: number;
  /** Whether a quantifier may follow. */
  repeatable: boolean;
  /** The highest group a plain back reference names, and where. */
  reference?: Span & { readonly group: number };
}

/**
 * The first fault of a regular expression that is certain to be one for PCRE2, which systemd compiles patterns with
 * (pcre2pattern(3)). What is rare is not judged: then undefined, as for a good pattern.
 */
export function patternFault(text: string): PatternFault | undefined {
  const scan: Scan = { text, at: 0, open: [], groups: 0, repeatable: false };
  while (scan.at < text.length) {
    const result = step(scan);
    if (result === 'unjudged') return undefined;
    if (result) return result;
  }
  const unclosed = scan.open.at(-1);
  if (unclosed !== undefined) return { start: unclosed, end: unclosed + 1, what: 'This parenthesis is never closed' };
  const { reference } = scan;
  if (reference && reference.group > scan.groups) {
    return {
      start: reference.start,
      end: reference.end,
      what: `The pattern has no group ${reference.group} to refer to`,
    };
  }
  return undefined;
}

type Step = PatternFault | 'unjudged' | undefined;

function step(scan: Scan): Step {
  const char = scan.text[scan.at]!;
  if (char === '\\') return escaped(scan);
  if (char === '[') return characterClass(scan);
  if (char === '(') return openGroup(scan);
  if (char === ')') return closeGroup(scan);
  if (char === '*' || char === '+' || char === '?') return quantifier(scan, 1);
  if (char === '{') return braces(scan);
  scan.at++;
  scan.repeatable = char !== '|' && char !== '^' && char !== '$';
  return undefined;
}

/** Escapes with an argument: code points, properties, control characters. */
const LONG_ESCAPE = /\\(?:x\{[0-9A-Fa-f]+\}|x[0-9A-Fa-f]{1,2}|[pP](?:[A-Z]|\{\^?\w+\})|o\{[0-7]+\}|c[ -~]|N(?!\{))/y;

function escaped(scan: Scan): Step {
  const { text, at: start } = scan;
  const letter = text[start + 1];
  if (letter === undefined) return { start, end: start + 1, what: 'The pattern ends in a lone backslash' };
  if (UNKNOWN_ESCAPES.includes(letter)) return { start, end: start + 2, what: `\\${letter} is not valid in a pattern` };
  if (letter === 'Q') return literal(scan);
  LONG_ESCAPE.lastIndex = start;
  const long = /[xpPocN]/.test(letter) ? LONG_ESCAPE.exec(text)?.[0].length : 2;
  // References by name have a syntax of their own, and \E leaves what is before it to be repeated.
  if (long === undefined || /[Egk]/.test(letter)) return 'unjudged';
  if (/[1-9]/.test(letter) && !/\d/.test(text[start + 2] ?? '')) {
    const group = Number(letter);
    if (group > (scan.reference?.group ?? 0)) scan.reference = { start, end: start + 2, group };
  }
  scan.at += long;
  scan.repeatable = !/[bBAZzGK]/.test(letter);
  return undefined;
}

/** What stands between `\Q` and `\E` stands for itself. */
function literal(scan: Scan): Step {
  const end = scan.text.indexOf('\\E', scan.at);
  if (end === scan.at + 2) return 'unjudged';
  scan.at = end < 0 ? scan.text.length : end + 2;
  scan.repeatable = true;
  return undefined;
}

function characterClass(scan: Scan): Step {
  const { text, at: start } = scan;
  let at = start + 1;
  if (text[at] === '^') at++;
  // A bracket in front is a member of the class.
  if (text[at] === ']') at++;
  while (at < text.length && text[at] !== ']') {
    if (text[at] === '\\') {
      if (/[QE]/.test(text[at + 1] ?? '')) return 'unjudged';
      at += 2;
    } else if (text[at] === '[' && /[:.=]/.test(text[at + 1] ?? '')) {
      const posix = /\[:\^?([a-z]*):\]/y;
      posix.lastIndex = at;
      const found = posix.exec(text);
      if (!found) return 'unjudged';
      if (!POSIX_CLASSES.includes(found[1]!))
        return { start: at, end: posix.lastIndex, what: `Unknown character class ${found[0]}` };
      at = posix.lastIndex;
    } else {
      const range = backwards(text, at);
      if (range) return range;
      at++;
    }
  }
  if (at >= text.length) return { start, end: start + 1, what: 'This bracket is never closed' };
  scan.at = at + 1;
  scan.repeatable = true;
  return undefined;
}

function backwards(text: string, at: number): PatternFault | undefined {
  if (!/^[A-Za-z0-9]-[A-Za-z0-9]$/.test(text.slice(at, at + 3)) || text[at]! <= text[at + 2]! || text[at - 1] === '-')
    return undefined;
  return { start: at, end: at + 3, what: `The range ${text.slice(at, at + 3)} runs backwards` };
}

function openGroup(scan: Scan): Step {
  const { text, at } = scan;
  const next = text[at + 1];
  if (next === '*') return 'unjudged';
  if (next === '?') {
    const known = /\?(?:[:=!>]|<[=!]|[ims]+\)|[ims]*:|P?<[A-Za-z_]\w*>|'[A-Za-z_]\w*')/y;
    known.lastIndex = at + 1;
    const found = known.exec(text);
    if (!found) return unusualGroup(scan);
    // (?i) is not a group, only a switch.
    if (!found[0].endsWith(')')) scan.open.push(at);
    if (/[>']$/.test(found[0]) && found[0] !== '?>') scan.groups++;
    scan.at = known.lastIndex;
  } else {
    scan.open.push(at);
    scan.groups++;
    scan.at++;
  }
  scan.repeatable = false;
  return undefined;
}

/** Comments, and what is certain to be wrong after `(?`. */
function unusualGroup(scan: Scan): Step {
  const { text, at } = scan;
  const letter = text[at + 2];
  const unclosed = { start: at, end: at + 1, what: 'This parenthesis is never closed' };
  if (letter === undefined) return unclosed;
  if (letter === '#') {
    const end = text.indexOf(')', at);
    if (end < 0) return unclosed;
    scan.at = end + 1;
    return undefined;
  }
  if (/^P?<\d/.test(text.slice(at + 2)))
    return { start: at, end: at + 4, what: 'The name of a group cannot begin with a digit' };
  if (/[A-Za-z]/.test(letter) && !/[imsxnaJUPRCDSWTr]/.test(letter))
    return { start: at, end: at + 3, what: `(?${letter} is not valid in a pattern` };
  return 'unjudged';
}

function closeGroup(scan: Scan): Step {
  const { at } = scan;
  if (scan.open.pop() === undefined)
    return { start: at, end: at + 1, what: 'This closing parenthesis has no opening one' };
  scan.at++;
  scan.repeatable = true;
  return undefined;
}

function quantifier(scan: Scan, length: number): Step {
  const { text, at } = scan;
  const end = at + length;
  if (!scan.repeatable) return { start: at, end, what: `There is nothing before "${text.slice(at, end)}" to repeat` };
  scan.at = text[end] === '?' || text[end] === '+' ? end + 1 : end;
  scan.repeatable = false;
  return undefined;
}

function braces(scan: Scan): Step {
  QUANTIFIER.lastIndex = scan.at;
  const found = QUANTIFIER.exec(scan.text);
  if (!found) {
    // `{,3}` and blanks within are quantifiers to newer versions of PCRE2 only.
    if (/^\{[\d, ]*\}/.test(scan.text.slice(scan.at, scan.at + 32))) return 'unjudged';
    scan.at++;
    scan.repeatable = true;
    return undefined;
  }
  const [least, most] = [Number(found[1]), found[3] ? Number(found[3]) : Number(found[1])];
  const at = { start: scan.at, end: QUANTIFIER.lastIndex };
  if (Math.max(least, most) > REPEAT_MAX) return { ...at, what: `A part can be repeated ${REPEAT_MAX} times at most` };
  if (most < least) return { ...at, what: `The numbers of ${found[0]} run backwards` };
  return quantifier(scan, found[0].length);
}
