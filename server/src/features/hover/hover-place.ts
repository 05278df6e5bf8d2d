import { memoize } from '../../text/memoize.ts';
import type { Span } from '../../text/span.ts';
import type { Reference, ValueContext } from '../../values/value-type.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';

/** Where in a value the cursor is, and what is known there. */
export interface ValuePlace {
  readonly text: string;
  /** Offset in the value's text. */
  readonly offset: number;
  readonly context: ValueContext;
  readonly document: Document;
  readonly environment: Environment;
}

export interface Described extends Span {
  readonly markdown: string;
  /** Only our own words: the manual's on the directive belong below them. */
  readonly isBare?: boolean;
}

/** The reference at the cursor. */
export const referenceAt = (place: ValuePlace, types: readonly Reference['type'][]): Reference | undefined =>
  referencesAt(place).find(({ type }) => types.includes(type));

/** Everyone who may know the place asks for them: a list of thousands is read once for all. */
const referencesAt = memoize(({ text, offset, context }: ValuePlace): readonly Reference[] => {
  const references = context.directive.valueType?.references?.(text, context, { start: offset, end: offset }) ?? [];
  return references.filter(({ start, end }) => start <= offset && offset <= end);
});
