import type { Span } from '../../text/span.ts';

/** A change that makes files or rewrites parts of the open one. */
export interface UnitAction {
  readonly title: string;
  readonly kind: 'refactor.extract' | 'refactor.rewrite' | 'quickfix';
  readonly edits?: readonly (Span & { readonly text: string })[];
  readonly create?: { readonly path: string; readonly text: string };
  /** The path the open file is to have. */
  readonly rename?: string;
}
