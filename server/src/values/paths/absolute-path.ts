import type { Consequence } from '../consequence.ts';
import { expandLocated, type Located, locatedText } from '../located.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { pathFault } from './path-fault.ts';
import { completePath, pathReferences } from './path-help.ts';

/** Settings whose argument is set refuse the unit instead of ignoring the line: RootDirectory= and its like. */
const isFatal = ({ directive }: ValueContext): boolean => directive.argument === 'true';

/** One absolute path, unquoted, with specifiers. Empty resets. */
export const absolutePath: ValueType = {
  parsers: ['config_parse_unit_path_printf'],
  repeats: 'replaces',
  specifiers: 'all',
  check(text, context) {
    const path = locatedText(text);
    // The empty value resets, also when a specifier left nothing.
    const empty = expandLocated(path, context);
    return empty.text === '' && !empty.unknown ? [] : checkOne(path, context, isFatal(context) ? 'refused' : 'ignored');
  },
  references: (text, context) => pathReferences([locatedText(text)], context),
  complete: (text, offset) => completePath(text, offset),
};

/** PathExists= and its like in [Path]. */
export const watchedPath: ValueType = {
  parsers: ['config_parse_path_spec'],
  repeats: 'extends',
  emptyClears: /^(Path|DirectoryNotEmpty)/,
  specifiers: 'all',
  check: (text, context) => (text === '' ? [] : checkOne(locatedText(text), context, 'ignored')),
  references: (text, context) => pathReferences([locatedText(text)], context),
  complete: (text, offset) => completePath(text, offset),
};

/** The faults of one path that must be there. */
export function checkOne(path: Located, context: ValueContext, consequence: Consequence): ValueProblem[] {
  const resolved = resolve(path, context, { consequence, limit: PATH_LIMIT });
  if (resolved.problem) return [resolved.problem];
  const fault = pathFault(resolved.value, context, { consequence });
  return fault ? [fault] : [];
}
