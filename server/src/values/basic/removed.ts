import type { ValueType } from '../value-type.ts';

/**
 * Directives systemd takes with a remark and does nothing with; `config_parse_warn_compat()` of
 * src/shared/conf-parser.c. Any value will do: the rule directive-removed speaks of the directive itself.
 */
export const removed: ValueType = {
  parsers: ['config_parse_warn_compat'],
  repeats: 'extends',
  status: 'removed',
  check: () => [],
};
