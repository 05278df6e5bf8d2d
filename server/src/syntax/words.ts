import type { Span } from '../text/span.ts';
import { escapeAt } from './escapes.ts';

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
  /** Where each character of `text` comes from, and where the last one ends; undefined when they stand one by one from `start` on. */
  readonly offsets?: readonly number[];
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

/** Reads the word at or after `at`; neither word nor fault means the end of the text. */
export function readWord(text: string, at: number, options: WordOptions = {}): WordRead {
  const separators = options.separators ?? BLANKS;
  let start = at;
  while (start < text.length && separators.includes(text[start]!)) {
    if (options.dontCoalesce) return { word: { text: '', start, end: start, quoted: false }, next: start + 1 };
    start++;
  }
  if (start >= text.length) return { next: text.length };
  const state = new WordState(start);
  const fault = readInto(state, text, separators, options);
  if (fault) return { fault, next: text.length };
  const word = state.finish();
  let next = state.at;
  if (next < text.length && options.dontCoalesce) return { word, next: next + 1 };
  while (next < text.length && separators.includes(text[next]!)) next++;
  return { word, next };
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
  if (!word.offsets) {
    return { start: Math.min(word.start + from, word.end), end: Math.min(word.start + to, word.end) };
  }
  if (from === 0 && to >= word.text.length) return { start: word.start, end: word.end };
  const start = word.offsets[from] ?? word.end;
  const end = word.offsets[to] ?? word.end;
  return { start, end: Math.max(start, end) };
}

/** Collects decoded characters and where they came from. */
class WordState {
  private readonly chars: string[] = [];
  private readonly offsets: number[] = [];
  quoted = false;
  private readonly start: number;
  at: number;
  private plain = true;
  private contentEnd: number;

  constructor(start: number) {
    this.start = start;
    this.at = start;
    this.contentEnd = start;
  }

  /** Adds what the characters from `from` on stand for, and goes on after them. */
  take(text: string, from: number, length: number): void {
    for (let i = 0; i < text.length; i++) this.offsets.push(from);
    this.chars.push(text);
    this.contentEnd = from + length;
    if (text.length !== length) this.plain = false;
    this.at = from + length;
  }

  skip(length = 1): void {
    this.plain = false;
    this.at += length;
  }

  finish(): Word {
    const base: Word = { text: this.chars.join(''), start: this.start, end: this.at, quoted: this.quoted };
    return this.plain ? base : { ...base, offsets: [...this.offsets, this.contentEnd] };
  }
}

function readInto(state: WordState, text: string, separators: string, options: WordOptions): WordFault | undefined {
  const quotes = options.unquote || options.keepQuote;
  let quote = '';
  let quoteStart = 0;
  while (state.at < text.length) {
    const at = state.at;
    const char = text[at]!;
    if (char === '\\' && !options.retainEscape) {
      const fault = takeEscape(state, text, separators, options, quote !== '');
      if (fault) return fault;
    } else if (quote !== '' ? char === quote : quotes && (char === '"' || char === "'")) {
      if (quote === '') quoteStart = at;
      quote = quote === '' ? char : '';
      state.quoted = true;
      if (options.keepQuote) state.take(char, at, 1);
      else state.skip();
    } else if (quote === '' && separators.includes(char)) {
      return undefined;
    } else {
      state.take(char, at, 1);
    }
  }
  if (quote !== '' && !options.relax) return { fault: 'unbalanced-quote', start: quoteStart, end: text.length };
  return undefined;
}

function takeEscape(
  state: WordState,
  text: string,
  separators: string,
  options: WordOptions,
  inQuote: boolean,
): WordFault | undefined {
  const at = state.at;
  const char = text[at + 1];
  if (char === undefined) {
    if (options.unescapeRelax && (!inQuote || options.relax)) state.take('\\', at, 1);
    else if (options.relax) state.skip();
    else return { fault: 'trailing-backslash', start: at, end: at + 1 };
    return undefined;
  }
  const decoded = options.cunescape ? escapeAt(text, at + 1) : undefined;
  if (decoded) state.take(decoded.text, at, decoded.length + 1);
  else if (!options.cunescape && !options.unescapeSeparators) state.take(char, at, 2);
  else if (options.unescapeSeparators && (char === '\\' || separators.includes(char))) state.take(char, at, 2);
  else if (options.unescapeRelax) state.take(`\\${char}`, at, 2);
  else return { fault: 'bad-escape', start: at, end: at + 2 };
  return undefined;
}
