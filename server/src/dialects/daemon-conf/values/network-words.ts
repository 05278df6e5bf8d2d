import { enumeration } from '../../../values/basic/enumeration.ts';
import type { ValueType } from '../../../values/value-type.ts';

/** Words of resolved.conf(5) and networkd.conf(5). */
export const networkWords: readonly ValueType[] = [
  enumeration({
    parsers: ['config_parse_resolve_support'],
    boolean: { yes: 'names are resolved, and others are answered', no: 'the protocol is not used' },
    words: [{ word: 'resolve', what: 'names are resolved; others get no answer' }],
  }),
  enumeration({
    parsers: ['config_parse_dnssec_mode'],
    boolean: { yes: 'answers have to be signed where the domain is', no: 'signatures are not looked at' },
    words: [{ word: 'allow-downgrade', what: 'signatures are looked at if the server supports them' }],
  }),
  enumeration({
    parsers: ['config_parse_dns_over_tls_mode'],
    boolean: { yes: 'every server has to be asked by TLS', no: 'servers are asked without encryption' },
    words: [{ word: 'opportunistic', what: 'servers are asked by TLS if they support it' }],
  }),
  enumeration({
    parsers: ['config_parse_dns_cache_mode'],
    boolean: { yes: 'answers are kept for a while', no: 'every question goes to a server' },
    words: [{ word: 'no-negative', what: 'answers are kept, but not that a name does not exist' }],
  }),
  enumeration({
    parsers: ['config_parse_dns_stub_listener_mode'],
    boolean: { yes: 'programs are answered on 127.0.0.53 by UDP and TCP', no: 'no program is answered on 127.0.0.53' },
    words: [
      { word: 'udp', what: 'programs are answered on 127.0.0.53 by UDP only' },
      { word: 'tcp', what: 'programs are answered on 127.0.0.53 by TCP only' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_use_domains'],
    boolean: {
      yes: 'domains that the network offers are searched',
      no: 'domains that the network offers are not used',
    },
    words: [{ word: 'route', what: 'domains that the network offers only choose its DNS servers' }],
  }),
  enumeration({
    parsers: ['config_parse_ipv6_privacy_extensions'],
    boolean: { yes: 'temporary addresses are made and preferred', no: 'no temporary addresses' },
    words: [
      { word: 'prefer-public', what: 'temporary addresses are made, public ones are preferred' },
      { word: 'kernel', what: "the kernel's setting stays as it is" },
    ],
  }),
  enumeration({
    parsers: ['config_parse_dhcp_server_persist_leases'],
    boolean: { yes: 'leases outlive a reboot', no: 'leases are forgotten when the service stops' },
    words: [{ word: 'runtime', what: 'leases are kept until the machine reboots', from: 262 }],
  }),
  enumeration({
    parsers: ['config_parse_dhcp_client_identifier'],
    words: [
      { word: 'mac', what: "the interface's hardware address" },
      { word: 'duid', what: 'a DUID with an IAID, as DHCPv6 has them' },
    ],
  }),
];
