import { expandLocated, type Located } from '../located.ts';
import type { Reference, ValueContext } from '../value-type.ts';

/** Where absolute paths point to, specifiers replaced; those that are no absolute paths point nowhere. */
export function pathReferences(paths: readonly Located[], context: ValueContext): Reference[] {
  return paths.flatMap((path) => {
    const expanded = expandLocated(path, context);
    if (expanded.unknown || !expanded.text.startsWith('/')) return [];
    return [{ ...path.span(), type: 'path' as const, target: expanded.text }];
  });
}
