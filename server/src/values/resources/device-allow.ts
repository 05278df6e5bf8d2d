import { readWord, type Word } from '../../syntax/words.ts';
import { codeSpan } from '../../text/markdown.ts';
import { type Located, locatedText, locatedWord, partOf } from '../located.ts';
import { notNormalized, tooLong } from '../paths/path-fault.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { Candidate, Completion, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { quotingProblem } from '../word-list.ts';

const rights: readonly Candidate[] = [
  { label: 'r', kind: 'value', detail: 'read' },
  { label: 'rw', kind: 'value', detail: 'read and write' },
  { label: 'rwm', kind: 'value', detail: 'read, write and make the node; the default' },
];

const devices: readonly Candidate[] = [
  { label: '/dev/', kind: 'path', detail: 'a device node' },
  ...['char-pts', 'char-tty', 'char-input', 'char-rtc', 'char-drm', 'char-alsa', 'char-*'].map(
    (label): Candidate => ({ label, kind: 'value', detail: 'a group of character devices, /proc/devices' }),
  ),
  ...['block-sd', 'block-loop', 'block-device-mapper', 'block-*'].map(
    (label): Candidate => ({ label, kind: 'value', detail: 'a group of block devices, /proc/devices' }),
  ),
];

/** `DEVICE [RIGHTS]`, `config_parse_device_allow()`; systemd.resource-control(5), "DeviceAllow=". */
export const deviceAllow: ValueType = {
  parsers: ['config_parse_device_allow'],
  repeats: 'extends',
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const split = splitDevice(text, context);
    if (split.problem) return [split.problem];
    const { device, rest } = split;
    if (!/^(block|char)-/.test(device.text)) {
      const fault = devicePathProblem(device, context) ?? notADevice(device.text, device.span(), context);
      if (fault) return [fault];
    }
    if (/^[rwm]*$/.test(rest.text)) return [];
    const what = `Rights to a device are made of r, w and m, and ${quoted(rest.text)} is not`;
    return [
      faultAt(rest.span(), { rule: 'value-invalid', consequence: 'ignored', what, remedy: 'Write for example rw.' }),
    ];
  },
  complete(text, offset) {
    const second = deviceEnd(text);
    if (offset >= second) return { start: second, end: text.length, items: rights };
    const { start, end, sources } = completeDevice(text, offset);
    return { start, end, items: devices, sources: text.startsWith('/') ? sources : [] };
  },
  describe(text, _offset, context) {
    const split = text === '' ? undefined : splitDevice(text, context);
    if (!split || split.problem) return undefined;
    const letters = split.rest.text || 'rwm';
    if (!/^[rwm]+$/.test(letters)) return undefined;
    const can = [
      letters.includes('r') && 'read',
      letters.includes('w') && 'write',
      letters.includes('m') && 'make the node of',
    ].filter(Boolean);
    const group = /^(block|char)-(.*)$/.exec(split.device.text);
    const which = group
      ? `${group[1] === 'char' ? 'character' : 'block'} devices of the group ${codeSpan(group[2]!)}`
      : codeSpan(split.device.text);
    return { ...whole(text), markdown: `The unit may ${can.join(', ')} ${which}.` };
  },
  signature: () => ({
    label: 'DEVICE [RIGHTS]',
    parameters: [
      {
        label: 'DEVICE',
        documentation: 'A node below /dev, or char-GROUP or block-GROUP with a name (or glob) from /proc/devices.',
      },
      { label: '[RIGHTS]', documentation: 'Some of r (read), w (write) and m (make the node); all when not given.' },
    ],
    active: (text, offset) => (offset >= deviceEnd(text) ? 1 : 0),
  }),
};

/** `valid_device_node_path()` of src/basic/path-util.c. */
function notADevice(path: string, at: { start: number; end: number }, context: ValueContext): ValueProblem | undefined {
  const simple = path.replace(/\/{2,}/g, '/').replace(/\/(?:\.\/)+/g, '/');
  if (/^\/(dev|run\/systemd\/inaccessible)(\/|$)/.test(simple)) return undefined;
  const what = `${nameOf(context)} takes a node below /dev, char-… or block-…, not ${quoted(path)}`;
  return faultAt(at, {
    rule: 'value-invalid',
    consequence: 'ignored',
    what,
    remedy: path.startsWith('/') ? undefined : `Did you mean /dev/${path}?`,
  });
}

/** `DEVICE REST`: the device is one word, quotes allowed; the rest is all that follows. */
interface DeviceSplit {
  /** Specifiers replaced. */
  readonly device: Located;
  readonly rest: Located;
  readonly problem?: undefined;
}

/** Splits the value and judges the device as a path; `any` takes device names that are no paths as well. */
export function splitDevice(text: string, context: ValueContext): DeviceSplit | { readonly problem: ValueProblem } {
  const { word, fault, next } = readWord(text, 0, { unquote: true });
  if (fault || !word) return { problem: fault ? quotingProblem(fault, context) : missing(text, context, 'a device') };
  const resolved = resolve(locatedWord(word), context, { consequence: 'ignored', limit: PATH_LIMIT });
  if (resolved.problem) return { problem: resolved.problem };
  return { device: resolved.value, rest: partOf(locatedText(text), next) };
}

/** What `path_simplify_and_warn()` finds wrong with a path that may be relative. */
export function devicePathProblem(device: Located, context: ValueContext): ValueProblem | undefined {
  const long = tooLong(device.text);
  const up = notNormalized(device.text, context.version);
  const fault = device.text === '' ? 'is empty' : long ? 'is too long' : up ? 'contains ".."' : undefined;
  if (!fault) return undefined;
  const what = `${nameOf(context)} takes the path of a device, and ${quoted(device.text)} ${fault}`;
  return faultAt(device.span(), { rule: 'path-invalid', consequence: 'ignored', what });
}

export function missing(text: string, context: ValueContext, what: string): ValueProblem {
  return faultAt(whole(text), {
    rule: 'value-invalid',
    consequence: 'ignored',
    what: `${nameOf(context)} lacks ${what}`,
    remedy: `Write ${context.directive.key}=/dev/sda ${exampleOf(context.directive.key)}.`,
  });
}

const exampleOf = (key: string): string => {
  if (key.endsWith('Weight')) return '100';
  if (key === 'DeviceAllow') return 'rw';
  return key.endsWith('Sec') ? '25ms' : '10M';
};

/** Where the second part of the value begins, in decoded-free offsets; completion tells the parts by it. */
export function deviceEnd(text: string): number {
  const { word, next }: { word?: Word; next: number } = readWord(text, 0, { unquote: true });
  return word && next > word.end ? next : text.length + 1;
}

/** Completions of the device itself. */
export const completeDevice = (text: string, offset: number): Completion => {
  const end = /\s/.test(text) ? text.search(/\s/) : text.length;
  return { start: 0, end: Math.max(end, offset), items: [], sources: [{ type: 'path' }, { type: 'specifier' }] };
};
