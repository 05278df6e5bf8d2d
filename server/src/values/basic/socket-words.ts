import { releaseOf, since } from '../changes.ts';
import type { ValueType } from '../value-type.ts';
import { enumeration } from './enumeration.ts';

/** Enumerations of [Socket]; systemd.socket(5). */
export const socketEnumerations: readonly ValueType[] = [
  enumeration({
    parsers: ['config_parse_socket_protocol'],
    anyCase: true,
    // IPPROTO_SCTP, IPPROTO_UDPLITE and IPPROTO_MPTCP.
    numbers: (value, version) =>
      value === 132 || value === 136 || (value === 262 && since(version, 'numbers of mptcp')),
    words: [
      { word: 'udplite', number: 136, what: 'UDP-Lite' },
      { word: 'sctp', number: 132, what: 'SCTP' },
      { word: 'mptcp', number: 262, what: 'Multipath TCP', from: 257 },
    ],
  }),
  enumeration({
    parsers: ['config_parse_socket_timestamping'],
    boolean: { yes: 'stamped in microseconds', no: 'not stamped' },
    words: [
      { word: 'us', what: 'stamped in microseconds' },
      { word: 'ns', what: 'stamped in nanoseconds' },
      { word: 'usec', what: 'stamped in microseconds', hidden: true },
      { word: 'nsec', what: 'stamped in nanoseconds', hidden: true },
      { word: '\u00b5s', what: 'stamped in microseconds', hidden: true },
      {
        word: '\u03bcs',
        what: 'stamped in microseconds',
        hidden: true,
        from: releaseOf('time spans in Greek microseconds'),
      },
    ],
  }),
  enumeration({
    parsers: ['config_parse_socket_bind'],
    boolean: { yes: 'IPv6 only', no: 'IPv4 and IPv6' },
    words: [
      { word: 'default', what: 'as net.ipv6.bindv6only says' },
      { word: 'both', what: 'IPv4 and IPv6' },
      { word: 'ipv6-only', what: 'IPv6 only' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_ip_tos'],
    empty: true,
    numbers: (value) => value <= 255,
    words: [
      { word: 'low-delay', number: 16, what: 'little delay' },
      { word: 'throughput', number: 8, what: 'much data' },
      { word: 'reliability', number: 4, what: 'few losses' },
      { word: 'low-cost', number: 2, what: 'little cost' },
    ],
  }),
];
