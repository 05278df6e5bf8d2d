import { readWord, readWords, type Word, type WordFault, type WordOptions } from '../../syntax/words.ts';
import { since } from '../changes.ts';
import { readFields } from '../fields.ts';
import { type Located, locatedWord, wordWithin } from '../located.ts';

/** `source[:destination[:options]]`; `extra` is a part too many. */
export interface Bind {
  readonly source: Located;
  readonly destination?: Located | undefined;
  readonly options?: Located | undefined;
  readonly extra?: Located | undefined;
}

export interface Binds {
  readonly binds: readonly Bind[];
  readonly fault?: WordFault;
}

/** Today the value is taken apart at blanks first and then at colons; before, at both at once. */
export const readBinds = (text: string, version: number): Binds =>
  since(version, 'binds are nested') ? readNested(text) : readFlat(text);

const INNER: WordOptions = { unquote: true, cunescape: true, unescapeSeparators: true };

function readNested(text: string): Binds {
  const { words, fault } = readWords(text, { unquote: true, retainEscape: true });
  const binds: Bind[] = [];
  for (const word of words) {
    const entry = locatedWord(word);
    const inner = readFields(entry.text, INNER);
    if (inner.fault) return { binds, fault: { ...inner.fault, ...entry.span(inner.fault.start, inner.fault.end) } };
    const [source, destination, options, extra] = inner.fields.map((field) => wordWithin(entry, field));
    if (source) binds.push({ source, destination, options, extra });
  }
  return fault ? { binds, fault } : { binds };
}

const FLAT: WordOptions = { separators: ': \t\n\r', unquote: true, dontCoalesce: true };

function readFlat(text: string): Binds {
  const binds: Bind[] = [];
  let at = 0;
  while (at < text.length) {
    if (' \t\n\r'.includes(text[at]!)) {
      at++;
      continue;
    }
    const source = readWord(text, at, FLAT);
    if (!source.word) return source.fault ? { binds, fault: source.fault } : { binds };
    at = source.next;
    if (!endsInColon(text, source.word, at)) {
      binds.push({ source: locatedWord(source.word) });
      continue;
    }
    const destination = readWord(text, at, FLAT);
    if (destination.fault) return { binds, fault: destination.fault };
    const word = destination.word ?? { text: '', start: at, end: at, quoted: false };
    at = destination.next;
    const options = endsInColon(text, word, at) ? readWord(text, at, { unquote: true }) : undefined;
    if (options?.fault) return { binds, fault: options.fault };
    at = options?.next ?? at;
    const last = options?.word && locatedWord(options.word);
    binds.push({ source: locatedWord(source.word), destination: locatedWord(word), options: last });
  }
  return { binds };
}

const endsInColon = (text: string, word: Word, next: number): boolean => next > word.end && text[next - 1] === ':';
