import { readWords, type Word } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { expandLocated, locatedWord } from '../located.ts';
import { type Consequence, faultAt, quoted } from '../problem.ts';
import { expandReference, resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { faultsOf, quotingProblem, wordAround, wordsNear } from '../word-list.ts';

const SCHEMES = ['http://', 'https://', 'file:/', 'info:', 'man:'];
const WORDS = { unquote: true, retainEscape: true } as const;

/** Documentation=: URIs separated by blanks, see systemd.unit(5) and uri(7). */
export const documentation: ValueType = {
  parsers: ['config_parse_documentation'],
  repeats: 'adds',
  holds: 'documents',
  specifiers: 'all',
  check(text, context) {
    const { words, fault } = readWords(text, WORDS);
    const consequence = words.length > 1 ? 'entry' : 'ignored';
    const problems = faultsOf(words, (word) =>
      [checkUri(word, context, consequence)].filter((problem) => problem !== undefined),
    );
    // At a broken quote this parser drops the words before it as well.
    return fault ? [quotingProblem(fault, context)] : problems;
  },
  references: (text, context, near) =>
    wordsNear(readWords(text, WORDS).words, near).flatMap((word) => {
      const target = expandReference(locatedWord(word), context);
      return target && isUri(target) ? [{ start: word.start, end: word.end, type: 'uri' as const, target }] : [];
    }),
  complete: (text, offset) => ({
    ...wordAround(text, offset),
    items: SCHEMES.map((label) => ({ label, kind: 'prefix' as const })),
  }),
  describe(text, offset, context) {
    const word = readWords(text, WORDS).words.find(({ start, end }) => start <= offset && offset <= end);
    const page = word && /^man:(.+)\((\w+)\)$/.exec(expandLocated(locatedWord(word), context).text);
    return page
      ? { start: word.start, end: word.end, markdown: `The manual page ${escapeMarkdown(`${page[1]}(${page[2]})`)}.` }
      : undefined;
  },
};

/** `documentation_url_is_valid()`, src/basic/web-util.c: schemes in small letters, some ASCII after them, whatever it is. */
const isUri = (text: string): boolean =>
  /^(https?:\/\/|file:\/|info:|man:)[\s\S]+$/.test(text) && /^[\x01-\x7f]*$/.test(text);

/** Quotes with nothing between them in the end; what a specifier alone leaves empty is left out without a word. */
function emptyUri(word: Word, consequence: Consequence): ValueProblem | undefined {
  if (!word.quoted) return undefined;
  const what = 'Documentation= takes URIs, and these quotes are empty';
  return faultAt(word, { rule: 'value-invalid', consequence, what, remedy: 'Take them out.', replacement: '' });
}

function checkUri(word: Word, context: ValueContext, consequence: Consequence): ValueProblem | undefined {
  const resolved = resolve(locatedWord(word), context, { consequence });
  if (resolved.problem) return resolved.problem;
  const { text } = resolved.value;
  if (isUri(text)) return undefined;
  if (text === '') return emptyUri(word, consequence);
  const what = `${quoted(text)} is not a URI that systemd takes`;
  return faultAt(word, { rule: 'value-invalid', consequence, what, ...remedyFor(text) });
}

function remedyFor(text: string): { remedy: string; replacement?: string } {
  if (/^\w+:\/?\/?$/.test(text)) return { remedy: 'Write what it points to after the colon.' };
  const page = /^([\w.@-]+)\((\d\w*)\)$/.exec(text);
  if (page) return { remedy: 'Write a manual page as man:name(section).', replacement: `man:${text}` };
  if (/^(www\.|[\w-]+\.(com|org|io|net)\b)/.test(text))
    return { remedy: 'Write https:// in front of it.', replacement: `https://${text}` };
  const scheme = /^[A-Za-z]+:/.exec(text)?.[0];
  const guess = scheme && nearest(scheme, ['http:', 'https:', 'file:', 'info:', 'man:']);
  const hint = guess ? ` Did you mean ${guess}?` : '';
  return { remedy: `URIs begin with http://, https://, file:/, info: or man:, in small letters.${hint}` };
}
