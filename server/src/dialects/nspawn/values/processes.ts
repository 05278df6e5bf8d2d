import { parseBoolean } from '../../../values/boolean.ts';
import { since } from '../../../values/changes.ts';
import { cpuSet } from '../../../values/numbers/cpu-sets.ts';
import { parseInteger } from '../../../values/numbers/integer.ts';
import { capabilities } from '../../../values/security/capabilities.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { isNumber } from '../../networkd/values/numbers.ts';
import { isId128, isNullId } from '../../values/id128.ts';
import { named } from '../../values/one-of.ts';
import { safeText } from '../../values/safe-text.ts';
import { keywords, taking, takingWords } from '../../values/taking.ts';

const U32 = 2 ** 32 - 1;
const RANGE = 65_536;

/** `parse_uid()` of src/basic/user-util.c: digits without sign and zeros in front, but neither of the two that mean nobody. */
const isUser = (text: string): boolean => /^(?:0|[1-9]\d*)$/.test(text) && Number(text) < U32 && text !== '65535';

/** The first user and how many there are; `config_parse_private_users()`. */
function isUserRange(text: string): boolean {
  const [, first = '', count] = /^([^:]*)(?::(.*))?$/s.exec(text)!;
  if (!isUser(first)) return false;
  const range = count === undefined ? RANGE : isNumber(count, 1, U32) ? Number(count) : 0;
  return range > 0 && Number(first) + range <= U32 + 1;
}

const WORDS: Readonly<Record<string, string>> = {
  pick: 'a range of users nobody else has',
  identity: 'the users of the host, in a namespace of their own',
  managed: 'a range that systemd-nsresourced hands out',
};

/** Who the processes of a container are and what they may do; systemd.nspawn(5), "[Exec] section options". */
export const processes: readonly ValueType[] = [
  taking({
    parsers: named('private_users'),
    what: 'yes, no, pick, identity, or the first user and how many there are, like 65536:65536',
    takes: (text, { version }) =>
      parseBoolean(text) !== undefined ||
      (Object.hasOwn(WORDS, text) && (text !== 'managed' || since(version, 'users of containers are managed'))) ||
      isUserRange(text),
    items: keywords({ yes: 'the owner of the root folder tells the range', no: 'the users of the host', ...WORDS }),
  }),
  takingWords({
    parsers: named('capability'),
    what: 'capabilities like CAP_NET_ADMIN, or all',
    takes: (text, { version }) =>
      capabilities.has(text.toUpperCase()) ||
      text === 'all' ||
      isNumber(text, 0, since(version, 'capabilities end at 62') ? 62 : 63),
    items: keywords({ all: 'every capability', ...Object.fromEntries(capabilities) }),
  }),
  taking({
    parsers: named('id128'),
    what: 'an identifier of 32 digits of base 16, not all of them 0',
    takes: (text) => isId128(text) && !isNullId(text),
  }),
  takingWords({
    parsers: named('bind_user'),
    what: 'names of users of the host',
    takes: (text) => /^[A-Za-z_][A-Za-z0-9_-]{0,30}$/.test(text),
  }),
  taking({
    parsers: named('oom_score_adjust'),
    what: 'a number from -1000 to 1000',
    takes: (text) => typeof parseInteger(text, { from: -1000n, to: 1000n }) === 'bigint',
    empty: true,
  }),
  cpuSet({ parsers: named('cpu_set'), noun: 'CPUs', specifiers: 'never' }),
  { parsers: named('syscall_filter'), repeats: 'extends', check: () => [] },
  safeText,
];
