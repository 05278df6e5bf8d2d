import type { ValueType } from '../../../values/value-type.ts';
import { daemonValueTypeOf } from '../../daemon-conf/values/index.ts';
import { networkTypes } from '../../networkd/values/index.ts';
import { byParser } from '../../values/by-parser.ts';
import { taking } from '../../values/taking.ts';

const LABEL = /^_[A-Za-z0-9](?:[A-Za-z0-9-]{0,13}[A-Za-z0-9])?\._(?:tcp|udp)$/;

const own: readonly ValueType[] = [
  taking({
    parsers: ['config_parse_dnssd_type'],
    what: 'a type of service like _http._tcp',
    takes: (text) => LABEL.test(text) && !/--/.test(text),
    empty: true,
    items: ['_http._tcp', '_ssh._tcp', '_ipp._tcp', '_smb._tcp'].map((label) => ({ label, kind: 'value' })),
  }),
  { parsers: ['config_parse_delegate_domains'], repeats: 'extends', check: () => [] },
];

/** What systemd-networkd reads with the same functions. */
const OF_NETWORKS = ['config_parse_uint16', 'config_parse_ip_port'];

/** What is read as elsewhere; test/oracle/programs asks about each. */
const SHARED = [
  'config_parse_bool',
  'config_parse_tristate',
  'config_parse_unsigned',
  'config_parse_delegate_dns_servers',
];

export const resolvedValueTypeOf = byParser(
  [...own, ...networkTypes.filter(({ parsers }) => parsers.some((parser) => OF_NETWORKS.includes(parser)))],
  {
    parsers: SHARED,
    typeOf: ({ parser, argument }) =>
      daemonValueTypeOf({
        parser: parser === 'config_parse_delegate_dns_servers' ? 'config_parse_dns_servers' : parser,
        argument,
      }),
  },
);
