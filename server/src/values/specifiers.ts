import type { Span } from '../text/span.ts';
import { type Specifier, type SpecifierContext, specifierTable } from './specifier-table.ts';

export type { Specifier, SpecifierContext } from './specifier-table.ts';

/** Text with its specifiers replaced; each character knows where it came from. */
export interface Expansion {
  readonly text: string;
  /** Source offset of each character of `text`, and one more for its end. Undefined when nothing was replaced. */
  readonly offsets?: readonly number[];
  /** Specifiers this version does not know. */
  readonly unknown: readonly (Span & { readonly letter: string })[];
}

const byLetter = new Map(specifierTable.map((specifier) => [specifier.letter, specifier]));

/** Which specifiers a place knows: all, or those that may stand in a unit name. */
export type SpecifierSet = 'all' | 'names';

/** The specifiers a version knows in such a place. */
export const specifiersOf = (version: number, set: SpecifierSet = 'all'): Specifier[] =>
  specifierTable.filter(({ from = 0, inNames }) => from <= version && (set === 'all' || inNames));

/** The specifier of a letter, if this version knows it there. */
export function findSpecifier(letter: string, version: number, set: SpecifierSet = 'all'): Specifier | undefined {
  const found = byLetter.get(letter);
  return found && (found.from ?? 0) <= version && (set === 'all' || found.inNames) ? found : undefined;
}

/**
 * Replaces specifiers as `specifier_printf()` (src/shared/specifier.c) does: `%%` is a percent sign, a percent sign
 * before anything but a letter or digit stands for itself, an unknown letter is a fault.
 */
export function expandSpecifiers(text: string, context: SpecifierContext, set: SpecifierSet = 'all'): Expansion {
  if (!text.includes('%')) return { text, unknown: [] };
  const parts: string[] = [];
  const offsets: number[] = [];
  const unknown: (Span & { letter: string })[] = [];
  const push = (part: string, from: number, step: 0 | 1): void => {
    parts.push(part);
    for (let i = 0; i < part.length; i++) offsets.push(from + i * step);
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] === '%' ? (text[at + 1] ?? '') : '';
    if (letter === '%') push('%', at++, 1);
    else if (!/^[0-9A-Za-z]$/.test(letter)) push(text[at]!, at, 1);
    else {
      const specifier = findSpecifier(letter, context.version, set);
      if (specifier) push(specifier.sample(context), at, 0);
      else unknown.push({ start: at, end: at + 2, letter });
      at++;
    }
  }
  offsets.push(text.length);
  return { text: parts.join(''), offsets, unknown };
}

/** The range in the unexpanded text for a range of the expanded one. */
export function unexpandedSpan(expansion: Expansion, start: number, end: number): Span {
  if (!expansion.offsets) return { start, end };
  return { start: expansion.offsets[start]!, end: Math.max(expansion.offsets[start]!, expansion.offsets[end]!) };
}

/** Whether a template's value is settled by the instance only, so that a sample says nothing of it. */
export const dependsOnInstance = (text: string, { unit }: SpecifierContext): boolean =>
  unit?.instance === '' && /%[iIf]/.test(text.replaceAll('%%', ''));
