import { parseBoolean } from '../../../values/boolean.ts';
import { parseSize } from '../../../values/numbers/sizes.ts';
import { parseTimespan } from '../../../values/time/timespan.ts';
import type { Candidate, ValueType } from '../../../values/value-type.ts';
import { taking, takingWords } from '../../values/taking.ts';
import { isNumber } from './numbers.ts';

const named = (parsers: string): string[] => parsers.split(' ').map((parser) => `config_parse_${parser}`);

const SECOND = 1_000_000n;
const U32 = 2n ** 32n - 1n;
const U64 = 2n ** 64n - 1n;

interface Span {
  /** Microseconds. */
  readonly from?: bigint;
  readonly to?: bigint;
  readonly infinity?: boolean;
  readonly empty?: boolean;
  /** Nothing beside the bounds. */
  readonly zero?: boolean;
  readonly also?: (text: string) => boolean;
}

const times: readonly Candidate[] = ['100ms', '1s', '30s', '1min', '1h'].map((label) => ({ label, kind: 'number' }));

const span = (parsers: string, what: string, { from = 0n, to, infinity, empty, zero, also }: Span): ValueType =>
  taking({
    parsers: named(parsers),
    what,
    form: 'time span',
    takes(text, { version }) {
      if (also?.(text)) return true;
      const read = parseTimespan(text, { version });
      if ('fault' in read) return false;
      if (read.amount === 'infinity') return infinity ?? false;
      if (zero && read.amount === 0n) return true;
      return read.amount >= from && (to === undefined || read.amount <= to);
    },
    ...(empty !== undefined && { empty }),
    items: times,
  });

const SHORT = 'a time span up to 4294s';

/** Time spans with bounds of their own. */
const spans: readonly ValueType[] = [
  span('netem_delay tbf_latency sfq_perturb_period codel_usec fq_codel_usec', 'a time span like 30ms', {
    infinity: true,
    empty: true,
  }),
  span('fq_usec', SHORT, { to: U32, empty: true }),
  taking({
    parsers: named('coalesce_sec'),
    what: SHORT,
    form: 'time span',
    takes(text, { version, directive: { key } }) {
      const read = parseTimespan(text, { version });
      if ('fault' in read || read.amount === 'infinity' || read.amount > U32) return false;
      return read.amount > 0n || key !== 'StatisticsBlockCoalesceSec';
    },
    empty: true,
    items: times,
  }),
  span('cake_rtt', SHORT, { from: 1n, to: U32, empty: true }),
  span('prefix_lifetime route_prefix_lifetime', 'a time span like 30min', {
    to: (U32 - 1n) * SECOND + SECOND - 1n,
    infinity: true,
  }),
  span('router_lifetime', 'a time span from 4s to 9000s, or 0', {
    from: 4n * SECOND,
    to: 9000n * SECOND,
    zero: true,
    empty: true,
  }),
  span('router_uint32_msec_usec', 'a time span up to 49d', { to: U32 * 1000n, infinity: true, empty: true }),
  span('router_home_agent_lifetime', 'a time span up to 65535s', { from: 1n, to: 65_535n * SECOND, empty: true }),
  span('pref64_prefix_lifetime', 'a time span up to 65528s', { to: 65_528n * SECOND }),
  span('route_section(ROUTE_METRIC_RTO_MIN)', 'a time span up to 49d', { from: 1n, to: U32 * 1000n, empty: true }),
  span('can_restart_usec', 'a time span up to 49d', { to: U32 * 1000n, infinity: true }),
  span('dhcp_server_ipv6_only_preferred', 'a time span of at least 5min', {
    from: 300n * SECOND,
    infinity: true,
    empty: true,
  }),
  span('ignore_carrier_loss', 'yes, no or a time span', {
    infinity: true,
    empty: true,
    also: (text) => parseBoolean(text) !== undefined,
  }),
  taking({
    parsers: named('can_time_quanta'),
    what: 'a time span in nanoseconds, up to 4s',
    takes(text, { version }) {
      const read = parseTimespan(text, { version, resolution: 'ns', defaultUnit: 'ns' });
      return !('fault' in read) && read.amount !== 'infinity' && read.amount > 0n && read.amount <= U32;
    },
  }),
  taking({
    parsers: named('address_section(ADDRESS_PREFERRED_LIFETIME)'),
    what: 'forever, infinity or 0',
    takes: (text) => ['forever', 'infinity', '0'].includes(text),
    empty: true,
  }),
  taking({
    parsers: named('dhcp_fallback_lease_lifetime'),
    what: 'forever or infinity',
    takes: (text) => ['forever', 'infinity'].includes(text),
    empty: true,
  }),
];

const isSize = (text: string, base: 1000 | 1024, from: bigint, to: bigint): boolean => {
  const size = parseSize(text, base);
  return typeof size === 'bigint' && size >= from && size <= to;
};

interface Size {
  readonly base?: 1000 | 1024;
  readonly from?: bigint;
  readonly to?: bigint;
  readonly empty?: boolean;
}

const size = (parsers: string, what: string, { base = 1024, from = 0n, to = U32, empty = false }: Size): ValueType =>
  taking({ parsers: named(parsers), what, form: 'size', takes: (text) => isSize(text, base, from, to), empty });

const BYTES = 'bytes with an optional K, M or G';
const RATE = 'bits a second with an optional K, M or G';

const sizes: readonly ValueType[] = [
  size('route_section(ROUTE_METRIC_MTU) bfifo_size drr_size fq_size htb_class_size', BYTES, { empty: true }),
  size('fq_codel_size', BYTES, { empty: true, to: U32 - 1n }),
  size('tbf_size', BYTES, { empty: true, to: U64 }),
  size('tbf_rate cake_bandwidth htb_class_rate', RATE, { base: 1000, empty: true, to: U64 }),
  size('si_uint64', RATE, { base: 1000, to: U64 }),
  size('mtu(AF_UNSPEC)', BYTES, {}),
  size('mtu(AF_INET)', `at least 68 ${BYTES}`, { from: 68n }),
  size('mtu(AF_INET6)', `at least 1280 ${BYTES}`, { from: 1280n }),
  size('route_section(ROUTE_METRIC_ADVMSS)', BYTES, { from: 1n, empty: true }),
  size('can_bitrate', RATE, { base: 1000, from: 1n }),
  size('fq_max_rate', RATE, { base: 1000, to: U32 * 8n + 7n, empty: true }),
  size('badadv_bandwidth', RATE, { base: 1000, to: U32 * 100_000n + 99_999n }),
  size('qfq_max_packet', 'bytes from 512 to 64K', { from: 512n, to: 65_536n, empty: true }),
  takingWords({
    parsers: named('ets_quanta'),
    what: BYTES,
    takes: (text) => isSize(text, 1024, 1n, U32),
  }),
  takingWords({
    parsers: named('vlan_qos_maps'),
    what: 'pairs of priorities like 1-5',
    takes: (text) => text.split('-').length <= 2 && text.split('-').every((part) => isNumber(part, 0, U32)),
  }),
];

/** Shares with two decimals, or in thousandths and ten thousandths. */
const SHARE = /^(?:(100(?:\.0{1,2})?|\d{1,2}(?:\.\d{1,2})?)%|(1000(?:\.0)?|\d{1,3}(?:\.\d)?)‰|(10000|\d{1,4})‱)$/;
const PERMILLE = /^(?:(100(?:\.0)?|\d{1,2}(?:\.\d)?)%|(1000|\d{1,3})‰)$/;

const shares: readonly ValueType[] = [
  taking({
    parsers: named('netem_rate'),
    what: 'a share from 0% to 100%',
    takes: (text) => SHARE.test(text),
    empty: true,
  }),
  taking({ parsers: named('permille'), what: 'a share from 0% to 100%', takes: (text) => PERMILLE.test(text) }),
];

export const amounts: readonly ValueType[] = [...spans, ...sizes, ...shares];
