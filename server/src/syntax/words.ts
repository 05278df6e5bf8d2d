import type { Span } from '../text/span.ts';
import { joinBytes } from './bytes.ts';
import { escapeAt } from './escapes.ts';
import { type Piece, toSource } from './value.ts';

/**
 * How a directive's parser splits its value; the names are those of systemd's src/basic/extract-word.h.
 * Without any, words end at separators, quotes are ordinary characters and a backslash drops itself.
 */
export interface WordOptions {
  /** Characters between words; blanks when not given. */
  readonly separators?: string;
  /** Quotes group and vanish. */
  readonly unquote?: boolean;
  /** Quotes group and stay. */
  readonly keepQuote?: boolean;
  /** C escapes are decoded. */
  readonly cunescape?: boolean;
  /** Of the systemd that decodes them; the newest when not given. */
  readonly version?: number;
  /** A backslash before a separator or a backslash vanishes. */
  readonly unescapeSeparators?: boolean;
  /** An escape that is none stays as it is instead of failing. */
  readonly unescapeRelax?: boolean;
  /** Unbalanced quotes and a trailing backslash are forgiven. */
  readonly relax?: boolean;
  /** Two separators in a row delimit an empty word. */
  readonly dontCoalesce?: boolean;
  /** A backslash is an ordinary character. */
  readonly retainEscape?: boolean;
}

/** A decoded word; offsets count in the text it was read from. */
export interface Word extends Span {
  readonly text: string;
  /** Whether quotes stood anywhere in it. */
  readonly quoted: boolean;
  /** Where the runs of `text` come from, the last one being its end; undefined when it stands unchanged from `start` on. */
  readonly pieces?: readonly Piece[];
}

export interface WordFault extends Span {
  readonly fault: 'unbalanced-quote' | 'bad-escape' | 'trailing-backslash';
}

export interface WordRead {
  readonly word?: Word;
  readonly fault?: WordFault;
  /** Where the next word is looked for. */
  readonly next: number;
}

const BLANKS = ' \t\n\r';
const BACKSLASH = 92;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

/** Reads the word at or after `at`; neither word nor fault means the end of the text. */
export function readWord(text: string, at: number, options: WordOptions = {}): WordRead {
  const separators = options.separators ?? BLANKS;
  let start = at;
  while (start < text.length && isSeparator(text, start, separators)) {
    if (options.dontCoalesce) return { word: { text: '', start, end: start, quoted: false }, next: start + 1 };
    start++;
  }
  if (start >= text.length) return { next: text.length };
  const plain = plainWord(text, start, separators, options);
  if (plain) return plain;
  const state = new WordState(start);
  const fault = readInto(state, text, separators, options);
  if (fault) return { fault, next: text.length };
  return { word: state.finish(), next: afterSeparators(text, state.at, separators, options) };
}

/** The word at `start` if neither quote nor backslash stands in it: nearly all do not, and need no bookkeeping. */
function plainWord(text: string, start: number, separators: string, options: WordOptions): WordRead | undefined {
  const quotes = options.unquote || options.keepQuote;
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === BACKSLASH ? !options.retainEscape : quotes && (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)) {
      return undefined;
    }
    if (isSeparator(text, end, separators)) break;
  }
  const word = { text: text.slice(start, end), start, end, quoted: false };
  return { word, next: afterSeparators(text, end, separators, options) };
}

function afterSeparators(text: string, end: number, separators: string, { dontCoalesce }: WordOptions): number {
  if (dontCoalesce) return Math.min(end + 1, text.length);
  let next = end;
  while (next < text.length && isSeparator(text, next, separators)) next++;
  return next;
}

/** Asked of every character: nearly always the separators are blanks. */
function isSeparator(text: string, at: number, separators: string): boolean {
  if (separators !== BLANKS) return separators.includes(text[at]!);
  const code = text.charCodeAt(at);
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** The words of a text up to its end or the first fault. */
export function readWords(text: string, options: WordOptions = {}): { words: Word[]; fault?: WordFault } {
  const words: Word[] = [];
  let at = 0;
  for (;;) {
    const { word, fault, next } = readWord(text, at, options);
    if (fault) return { words, fault };
    if (!word) return { words };
    words.push(word);
    at = next;
  }
}

/** The range, in the text the word was read from, of characters `from` to `to` of the decoded word. */
export function wordSpan(word: Word, from = 0, to = word.text.length): Span {
  const { pieces } = word;
  if (!pieces) return { start: Math.min(word.start + from, word.end), end: Math.min(word.start + to, word.end) };
  if (from === 0 && to >= word.text.length) return { start: word.start, end: word.end };
  const place = (at: number): number => toSource({ text: word.text, pieces }, Math.min(at, word.text.length));
  return { start: place(from), end: Math.max(place(from), place(to)) };
}

/** Collects decoded runs and where they came from. */
class WordState {
  private text = '';
  private readonly pieces: Piece[] = [];
  private readonly start: number;
  private contentEnd: number;
  quoted = false;
  /** An escape gave bytes beyond ASCII. */
  hasBytes = false;
  at: number;

  constructor(start: number) {
    this.start = start;
    this.at = start;
    this.contentEnd = start;
  }

  /** Adds what the `length` characters from here on stand for, and goes on after them. */
  take(text: string, length: number): void {
    this.pieces.push({ at: this.text.length, source: this.at });
    this.text += text;
    this.at += length;
    this.contentEnd = this.at;
  }

  skip(length = 1): void {
    this.at += length;
  }

  finish(): Word {
    const { text, start, at: end, quoted, contentEnd } = this;
    const pieces = [...this.pieces, { at: text.length, source: contentEnd }];
    return { start, end, quoted, ...(this.hasBytes ? joinBytes(text, pieces) : { text, pieces }) };
  }
}

function readInto(state: WordState, text: string, separators: string, options: WordOptions): WordFault | undefined {
  const quotes = options.unquote || options.keepQuote ? `"'` : '';
  const backslash = options.retainEscape ? '' : '\\';
  let quote = '';
  let quoteStart = 0;
  while (state.at < text.length) {
    const { at } = state;
    const char = text[at]!;
    if (char === backslash) {
      const fault = takeEscape(state, text, separators, options, quote !== '');
      if (fault) return fault;
    } else if (quote === '' ? quotes.includes(char) : char === quote) {
      if (quote === '') quoteStart = at;
      quote = quote === '' ? char : '';
      state.quoted = true;
      if (options.keepQuote) state.take(char, 1);
      else state.skip();
    } else if (quote === '' && separators.includes(char)) {
      return undefined;
    } else {
      const end = runEnd(text, at, quote === '' ? `${separators}${quotes}${backslash}` : `${quote}${backslash}`);
      state.take(text.slice(at, end), end - at);
    }
  }
  if (quote !== '' && !options.relax) return { fault: 'unbalanced-quote', start: quoteStart, end: text.length };
  return undefined;
}

/** The end of the run of ordinary characters that starts at `at`. */
function runEnd(text: string, at: number, stops: string): number {
  let end = at + 1;
  while (end < text.length && !stops.includes(text[end]!)) end++;
  return end;
}

function takeEscape(
  state: WordState,
  text: string,
  separators: string,
  options: WordOptions,
  inQuote: boolean,
): WordFault | undefined {
  const { at } = state;
  const char = text[at + 1];
  if (char === undefined) {
    if (options.unescapeRelax && (!inQuote || options.relax)) state.take('\\', 1);
    else if (options.relax) state.skip();
    else return { fault: 'trailing-backslash', start: at, end: at + 1 };
    return undefined;
  }
  const decoded = options.cunescape ? escapeAt(text, at + 1, options.version) : undefined;
  if (decoded) {
    state.hasBytes ||= decoded.text >= '\ud800';
    state.take(decoded.text, decoded.length + 1);
  } else if (!options.cunescape && !options.unescapeSeparators) state.take(char, 2);
  else if (options.unescapeSeparators && (char === '\\' || separators.includes(char))) state.take(char, 2);
  else if (options.unescapeRelax) state.take(`\\${char}`, 2);
  else return { fault: 'bad-escape', start: at, end: at + 2 };
  return undefined;
}
