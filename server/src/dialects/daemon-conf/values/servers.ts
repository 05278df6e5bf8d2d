import type { Word } from '../../../syntax/words.ts';
import { isIPv4, isIPv6, parsePort } from '../../../values/net/address.ts';
import { interfaceFault } from '../../../values/net/interface-name.ts';
import { faultAt, nameOf, quoted, whole } from '../../../values/problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../../../values/value-type.ts';
import { checkWords, completeWord, describeWord } from '../../../values/word-list.ts';
import { dnsNameFault } from './dns-name.ts';

/** Resolvers that many people use, as their keepers publish them; with the name that TLS needs. */
const publicServers: readonly Candidate[] = [
  { label: '9.9.9.9#dns.quad9.net', kind: 'value', detail: 'Quad9' },
  { label: '2620:fe::fe#dns.quad9.net', kind: 'value', detail: 'Quad9, IPv6' },
  { label: '1.1.1.1#cloudflare-dns.com', kind: 'value', detail: 'Cloudflare' },
  { label: '8.8.8.8#dns.google', kind: 'value', detail: 'Google' },
];

const FORM = 'ADDRESS[:PORT][%INTERFACE][#NAME]';

/** DNS= and FallbackDNS=: addresses with port, interface and server name; resolved.conf(5). */
const dnsServers: ValueType = {
  parsers: ['config_parse_dns_servers'],
  repeats: 'extends',
  form: 'addresses',
  check: (text, context) => checkWords(text, {}, context, (word) => serverFault(word, context)),
  complete: (text, offset) => completeWord(text, offset, {}, publicServers),
  describe: (text, offset) => describeWord(text, offset, {}, describeServer),
  signature: () => ({
    label: `${FORM} …`,
    parameters: [{ label: FORM, documentation: 'An IPv4 address, or an IPv6 address, in brackets if a port follows.' }],
    active: () => 0,
  }),
};

function serverFault(word: Word, context: ValueContext): ValueProblem[] {
  const fault = addressFault(word.text);
  if (fault === undefined) return [];
  const remedy = /[,;]/.test(word.text)
    ? 'Write blanks between servers.'
    : `Write ${FORM}, like 9.9.9.9#dns.quad9.net.`;
  const what = `${nameOf(context)} takes addresses of DNS servers, and ${quoted(word.text)} ${fault}`;
  return [faultAt(word, { rule: 'value-invalid', consequence: 'entry', what, remedy })];
}

/** Reads as `in_addr_port_ifindex_name_from_string_auto()` of src/shared/socket-netlink.c does. */
function addressFault(text: string): string | undefined {
  const hash = text.indexOf('#');
  if (hash === text.length - 1) return 'has no name after #';
  const rest = hash < 0 ? text : text.slice(0, hash);
  const percent = rest.indexOf('%');
  if (percent >= 0 && !isInterface(rest.slice(percent + 1))) return 'has no interface after %';
  return hostFault(percent < 0 ? rest : rest.slice(0, percent));
}

/** Which interfaces there are is known at run time only. */
const isInterface = (text: string): boolean =>
  interfaceFault(text, true) === undefined || (/^\d+$/.test(text) && Number(text) > 0);

/** What is no address with or without a port. */
function hostFault(text: string): string | undefined {
  if (isIPv4(text) || isIPv6(text)) return undefined;
  const bracketed = /^\[([^\]]*)\](?::(.*))?$/s.exec(text);
  if (bracketed) {
    if (!isIPv6(bracketed[1]!)) return 'has no IPv6 address in its brackets';
    if (bracketed[2] === undefined) return 'has brackets but no port; write the address alone';
    return isPort(bracketed[2]) ? undefined : 'has no valid port after the brackets';
  }
  const colon = text.indexOf(':');
  if (colon > 0 && isIPv4(text.slice(0, colon)))
    return isPort(text.slice(colon + 1)) ? undefined : 'has no valid port after the colon';
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? 'is a URL' : 'is not an address';
}

const isPort = (text: string): boolean => typeof parsePort(text) === 'number';

function describeServer(word: string): string | undefined {
  if (addressFault(word) !== undefined) return undefined;
  const [address = '', name] = word.split('#');
  return name === undefined
    ? `The DNS server at \`${address}\`.`
    : `The DNS server at \`${address}\`; by TLS it has to prove that it is \`${name}\`.`;
}

/** DNSStubListenerExtra=: where else the stub listens. */
const stubListener: ValueType = {
  parsers: ['config_parse_dns_stub_listener_extra'],
  repeats: 'adds',
  form: 'address',
  check(text, context) {
    const address = text.replace(/^(?:udp|tcp):/, '');
    const fault = text === '' ? undefined : hostFault(address);
    if (fault === undefined) return [];
    const what = `${nameOf(context)} takes an address with an optional port, and ${quoted(text)} ${fault}`;
    const remedy = 'Write [udp:|tcp:]ADDRESS[:PORT], like udp:192.0.2.1:53.';
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what, remedy })];
  },
};

const pools: readonly Candidate[] = ['0', '1', '2', '3'].map((number) => ({
  label: `${number}.pool.ntp.org`,
  kind: 'value',
  detail: 'a server of the public pool',
}));

/** NTP= and FallbackNTP=: names or addresses of time servers; timesyncd.conf(5). */
const timeServers: ValueType = {
  parsers: ['config_parse_servers'],
  repeats: 'extends',
  form: 'servers',
  check: (text, context) =>
    checkWords(text, {}, context, (word) => {
      const fault = isIPv6(word.text) ? undefined : dnsNameFault(word.text);
      if (fault === undefined) return [];
      const what = `${nameOf(context)} takes names and addresses of time servers, and ${quoted(word.text)} ${fault}`;
      return [faultAt(word, { rule: 'value-invalid', consequence: 'entry', what })];
    }),
  complete: (text, offset) => completeWord(text, offset, {}, pools),
};

/** Domains=: names that are searched, and `~` names that only choose servers. */
const searchDomains: ValueType = {
  parsers: ['config_parse_search_domains'],
  repeats: 'extends',
  form: 'domains',
  check: (text, context) =>
    checkWords(text, { unquote: true }, context, (word) => {
      const fault = dnsNameFault(word.text.replace(/^~/, ''));
      if (fault === undefined) return [];
      const what = `${nameOf(context)} takes domains, and ${quoted(word.text)} ${fault}`;
      return [faultAt(word, { rule: 'value-invalid', consequence: 'entry', what })];
    }),
  complete: (text, offset) =>
    completeWord(text, offset, {}, [{ label: '~.', kind: 'keyword', detail: 'every question goes to these servers' }]),
  describe: (text, offset) =>
    describeWord(text, offset, {}, (word) => {
      if (word === '~.' || word === '~*')
        return 'Every question that no interface is better for goes to the servers of `DNS=`.';
      return word.startsWith('~')
        ? `Questions below \`${word.slice(1)}\` go to the servers of \`DNS=\`; the domain is not searched.`
        : `Names of one word are looked up below \`${word}\`.`;
    }),
};

export const servers: readonly ValueType[] = [dnsServers, stubListener, timeServers, searchDomains];
