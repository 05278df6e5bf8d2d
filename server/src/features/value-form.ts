import type { Candidate, Directive, ValueContext } from '../values/value-type.ts';

/** The words of an enumeration; none where other values are taken as well. */
export function wordsOf(context: ValueContext): readonly Candidate[] {
  const items = context.directive.valueType?.complete?.('', 0, context)?.items ?? [];
  const words = items.filter((item) => item.kind === 'keyword');
  return words.length > 1 && words.length === items.length ? words : [];
}

/** What a value is, in a word or two: `time span`, `path`; undefined where only the manual can say. */
export const formOf = (directive: Directive): string | undefined =>
  directive.valueType?.form ?? byPlaceholder[directive.placeholder];

/** By the placeholder that systemd itself prints (`systemd --dump-configuration-items`). */
const byPlaceholder: Readonly<Record<string, string>> = {
  ARCHS: 'architectures',
  BANDWIDTH: 'DEVICE BYTES',
  BOOLEAN: 'yes | no',
  BOUNDINGSET: 'capabilities',
  CONDITION: 'condition',
  CPUAFFINITY: 'processors',
  CPUSCHEDPRIO: 'number',
  CPUWEIGHT: 'weight',
  DEVICELATENCY: 'DEVICE TIME',
  DEVICEWEIGHT: 'DEVICE WEIGHT',
  ENVIRON: 'NAME=value',
  ERRNO: 'error',
  FAMILIES: 'address families',
  FILE: 'path',
  FILESYSTEMS: 'file systems',
  INTEGER: 'number',
  IOPRIORITY: 'number',
  LABEL: 'label',
  LIMIT: 'LIMIT or SOFT:HARD',
  LONG: 'number',
  MODE: 'access mode',
  NAMESPACES: 'kinds of namespaces',
  NANOSECONDS: 'time span',
  NETWORKINTERFACE: 'network interface',
  NICE: 'number',
  OOMSCOREADJUST: 'number',
  PATH: 'path',
  'PATH [...]': 'paths',
  'PATH [ARGUMENT [...]]': 'command',
  'PATH[:PATH[:OPTIONS]] [...]': 'SOURCE:TARGET:OPTIONS',
  PERSONALITY: 'architecture',
  REGEX: 'pattern',
  SECONDS: 'time span',
  SERVICE: 'service',
  SHARES: 'number',
  SIGNAL: 'signal',
  SIZE: 'size',
  SLICE: 'slice',
  'SOCKET [...]': 'address, port or path',
  SOCKETS: 'sockets',
  STATUS: 'exit statuses',
  STRING: 'text',
  SYSCALLS: 'system calls',
  TIMER: 'when',
  UNIT: 'unit',
  'UNIT [...]': 'units',
  UNSIGNED: 'number',
  URL: 'web or manual pages',
  WEIGHT: 'weight',
};
