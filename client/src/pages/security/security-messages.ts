import type { Exposure, Score } from '../../systemd/security.ts';

/** What the extension says to the security report: all there is to show. */
export interface Report {
  readonly unit: string;
  /** The unit the user asked about, if it only starts the assessed one. */
  readonly of?: string;
  readonly score: Score | undefined;
  readonly exposures: readonly Exposure[];
}

/** What the report says to the extension. */
export type FromReport = { readonly kind: 'ready' } | { readonly kind: 'add'; readonly assignment: string };
