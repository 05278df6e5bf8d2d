import { locatedText } from '../located.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { completePath } from './complete.ts';
import { type PathRules, pathFault } from './path-fault.ts';
import { pathReferences } from './reference.ts';

/** Settings whose argument is set refuse the unit instead of ignoring the line: RootDirectory= and its like. */
const isFatal = ({ directive }: ValueContext): boolean => directive.argument === 'true';

/** One absolute path, unquoted, with specifiers. Empty resets. */
export const absolutePath: ValueType = {
  parsers: ['config_parse_unit_path_printf'],
  check(text, context) {
    const consequence = isFatal(context) ? 'refused' : 'ignored';
    return checkPath(text, context, { consequence });
  },
  references: (text, context) => pathReferences([locatedText(text)], context),
  complete: (text, offset) => completePath(text, offset),
};

/** PathExists= and its like in [Path]. */
export const watchedPath: ValueType = {
  parsers: ['config_parse_path_spec'],
  check: (text, context) => checkPath(text, context, { consequence: 'ignored' }),
  references: (text, context) => pathReferences([locatedText(text)], context),
  complete: (text, offset) => completePath(text, offset),
};

/** The faults of a value that is one path as a whole; the empty one resets, also when a specifier left nothing. */
export function checkPath(text: string, context: ValueContext, rules: PathRules, offset = 0): ValueProblem[] {
  if (text === '') return [];
  const resolved = resolve(locatedText(text, offset), context, { consequence: rules.consequence, limit: PATH_LIMIT });
  if (resolved.problem) return [resolved.problem];
  if (resolved.value.text === '') return [];
  const fault = pathFault(resolved.value, context, rules);
  return fault ? [fault] : [];
}
