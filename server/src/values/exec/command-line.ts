import { readWord, type Word, type WordFault, type WordOptions, type WordRead } from '../../syntax/words.ts';
import type { Span } from '../../text/span.ts';
import { since } from '../changes.ts';

/** One command of an Exec*= line. */
export interface Command extends Span {
  /** The first word, prefixes included. */
  readonly first: Word;
  readonly prefixes: Prefixes;
  /** The words after it, with the name for argv[0] in front when there is an `@`. */
  readonly rest: readonly Word[];
  /** Escapes systemd does not know and leaves as they stand. */
  readonly oddEscapes: readonly WordFault[];
  /** A quote that never closes: the command ends there. */
  readonly fault?: WordFault;
}

/** A quote in the first word that never closes: there is no command, and nothing after it is read. */
interface CommandLine {
  readonly commands: readonly Command[];
  readonly fault?: WordFault;
}

/** How the words of a version are read: as systemd wants them, and as it takes them. */
interface Reading {
  readonly strict: WordOptions;
  readonly relaxed: WordOptions;
}

const readings = new Map<number, Reading>();

function readingFor(version: number): Reading {
  const strict: WordOptions = { unquote: true, cunescape: true, version };
  const reading = readings.get(version) ?? { strict, relaxed: { ...strict, unescapeRelax: true } };
  readings.set(version, reading);
  return reading;
}

const BLANK = /[ \t\n\r]/;

/** Takes a line apart as `config_parse_exec()` (src/core/load-fragment.c) does: commands stand between lone semicolons. */
export function readCommandLine(text: string, version: number): CommandLine {
  if (last?.text !== text || last.version !== version) last = { text, version, line: readCommands(text, version) };
  return last.line;
}

/** A line is judged, completed and described one after the other, and may have thousands of words. */
let last: { readonly text: string; readonly version: number; readonly line: CommandLine } | undefined;

function readCommands(text: string, version: number): CommandLine {
  const commands: Command[] = [];
  const reading = readingFor(version);
  let at = 0;
  for (;;) {
    const { word: first, fault, oddEscape, next } = readLenient(text, at, reading);
    if (fault) return { commands, fault };
    if (!first) return { commands };
    if (first.text === ';') {
      at = next;
      continue;
    }
    const oddEscapes: WordFault[] = oddEscape ? [oddEscape] : [];
    const command = readArguments(text, next, oddEscapes, reading);
    const { rest, fault: broken, end } = command;
    const prefixes = readPrefixes(first.text, version);
    const span = { start: first.start, end: rest.at(-1)?.end ?? first.end };
    commands.push({ ...span, first, prefixes, rest, oddEscapes, ...(broken && { fault: broken }) });
    if (broken || !command.more) return { commands };
    at = end;
  }
}

interface Arguments {
  readonly rest: Word[];
  readonly fault?: WordFault;
  readonly end: number;
  /** A semicolon ended them. */
  readonly more: boolean;
}

function readArguments(text: string, from: number, oddEscapes: WordFault[], reading: Reading): Arguments {
  const rest: Word[] = [];
  let at = from;
  while (at < text.length) {
    if (isLone(text, at, ';')) return { rest, end: at + 1, more: true };
    if (isLone(text, at, '\\;')) {
      rest.push({ text: ';', start: at, end: at + 2, quoted: false });
      at += 2;
      while (at < text.length && BLANK.test(text[at]!)) at++;
      continue;
    }
    const { word, fault, oddEscape, next } = readLenient(text, at, reading);
    if (fault) return { rest, fault, end: next, more: false };
    if (!word) break;
    if (oddEscape) oddEscapes.push(oddEscape);
    rest.push(word);
    at = next;
  }
  return { rest, end: at, more: false };
}

function isLone(text: string, at: number, mark: string): boolean {
  const after = text[at + mark.length];
  return text.startsWith(mark, at) && (after === undefined || BLANK.test(after));
}

/** `extract_first_word_and_warn()`: an unknown escape is kept, with a warning. */
function readLenient(text: string, at: number, reading: Reading): WordRead & { readonly oddEscape?: WordFault } {
  const strict = readWord(text, at, reading.strict);
  if (!strict.fault) return strict;
  const relaxed = readWord(text, at, reading.relaxed);
  return relaxed.fault || strict.fault.fault === 'unbalanced-quote' ? relaxed : { ...relaxed, oddEscape: strict.fault };
}

/** The characters before an executable; systemd.service(5), table "Special executable prefixes". */
interface Prefixes {
  /** How many characters they take. */
  readonly length: number;
  readonly ignoreFailure: boolean;
  /** The word after the executable becomes the program's argv[0]. */
  readonly ownName: boolean;
  /** The line is run by a shell. */
  readonly shell: boolean;
  /** Where `!!` stands complete: the place of its second mark. */
  readonly doubleMark?: number;
}

export const prefixHelp: Readonly<Record<string, string>> = {
  '-': 'a failure counts as success',
  '@': 'the next word becomes argv[0] of the program',
  ':': 'variables are not replaced',
  '+': 'runs with full privileges, without User= and sandboxing',
  '!': 'runs with full privileges but keeps sandboxing',
  '|': 'runs in a shell',
};

/** Reads prefixes as systemd does: each once, in any order, `+` and `!` not together. */
export function readPrefixes(text: string, version: number): Prefixes {
  const seen = new Set<string>();
  let doubleMark: number | undefined;
  let at = 0;
  for (; at < text.length; at++) {
    const mark = text[at]!;
    if (mark === '|' && !since(version, 'commands are run by a shell with |')) break;
    if (mark === '!' && seen.has('!') && doubleMark === undefined && !seen.has('+')) doubleMark = at;
    else if (!'-@:|+!'.includes(mark) || seen.has(mark)) break;
    else if ((mark === '+' && seen.has('!')) || (mark === '!' && seen.has('+'))) break;
    seen.add(mark);
  }
  return {
    length: at,
    ignoreFailure: seen.has('-'),
    ownName: seen.has('@'),
    shell: seen.has('|'),
    ...(doubleMark !== undefined && { doubleMark }),
  };
}
