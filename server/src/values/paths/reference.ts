import type { Located } from '../located.ts';
import { expandReference } from '../references.ts';
import type { Reference, ValueContext } from '../value-type.ts';

/** Where absolute paths point to, specifiers replaced; those that are no absolute paths point nowhere. */
export function pathReferences(paths: readonly Located[], context: ValueContext): Reference[] {
  return paths.flatMap((path) => {
    const target = expandReference(path, context);
    return target?.startsWith('/') ? [{ ...path.span(), type: 'path' as const, target }] : [];
  });
}
