import { readWord, type Word } from '../../syntax/words.ts';
import { faultAt, quoted } from '../consequence.ts';
import { type Located, locatedText, locatedWord, partOf } from '../located.ts';
import { notNormalized, tooLong } from '../paths/path-fault.ts';
import { nameOf, whole } from '../problem.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { Completion, ValueContext, ValueProblem } from '../value-type.ts';
import { quotingProblem } from '../word-list.ts';

/** `DEVICE REST`: the device is one word, quotes allowed; the rest is all that follows. */
export interface DeviceSplit {
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
