import { readWords, type WordOptions } from '../../syntax/words.ts';
import { faultAt } from '../consequence.ts';
import { locatedWord, partOf } from '../located.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { ValueType } from '../value-type.ts';
import { quotingProblem } from '../word-list.ts';
import { pathFault } from './path-fault.ts';
import { activeField, completePath } from './path-help.ts';

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
    const problems = words.flatMap((word) => {
      const entry = locatedWord(word);
      const colon = entry.text.indexOf(':');
      const path = colon < 0 ? entry : partOf(entry, 0, colon);
      if (path.text === '' && colon < 0)
        return [faultAt(entry.span(), { rule: 'path-invalid', consequence, what: 'An empty word is not a path' })];
      const resolved = resolve(path, context, { consequence, limit: PATH_LIMIT });
      return resolved.problem ?? pathFault(resolved.value, context, { consequence }) ?? [];
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
