import type { Span } from '../../text/span.ts';
import { type Change, since } from '../changes.ts';
import { locatedText } from '../located.ts';
import { type Consequence, faultAt, nameOf, quoted, whole } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { checkWords, completeWord, type ListForm } from '../word-list.ts';
import { parseUnsigned } from './address.ts';

/** IFNAMSIZ of the kernel, NUL excluded. */
const NAME_MAX = 15;
/** ALTIFNAMSIZ, NUL excluded: alternative names of ip-link(8). */
const ALTERNATIVE_MAX = 127;

/** Why a text is not a valid name for a network interface, as `ifname_valid_full()` (src/basic/socket-util.c) judges. */
export function interfaceFault(
  name: string,
  alternative: boolean,
  version = Number.POSITIVE_INFINITY,
): string | undefined {
  const strict = since(version, 'interfaces have strict names');
  const max = alternative ? ALTERNATIVE_MAX : NAME_MAX;
  if (name === '') return 'is empty';
  if (name.length > max) return `is longer than the ${max} characters an interface name may have`;
  if (name === '.' || name === '..' || (strict && (name === 'all' || name === 'default')))
    return 'is reserved and cannot name an interface';
  const bad = (strict ? /[^!-~]|[:/%]/ : /[^!-~]|[:/]/).exec(name);
  if (bad) return bad[0] === ' ' ? 'contains a space' : `contains ${quoted(bad[0])}, which an interface name cannot`;
  const index = parseUnsigned(name, 2_147_483_647);
  if (/^\d+$/.test(name) || (strict && typeof index === 'number' && index > 0))
    return 'is a number; interfaces are named here, not numbered';
  return undefined;
}

const LOOPBACK: Candidate = { label: 'lo', kind: 'value', detail: 'the loopback interface' };

interface NameOptions {
  readonly alternative: boolean;
  readonly consequence: Consequence;
}

function invalid(name: string, at: Span, options: NameOptions, context: ValueContext): ValueProblem[] {
  const fault = interfaceFault(name, options.alternative, context.version);
  if (!fault) return [];
  return [
    faultAt(at, {
      rule: 'value-invalid',
      consequence: options.consequence,
      what: `${nameOf(context)} takes names of network interfaces, and ${quoted(name)} ${fault}`,
      remedy: 'Write a name as "ip link" shows it.',
    }),
  ];
}

/** One interface; its specifiers are replaced always, or since a change. */
const one = (parser: string, change: Change | undefined, alternative: boolean): ValueType => ({
  parsers: [parser],
  repeats: 'replaces',
  specifiers: 'all',
  specifiersSince: change,
  check(text, context) {
    if (text === '' || text === '*') return [];
    const options = { alternative, consequence: 'ignored' } as const;
    if (change && !since(context.version, change)) return invalid(text, whole(text), options, context);
    const resolved = resolve(locatedText(text), context, options);
    if (resolved.problem) return [resolved.problem];
    return invalid(resolved.value.text, whole(text), options, context);
  },
  complete: (text) => ({ ...whole(text), items: [LOOPBACK], sources: [{ type: 'specifier' }] }),
});

export const bindToDevice = one('config_parse_socket_bindtodevice', 'specifiers in BindToDevice=', false);

export const bindNetworkInterface = one('config_parse_bind_network_interface', undefined, true);

const FORM: ListForm = { unquote: true, invert: true };

export const restrictNetworkInterfaces: ValueType = {
  parsers: ['config_parse_restrict_network_interfaces'],
  repeats: 'extends',
  check(text, context) {
    const options = {
      alternative: since(context.version, 'alternative names of interfaces'),
      consequence: 'entry',
    } as const;
    return checkWords(text, FORM, context, (word) => invalid(word.text, word, options, context));
  },
  complete: (text, offset) => completeWord(text, offset, FORM, [LOOPBACK]),
};
