import type { Row } from '../../systemd/journal-entry.ts';
import type { JournalQuery } from '../../systemd/journal-query.ts';

/** What the extension says to the journal view. */
export type ToJournal =
  /** What came before is another query's. `run` counts the queries. */
  | { readonly kind: 'restart'; readonly run: number; readonly query: JournalQuery; readonly followed: boolean }
  | { readonly kind: 'rows'; readonly run: number; readonly rows: readonly Row[] }
  /** journalctl has no more to say; the message is empty when all went well. */
  | { readonly kind: 'ended'; readonly run: number; readonly message: string }
  | { readonly kind: 'boots'; readonly boots: readonly { readonly id: string; readonly title: string }[] }
  | { readonly kind: 'pause'; readonly paused: boolean };

/** What is to be seen of a journal. */
export interface Figures {
  readonly received: number;
  readonly kept: number;
  readonly matching: number;
  readonly paused: boolean;
  /** What stands below the lines: that they are followed, or why there are none. */
  readonly status: string;
}

/** What the journal view says to the extension. */
export type FromJournal =
  | { readonly kind: 'ready' }
  /** The rows were taken: the next ones may come. */
  | { readonly kind: 'taken'; readonly run: number }
  | { readonly kind: 'shown'; readonly figures: Figures }
  | { readonly kind: 'query'; readonly query: JournalQuery }
  /** All lines that are shown, to be put into the clipboard. */
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'open'; readonly path: string; readonly line: number; readonly column?: number | undefined };
