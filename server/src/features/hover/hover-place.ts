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
export function referenceAt(
  { text, offset, context }: ValuePlace,
  types: readonly Reference['type'][],
): Reference | undefined {
  const references = context.directive.valueType?.references?.(text, context, { start: offset, end: offset }) ?? [];
  return references.find(({ type, start, end }) => types.includes(type) && start <= offset && offset <= end);
}
