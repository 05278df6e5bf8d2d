import { locatedText } from '../../../values/located.ts';
import { pathFault } from '../../../values/paths/path-fault.ts';
import { completePath } from '../../../values/paths/path-help.ts';
import type { ValueContext, ValueProblem, ValueType } from '../../../values/value-type.ts';

function checkFile(text: string, context: ValueContext): ValueProblem[] {
  if (text === '') return [];
  const fault = pathFault(locatedText(text), context, { consequence: 'ignored' });
  return fault ? [fault] : [];
}

/** `config_parse_path()`: one absolute path; daemons expand no specifiers. Empty resets. */
const file: ValueType = {
  parsers: ['config_parse_path'],
  repeats: 'replaces',
  form: 'path',
  check: checkFile,
  references: (text) => (text.startsWith('/') ? [{ start: 0, end: text.length, type: 'path', target: text }] : []),
  complete: (text, offset) => completePath(text, offset),
};

/** `config_parse_path_or_ignore()`: the same, or `-` for none. */
const fileOrNone: ValueType = {
  ...file,
  parsers: ['config_parse_path_or_ignore'],
  check: (text, context) => (text === '-' ? [] : checkFile(text, context)),
  describe: (text) => (text === '-' ? { start: 0, end: 1, markdown: 'No file: it is not checked.' } : undefined),
};

export const files: readonly ValueType[] = [file, fileOrNone];
