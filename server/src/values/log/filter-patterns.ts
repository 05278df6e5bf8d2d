import { faultAt } from '../consequence.ts';
import { nameOf, whole } from '../problem.ts';
import type { ValueType } from '../value-type.ts';
import { patternFault } from './pattern-fault.ts';

/** `LogFilterPatterns=`, `config_parse_log_filter_patterns()`: one regular expression, after a `~` one that discards. */
export const logFilterPatterns: ValueType = {
  parsers: ['config_parse_log_filter_patterns'],
  repeats: 'extends',
  check(text, context) {
    if (text === '') return [];
    if (text === '~') {
      const what = `${nameOf(context)} has no pattern after its ~`;
      return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
    }
    const start = text.startsWith('~') ? 1 : 0;
    const fault = patternFault(text.slice(start));
    if (!fault) return [];
    const at = { start: fault.start + start, end: fault.end + start };
    return [faultAt(at, { rule: 'value-invalid', consequence: 'ignored', what: fault.what })];
  },
  complete: (text) =>
    text === ''
      ? { ...whole(text), items: [{ label: '~', kind: 'prefix', detail: 'discard messages that match' }] }
      : undefined,
  describe(text) {
    if (text === '' || text === '~') return undefined;
    const markdown = text.startsWith('~')
      ? 'Messages in which this regular expression matches are discarded.'
      : 'Of the messages that pass other patterns, only those in which this regular expression matches are kept.';
    return { ...whole(text), markdown };
  },
};
