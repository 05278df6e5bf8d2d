import { readWord, readWords, type Word, type WordFault, type WordOptions } from '../../syntax/words.ts';
import { type Span, touches } from '../../text/span.ts';
import { since } from '../changes.ts';
import { type Located, locatedWord, partOf, readFields, wordWithin } from '../located.ts';
import { type Consequence, faultAt, nameOf, quoted } from '../problem.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { faultsOf, quotingProblem } from '../word-list.ts';
import { pathFault } from './path-fault.ts';
import { activeField, completePath, pathReferences } from './path-help.ts';

/** BindPaths= and BindReadOnlyPaths=: `[-]source[:destination[:options]]`. */
export const bindPaths: ValueType = {
  parsers: ['config_parse_bind_paths'],
  repeats: 'extends',
  specifiers: 'all',
  check(text, context) {
    const { binds, fault } = readBinds(text, context.version);
    const consequence = binds.length > 1 ? 'entry' : 'ignored';
    const problems = faultsOf(binds, (bind) => checkBind(bind, context, consequence));
    return fault ? [...problems, quotingProblem(fault, context, binds.length > 0)] : problems;
  },
  references: (text, context, near) =>
    pathReferences(
      readBinds(text, context.version, near).binds.map((bind) => sourceOf(bind)),
      context,
      near,
    ),
  complete: (text, offset) => completePath(text, offset, { separators: ' \t:' }),
  signature: () => ({
    label: '[-]source[:destination[:options]] …',
    parameters: [
      { label: 'source', documentation: 'A path of the host; "-" in front of it: skip it when it is not there.' },
      { label: 'destination', documentation: 'Where the service sees it; the same path when not given.' },
      { label: 'options', documentation: 'rbind (with what is mounted below, the default) or norbind.' },
    ],
    active: activeField,
  }),
};

const sourceOf = ({ source }: Bind): Located => partOf(source, source.text.startsWith('-') ? 1 : 0);

function checkBind(bind: Bind, context: ValueContext, consequence: Consequence): ValueProblem | undefined {
  const { destination, options, extra } = bind;
  if (extra) {
    const what = `${nameOf(context)} takes three parts at most`;
    return faultAt(extra.span(), { rule: 'value-invalid', consequence, what });
  }
  return (
    checkPart(sourceOf(bind), context, consequence, 'The source') ??
    (destination && checkPart(destination, context, consequence, 'The destination')) ??
    (options && checkOptions(options, consequence))
  );
}

function checkPart(
  path: Located,
  context: ValueContext,
  consequence: Consequence,
  part: string,
): ValueProblem | undefined {
  const resolved = resolve(path, context, { consequence, limit: PATH_LIMIT });
  return resolved.problem ?? pathFault(resolved.value, context, { consequence, part });
}

function checkOptions(options: Located, consequence: Consequence): ValueProblem | undefined {
  if (/^(no|)rbind$|^$/.test(options.text)) return undefined;
  const what = `The third part may be rbind or norbind, not ${quoted(options.text)}`;
  return faultAt(options.span(), { rule: 'value-invalid', consequence, what });
}

/** `source[:destination[:options]]`; `extra` is a part too many. */
interface Bind {
  /** As it is written. */
  readonly text: string;
  readonly source: Located;
  readonly destination?: Located | undefined;
  readonly options?: Located | undefined;
  readonly extra?: Located | undefined;
}

interface Binds {
  readonly binds: readonly Bind[];
  readonly fault?: WordFault;
}

/**
 * Today the value is taken apart at blanks first and then at colons; before, at both at once. Where a place is told, those far
 * from it may be left out.
 */
const readBinds = (text: string, version: number, near?: Span): Binds =>
  since(version, 'binds are nested') ? readNested(text, near) : readFlat(text);

const INNER: WordOptions = { unquote: true, cunescape: true, unescapeSeparators: true };

/** What may keep systemd from reading the rest. */
const QUOTES_OR_ESCAPES = /["'\\]/;

function readNested(text: string, near?: Span): Binds {
  const { words, fault } = readWords(text, { unquote: true, retainEscape: true });
  const binds: Bind[] = [];
  for (const word of words) {
    if (near && !touches(word, near) && !QUOTES_OR_ESCAPES.test(word.text)) continue;
    const entry = locatedWord(word);
    const inner = readFields(entry.text, INNER);
    if (inner.fault) return { binds, fault: { ...inner.fault, ...entry.span(inner.fault.start, inner.fault.end) } };
    const [source, destination, options, extra] = inner.fields.map((field) => wordWithin(entry, field));
    if (source) binds.push({ text: entry.text, source, destination, options, extra });
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
      binds.push({ text: source.word.text, source: locatedWord(source.word) });
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
    binds.push({
      text: text.slice(source.word.start, at),
      source: locatedWord(source.word),
      destination: locatedWord(word),
      options: last,
    });
  }
  return { binds };
}

const endsInColon = (text: string, word: Word, next: number): boolean => next > word.end && text[next - 1] === ':';

const WORDS: WordOptions = { unquote: true };

/** TemporaryFileSystem=: `path[:mount options]`; the options are not looked at when loading. */
export const temporaryFilesystems: ValueType = {
  parsers: ['config_parse_temporary_filesystems'],
  repeats: 'extends',
  form: 'PATH:OPTIONS',
  specifiers: 'to-colon-of-word',
  check(text, context) {
    const { words, fault } = readWords(text, WORDS);
    const consequence = words.length > 1 ? 'entry' : 'ignored';
    const problems = faultsOf(words, (word) => {
      const entry = locatedWord(word);
      const colon = entry.text.indexOf(':');
      const path = colon < 0 ? entry : partOf(entry, 0, colon);
      if (path.text === '' && colon < 0)
        return [faultAt(entry.span(), { rule: 'path-invalid', consequence, what: 'An empty word is not a path' })];
      const resolved = resolve(path, context, { consequence, limit: PATH_LIMIT });
      return resolved.problem ?? pathFault(resolved.value, context, { consequence });
    });
    return fault ? [...problems, quotingProblem(fault, context, words.length > 0)] : problems;
  },
  complete: (text, offset) => completePath(text, offset, { separators: ' \t' }),
  signature: () => ({
    label: 'path[:options] …',
    parameters: [
      { label: 'path', documentation: 'Where the service sees an empty temporary file system.' },
      { label: 'options', documentation: 'Mount options, separated by commas: ro, size=10%, mode=0755.' },
    ],
    active: activeField,
  }),
};
