import { boolean } from '../boolean.ts';
import type { ValueType } from '../value-type.ts';

/** A boolean whose empty value leaves the choice to systemd. */
export const tristate: ValueType = {
  ...boolean,
  parsers: ['config_parse_tristate', 'config_parse_exec_mount_apivfs'],
  repeats: 'replaces',
  check: (text, context) => (text === '' ? [] : boolean.check(text, context)),
};
