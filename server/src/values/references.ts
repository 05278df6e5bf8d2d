import { expandLocated, type Located } from './located.ts';
import { findSpecifier } from './specifiers.ts';
import type { ValueContext } from './value-type.ts';

/**
 * The text with its specifiers replaced by what they will be, for links; undefined where that depends on the machine,
 * or on the instance and none is known.
 */
export function expandReference(source: Located, context: ValueContext): string | undefined {
  for (const [, letter = ''] of source.text.matchAll(/%([0-9A-Za-z%])/g)) {
    if (letter === '%') continue;
    const specifier = findSpecifier(letter, context.version);
    if (!specifier?.settled?.(context)) return undefined;
  }
  return expandLocated(source, context).text;
}
