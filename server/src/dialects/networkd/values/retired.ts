import { parseBoolean } from '../../../values/boolean.ts';
import { since } from '../../../values/changes.ts';
import { problem, whole } from '../../../values/problem.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { named } from '../../values/one-of.ts';
import { keywords, taking } from '../../values/taking.ts';

const WORDS: Readonly<Record<string, string>> = {
  ipv4: 'IPv4 alone',
  ipv6: 'IPv6 alone',
  kernel: 'as the kernel has it',
};

const forwarding = taking({
  parsers: named('ip_forward_deprecated'),
  what: 'yes, no, ipv4 or ipv6',
  takes: (text) => parseBoolean(text) !== undefined || Object.hasOwn(WORDS, text),
});

/** `IPForward=`, of which newer releases say that it is there no more; `config_parse_ip_forward_deprecated()`. */
const ipForward: ValueType = {
  ...forwarding,
  check(text, context) {
    if (!since(context.version, 'IPForward= has no effect')) return forwarding.check(text, context);
    const message =
      'IPForward= has no effect since systemd 256: systemd-networkd warns, and ignores the line. Write IPv4Forwarding= or IPv6Forwarding=.';
    return [problem(whole(text), 'value-obsolete', message, { effect: 'ignored' })];
  },
};

const linkLocal = taking({
  parsers: named('ipv4ll'),
  what: 'yes or no',
  takes: (text) => parseBoolean(text) !== undefined,
  items: keywords({ yes: '', no: '' }),
});

/** `IPv4LL=`, the old spelling of `LinkLocalAddressing=`; `config_parse_ipv4ll()`. */
const ipv4LinkLocal: ValueType = {
  ...linkLocal,
  check(text, context) {
    const found = linkLocal.check(text, context);
    if (found.length > 0) return found;
    const message =
      'IPv4LL= is an old name; systemd accepts this line and warns. Write LinkLocalAddressing=ipv4 or the like.';
    return [problem(whole(text), 'value-obsolete', message, { effect: 'kept' })];
  },
};

/** Keys of which the program warns whatever their value. */
export const retired: readonly ValueType[] = [ipForward, ipv4LinkLocal];
