import { since } from '../changes.ts';
import { faultAt } from '../consequence.ts';
import { locatedText } from '../located.ts';
import { nameOf, whole } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { ValueType } from '../value-type.ts';

/** Free text with specifiers: Description=, SyslogIdentifier=, PAMName= and so on. Empty resets. */
export const textWithSpecifiers: ValueType = {
  parsers: ['config_parse_unit_string_printf'],
  repeats: 'replaces',
  specifiers: 'all',
  check(text, context) {
    const { problem } = resolve(locatedText(text), context, { consequence: 'ignored' });
    return problem ? [problem] : [];
  },
};

/** Text taken as it stands: TCPCongestion=. */
export const plainText: ValueType = {
  parsers: ['config_parse_string'],
  repeats: 'replaces',
  check: () => [],
};

/** NAME_MAX, what `reboot_parameter_is_valid()` (src/shared/reboot-util.c) takes. */
const REBOOT_ARGUMENT_LIMIT = 255;

/** RebootArgument=: ASCII, since it goes to the kernel. */
export const rebootArgument: ValueType = {
  parsers: ['config_parse_reboot_parameter'],
  repeats: 'replaces',
  specifiers: 'all',
  check(text, context) {
    const resolved = resolve(locatedText(text), context, { consequence: 'ignored' });
    if (resolved.problem) return [resolved.problem];
    if (!since(context.version, 'arguments of a reboot are checked')) return [];
    const argument = resolved.value.text;
    if (/^[\x00-\x7f]*$/.test(argument) && argument.length <= REBOOT_ARGUMENT_LIMIT) return [];
    const what = `${nameOf(context)} goes to the kernel and takes up to 255 characters of ASCII only`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
  },
};
