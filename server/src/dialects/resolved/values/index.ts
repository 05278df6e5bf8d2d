import { base64Length } from '../../../values/base64.ts';
import { byteLength } from '../../../values/resolve.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { daemonValueTypeOf } from '../../daemon-conf/values/index.ts';
import { networkTypes } from '../../networkd/values/index.ts';
import { byParser } from '../../values/by-parser.ts';
import { withMachineSpecifiers } from '../../values/machine-specifiers.ts';
import { taking, takingWords } from '../../values/taking.ts';

const LABEL = /^_[A-Za-z0-9](?:[A-Za-z0-9-]{0,13}[A-Za-z0-9])?\._(?:tcp|udp)\.?$/;

/** What stands for the machine in names of services; `dnssd_render_instance_name()` of src/resolve/resolved-dnssd.c. */
const LETTERS = 'abBHmovwW';

const PAIRS = { unquote: true, cunescape: true, unescapeRelax: true } as const;

/** Pairs of a name and a value; RFC 6763, section 6.4 has what a name may be made of. */
const items = (argument: string, what: string, isValue: (value: string, version: number) => boolean): ValueType =>
  takingWords({
    parsers: [`config_parse_dnssd_txt(${argument})`],
    what,
    takes(text, { version }) {
      const [, key = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(text)!;
      return /^[\x20-\x7e]*$/.test(key) && (value === undefined || isValue(value, version));
    },
    words: PAIRS,
  });

const own: readonly ValueType[] = [
  taking({
    parsers: ['config_parse_dnssd_type'],
    what: 'a type of service like _http._tcp',
    takes: (text) => LABEL.test(text) && !/--/.test(text),
    empty: true,
    items: ['_http._tcp', '_ssh._tcp', '_ipp._tcp', '_smb._tcp'].map((label) => ({ label, kind: 'value' })),
  }),
  withMachineSpecifiers(
    taking({
      parsers: ['config_parse_dnssd_name'],
      what: 'a name of up to 63 bytes, in which %H stands for the host',
      takes: (text) => byteLength(text) <= 63 && /^[^\x00-\x1f\x7f]*$/.test(text),
      empty: true,
    }),
    { letters: LETTERS },
  ),
  taking({
    parsers: ['config_parse_dnssd_subtype'],
    what: 'a name of up to 63 bytes like _printer',
    takes: (text) => byteLength(text) <= 63,
    empty: true,
  }),
  items('DNS_TXT_ITEM_TEXT', 'pairs like path=/index.html', () => true),
  items(
    'DNS_TXT_ITEM_DATA',
    'pairs of a name and a value in Base64, like data=YW55IGJpbmFyeQ==',
    (value, version) => base64Length(value, version) !== undefined,
  ),
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
