import { codeSpan } from '../../text/markdown.ts';
import { parseInteger, ULONG } from '../numbers/integer.ts';
import { formatSize, parseSize } from '../numbers/sizes.ts';
import { type Fault, faultAt, quoted, whole } from '../problem.ts';
import { parseTimespan } from '../time/timespan.ts';
import type { Candidate, Signature, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { completeDevice, deviceEnd, devicePathProblem, missing, splitDevice } from './device-allow.ts';

interface LimitForm {
  readonly parser: string;
  /** What follows the device: `a weight`. */
  readonly noun: string;
  readonly items: readonly Candidate[];
  /** What is wrong with the second part, without its full stop. */
  fault(text: string, context: ValueContext): string | undefined;
  readonly remedy: string;
  readonly signature: Signature;
  describe?(text: string, device: string, context: ValueContext): string | undefined;
}

/** `DEVICE LIMIT`: the device may be any file, whose file system then counts. */
const deviceLimit = (form: LimitForm): ValueType => ({
  parsers: [form.parser],
  repeats: 'extends',
  specifiers: 'all',
  check(text, context) {
    const fault = text === '' ? undefined : limitProblem(text, form, context);
    return fault ? [fault] : [];
  },
  complete(text, offset) {
    const second = deviceEnd(text);
    return offset >= second ? { start: second, end: text.length, items: form.items } : completeDevice(text, offset);
  },
  describe(text, _offset, context) {
    const split = text === '' ? undefined : splitDevice(text, context);
    if (!split || split.problem || form.fault(split.rest.text, context)) return undefined;
    const markdown = form.describe?.(split.rest.text, split.device.text, context);
    return markdown ? { ...whole(text), markdown } : undefined;
  },
  signature: () => form.signature,
});

function limitProblem(text: string, form: LimitForm, context: ValueContext): ValueProblem | undefined {
  const split = splitDevice(text, context);
  if (split.problem) return split.problem;
  const { device, rest } = split;
  if (rest.text === '') return missing(text, context, `${form.noun} after the device`);
  const pathProblem = devicePathProblem(device, context);
  if (pathProblem) return pathProblem;
  const what = form.fault(rest.text, context);
  const common: Pick<Fault, 'rule' | 'consequence' | 'remedy'> = {
    rule: 'value-invalid',
    consequence: 'ignored',
    remedy: form.remedy,
  };
  return what === undefined ? undefined : faultAt(rest.span(), { ...common, what });
}

const signature = (second: string, documentation: string): Signature => ({
  label: `DEVICE ${second}`,
  parameters: [
    { label: 'DEVICE', documentation: 'A block device node, or any file, which stands for the device it lies on.' },
    { label: second, documentation },
  ],
  active: (text, offset) => (offset >= deviceEnd(text) ? 1 : 0),
});

const isPositiveSize = (text: string): boolean => {
  const size = parseSize(text, 1000);
  return typeof size === 'bigint' && size > 0n;
};

const perSecond = (key: string): string => (key.includes('IOPS') ? 'operations' : 'bytes');

/** `IOReadBandwidthMax=` and its like, `config_parse_io_limit()`: suffixes count in thousands. */
export const ioLimit = deviceLimit({
  parser: 'config_parse_io_limit',
  noun: 'a limit',
  items: [
    { label: '10M', kind: 'number', detail: '10,000,000 per second' },
    { label: 'infinity', kind: 'keyword', detail: 'no limit' },
  ],
  fault: (text, { directive }) =>
    text === 'infinity' || isPositiveSize(text)
      ? undefined
      : `${quoted(text)} is not a number of ${perSecond(directive.key)} per second above zero`,
  remedy: 'Write a number, with K, M, G or T for thousands, or infinity.',
  signature: signature('LIMIT', 'Per second: a number, with K, M, G or T for powers of 1000, or infinity.'),
  describe(text, device, { directive }) {
    const number = text === 'infinity' ? undefined : (parseSize(text, 1000) as bigint);
    const unit = perSecond(directive.key);
    if (number === undefined) return `No limit for ${codeSpan(device)}.`;
    const binary = unit === 'bytes' && number >= 1024n ? ` (${formatSize(number)})` : '';
    return `At most ${number.toLocaleString('en')} ${unit} per second${binary} for the device of ${codeSpan(device)}.`;
  },
});

const weightFault = (text: string, from: bigint, to: bigint): string | undefined => {
  const weight = parseInteger(text, ULONG);
  if (typeof weight === 'bigint' && weight >= from && weight <= to) return undefined;
  return `${quoted(text)} is not a weight from ${from} to ${to}`;
};

/** `IODeviceWeight=`, `config_parse_io_device_weight()`. */
export const ioDeviceWeight = deviceLimit({
  parser: 'config_parse_io_device_weight',
  noun: 'a weight',
  items: [{ label: '100', kind: 'number', detail: 'the default weight' }],
  fault: (text) => weightFault(text, 1n, 10_000n),
  remedy: 'The default is 100.',
  signature: signature('WEIGHT', 'From 1 to 10000; 100 is the default, twice the weight gets twice the share.'),
  describe: (text, device) => `Weight ${text} (default 100) in sharing the device of ${codeSpan(device)}.`,
});

/** `IODeviceLatencyTargetSec=`, `config_parse_io_device_latency()`. */
export const ioDeviceLatency = deviceLimit({
  parser: 'config_parse_io_device_latency',
  noun: 'a time span',
  items: [{ label: '25ms', kind: 'value', detail: 'milliseconds' }],
  fault: (text, { version }) =>
    'fault' in parseTimespan(text, { version }) ? `${quoted(text)} is not a time span` : undefined,
  remedy: 'Write for example 25ms; a number alone counts seconds.',
  signature: signature('LATENCY', 'A time span such as 25ms; a number alone counts seconds.'),
  describe: (text, device) =>
    `The device of ${codeSpan(device)} should answer within ${text}; groups with laxer targets are slowed down for it.`,
});

/** `BlockIODeviceWeight=` of cgroup v1, until 257. */
export const blockIODeviceWeight = deviceLimit({
  parser: 'config_parse_blockio_device_weight',
  noun: 'a weight',
  items: [{ label: '500', kind: 'number', detail: 'the default weight' }],
  fault: (text) => weightFault(text, 10n, 1000n),
  remedy: 'The default is 500.',
  signature: signature('WEIGHT', 'From 10 to 1000; 500 is the default.'),
});

/** `BlockIOReadBandwidth=` and `BlockIOWriteBandwidth=` of cgroup v1, until 257. */
export const blockIOBandwidth = deviceLimit({
  parser: 'config_parse_blockio_bandwidth',
  noun: 'a bandwidth',
  items: [{ label: '10M', kind: 'number', detail: '10,000,000 bytes per second' }],
  fault: (text) =>
    isPositiveSize(text) ? undefined : `${quoted(text)} is not a number of bytes per second above zero`,
  remedy: 'Write a number, with K, M, G or T for thousands.',
  signature: signature('BANDWIDTH', 'Bytes per second, with K, M, G or T for powers of 1000.'),
});
