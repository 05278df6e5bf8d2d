import type { Range, Row } from '../operate/journal-entry.ts';

/** What the extension says to the journal view. */
export type ToJournal =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  /** What came before is another range's. */
  | { readonly kind: 'restart'; readonly title: string }
  | { readonly kind: 'ended'; readonly message: string };

/** What the journal view says to the extension. */
export type FromJournal =
  | { readonly kind: 'ready' }
  | { readonly kind: 'shown'; readonly received: number; readonly kept: number; readonly matching: number }
  | { readonly kind: 'range'; readonly range: Range }
  | { readonly kind: 'open'; readonly path: string; readonly line: number; readonly column?: number | undefined };
