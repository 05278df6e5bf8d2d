import { type Change, since } from '../../../values/changes.ts';
import { parseInteger } from '../../../values/numbers/integer.ts';
import { named } from '../../values/one-of.ts';
import { keywords, taking } from '../../values/taking.ts';
import { isNumber } from './numbers.ts';

/** The protocols of netinet/in.h, as src/basic/ip-protocol-list.c calls them; `hopopts` is 0 as well. */
const PROTOCOLS: Readonly<Record<string, number>> = {
  ...{ ip: 0, hopopts: 0, icmp: 1, igmp: 2, ipip: 4, tcp: 6, egp: 8, pup: 12, udp: 17, idp: 22, tp: 29, dccp: 33 },
  ...{ ipv6: 41, routing: 43, fragment: 44, rsvp: 46, gre: 47, esp: 50, ah: 51, icmpv6: 58, none: 59, dstopts: 60 },
  ...{ mtp: 92, beetph: 94, encap: 98, pim: 103, comp: 108, l2tp: 115, sctp: 132, mh: 135, udplite: 136, mpls: 137 },
  ...{ ethernet: 143, aggfrag: 144, raw: 255, mptcp: 262 },
};

const LATER: Readonly<Record<string, Change>> = {
  l2tp: 'L2TP is a protocol',
  aggfrag: 'AGGFRAG is a protocol',
};

const ONE_BYTE: Change = 'protocols have one byte';

/** The number of a protocol by its name in small or capital letters. */
function numberOf(text: string, version: number): number | undefined {
  const name = text.toLowerCase();
  const isThere = Object.hasOwn(PROTOCOLS, name) && (LATER[name] === undefined || since(version, LATER[name]));
  return isThere ? PROTOCOLS[name] : undefined;
}

/** `IPProtocol=` of a rule: the number of a protocol has to be one that has a name. */
function isNamed(text: string, version: number): boolean {
  const read = parseInteger(text, { from: 0n, to: 2n ** 31n - 1n });
  const number = typeof read === 'bigint' ? Number(read) : numberOf(text, version);
  if (number === undefined || !Object.keys(PROTOCOLS).some((name) => numberOf(name, version) === number)) return false;
  return number <= 255 || !since(version, ONE_BYTE);
}

/** `Protocol=` of a tunnel: any number, but none of two bytes that has a name. */
function isOfTunnel(text: string, version: number): boolean {
  const number = numberOf(text, version);
  if (number !== undefined) return number <= 255;
  return (
    isNumber(text, 0, 255) || (!since(version, ONE_BYTE) && isNumber(text, 256, 2 ** 32 - 1) && Number(text) !== 262)
  );
}

export const protocols = [
  taking({
    parsers: named('routing_policy_rule(ROUTING_POLICY_RULE_IP_PROTOCOL)'),
    what: 'a protocol like tcp or udp, or its number',
    takes: (text, { version }) => isNamed(text, version),
    empty: true,
    items: keywords({ tcp: '', udp: '', icmp: '', icmpv6: '', sctp: '' }),
  }),
  taking({
    parsers: named('ip_protocol(true)'),
    what: 'a protocol like ipip or gre, or a number up to 255',
    takes: (text, { version }) => isOfTunnel(text, version),
    empty: true,
    items: keywords({ ipip: 'IPv4 in IP', ipv6: 'IPv6 in IP', gre: '', mpls: '' }),
  }),
];
