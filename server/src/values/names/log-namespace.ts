import { readWords } from '../../syntax/words.ts';
import { locatedText } from '../located.ts';
import { faultAt, nameOf, quoted } from '../problem.ts';
import { byteLength, resolve } from '../resolve.ts';
import type { ValueType } from '../value-type.ts';
import { faultsOf, quotingProblem } from '../word-list.ts';

/** LogNamespace=: the name becomes the instance of systemd-journald@.service and part of a file name. */
export const logNamespace: ValueType = {
  parsers: ['config_parse_log_namespace'],
  repeats: 'replaces',
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const resolved = resolve(locatedText(text), context, { consequence: 'ignored' });
    if (resolved.problem) return [resolved.problem];
    const name = resolved.value.text;
    if (isNamespace(name)) return [];
    const what =
      name === ''
        ? `${nameOf(context)} is left without a name`
        : `${quoted(name)} is not a valid name for a log namespace`;
    const remedy = 'It takes letters, digits, ":", "-", "_", "." and "@", and has to be a file name.';
    return [faultAt(resolved.value.span(), { rule: 'value-invalid', consequence: 'ignored', what, remedy })];
  },
};

/** `log_namespace_name_valid()`, src/basic/syslog-util.c: room for `systemd-journald@….service` in a unit name. */
const isNamespace = (name: string): boolean =>
  /^[0-9A-Za-z:_.@-]+$/.test(name) && name !== '.' && name !== '..' && name.length <= 222;

/** LUOSession=: names of sessions kept over a kexec; each once. Specifiers are not replaced. */
export const luoSessions: ValueType = {
  parsers: ['config_parse_luo_sessions'],
  repeats: 'extends',
  check(text, context) {
    const { words, fault } = readWords(text);
    const consequence = words.length > 1 ? 'entry' : 'ignored';
    const seen = new Set<string>();
    const problems = faultsOf(words, (word) => {
      const again = seen.has(word.text);
      seen.add(word.text);
      const invalid = !/^[\x21-\x7e]*$/.test(word.text) || /["':*?[\\]/.test(word.text) || byteLength(word.text) > 255;
      if (!invalid && !again) return [];
      const what = again
        ? `${nameOf(context)} names ${quoted(word.text)} twice`
        : `${quoted(word.text)} is not a valid name for a session`;
      return [faultAt(word, { rule: 'value-invalid', consequence, what })];
    });
    return fault ? [...problems, quotingProblem(fault, context, words.length > 0)] : problems;
  },
};
