import { readWords, type Word, type WordOptions } from '../../syntax/words.ts';
import type { Span } from '../../text/span.ts';
import { type Located, locatedWord, partOf, readFields } from '../located.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueTraits, ValueType } from '../value-type.ts';
import { faultsOf, quotingProblem, wordsNear } from '../word-list.ts';
import { pathFault } from './path-fault.ts';
import { completePath, pathReferences } from './path-help.ts';

interface PathListForm {
  readonly parsers: readonly string[];
  readonly traits?: Partial<ValueTraits>;
  /** Prefixes each path may have, in this order, each once. */
  readonly prefixes?: string;
  /** Splits at colons, where an empty path between two is a fault. */
  readonly colons?: boolean;
}

const QUOTED: WordOptions = { unquote: true };

/** Paths after each other; a bad one costs itself alone. */
function pathList(form: PathListForm): ValueType {
  const split = (text: string) => {
    if (!form.colons) return readWords(text, QUOTED);
    const { fields, fault } = readFields(text);
    return { words: fields, fault };
  };
  const pathOf = (word: Word): Located => withoutPrefixes(locatedWord(word), form.prefixes);
  const pathsOf = (text: string, near?: Span): Located[] =>
    text === '' ? [] : wordsNear(split(text).words, near).map(pathOf);
  return {
    parsers: form.parsers,
    repeats: 'extends',
    specifiers: 'all',
    ...form.traits,
    check(text, context) {
      if (text === '') return [];
      const { words, fault } = split(text);
      const problems = faultsOf(words, (word) => checkEntry(pathOf(word), context, words.length > 1));
      return fault ? [...problems, quotingProblem(fault, context, words.length > 0)] : problems;
    },
    references: (text, context, near) => pathReferences(pathsOf(text, near), context, near),
    complete: (text, offset) => completePath(text, offset, { separators: form.colons ? ':' : ' \t' }),
  };
}

function withoutPrefixes(path: Located, prefixes = ''): Located {
  let at = 0;
  for (const prefix of prefixes) if (path.text[at] === prefix) at++;
  return at === 0 ? path : partOf(path, at);
}

function checkEntry(path: Located, context: ValueContext, amongOthers: boolean): ValueProblem | undefined {
  const consequence = amongOthers ? 'entry' : 'ignored';
  const resolved = resolve(path, context, { consequence, limit: PATH_LIMIT });
  return resolved.problem ?? pathFault(resolved.value, context, { consequence });
}

/** ReadWritePaths=, InaccessiblePaths=, ExecPaths=, ExtensionDirectories= …; systemd.exec(5), "Sandboxing". */
export const namespacePaths = pathList({ parsers: ['config_parse_namespace_path_strv'], prefixes: '-+' });

/** Symlinks= of sockets. */
export const symlinks = pathList({ parsers: ['config_parse_unit_path_strv_printf'] });

/** RequiresMountsFor= and WantsMountsFor=; up to 253 under the older name. */
export const mountsFor = pathList({
  parsers: ['config_parse_unit_mounts_for', 'config_parse_unit_requires_mounts_for'],
  traits: { repeats: 'adds', emptyClears: 'nothing', holds: 'mounts' },
});

/** ExecSearchPath=. */
export const searchPath = pathList({ parsers: ['config_parse_colon_separated_paths'], colons: true });
