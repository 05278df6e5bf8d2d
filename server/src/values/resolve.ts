import { targetIs } from '../schema/targets.ts';
import { expandLocated, type Located } from './located.ts';
import { type Consequence, faultAt, quoted } from './problem.ts';
import { findSpecifier, type SpecifierSet } from './specifiers.ts';
import type { ValueContext, ValueProblem } from './value-type.ts';

export interface ResolveOptions {
  /** What becomes of an unknown specifier. */
  readonly consequence: Consequence;
  readonly set?: SpecifierSet;
  /** The longest result systemd takes, in bytes. */
  readonly limit?: number;
}

/** PATH_MAX of the kernel without its NUL: what `unit_path_printf()` (src/core/unit-printf.c) makes at most. */
export const PATH_LIMIT = 4095;

/** NAME_MAX of the kernel: what a part of a path has at most, in bytes. */
export const NAME_LIMIT = 255;

export type Resolved = { readonly value: Located; readonly problem?: undefined } | { readonly problem: ValueProblem };

/** Replaces the specifiers of a text, or says which one systemd cannot replace. */
export function resolve(source: Located, context: ValueContext, options: ResolveOptions): Resolved {
  const value = expandLocated(source, context, options.set);
  if (value.unknown) return { problem: unknownSpecifier(value.unknown, context, options) };
  if (options.limit !== undefined && byteLength(value.text) > options.limit) {
    return {
      problem: faultAt(source.span(), {
        rule: 'value-out-of-range',
        consequence: options.consequence,
        what: `This is longer than the ${options.limit} bytes systemd takes here`,
      }),
    };
  }
  return { value };
}

function unknownSpecifier(
  at: { readonly start: number; readonly end: number; readonly letter: string },
  { version }: ValueContext,
  { consequence, set = 'all' }: ResolveOptions,
): ValueProblem {
  const name = `%${at.letter}`;
  const newer = findSpecifier(at.letter, Number.POSITIVE_INFINITY, set)?.from;
  const common = { rule: 'specifier-unknown', consequence } as const;
  if (newer !== undefined && newer > version) {
    return faultAt(at, {
      ...common,
      what: `The specifier ${name} exists since systemd ${newer}; ${targetIs(version)}`,
    });
  }
  if (set === 'names' && findSpecifier(at.letter, version)) {
    return faultAt(at, { ...common, what: `The specifier ${name} cannot stand in a unit name` });
  }
  return faultAt(at, {
    ...common,
    what: `Unknown specifier ${name}`,
    remedy: `Write %${name} for a plain ${quoted(name)}.`,
    replacement: `%${name}`,
  });
}

/** Length in UTF-8. */
export function byteLength(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    if (code >= 0xd800 && code < 0xdc00) {
      // A surrogate pair: two units here, four bytes in UTF-8. The second half alone stands for one byte.
      length += 2;
      i++;
    } else if (code < 0xdc00 || code >= 0xe000) length += code < 0x800 ? 1 : 2;
  }
  return length;
}

/**
 * The text with its specifiers replaced by what they will be, for links; undefined where that depends on the machine,
 * or on the instance and none is known.
 */
export function expandReference(source: Located, context: ValueContext): string | undefined {
  if (!source.text.includes('%')) return source.text;
  for (const [, letter = ''] of source.text.matchAll(/%([0-9A-Za-z%])/g)) {
    if (letter === '%') continue;
    const specifier = findSpecifier(letter, context.version);
    if (!specifier?.settled?.(context)) return undefined;
  }
  return expandLocated(source, context).text;
}
