import type { ManualText } from '../../manual/index.ts';
import type { Environment } from '../environment.ts';
import { manualMarkdown } from '../manual-text.ts';

/** Our own words, then the manual's. */
export const withManual = (own: string, manual: ManualText | undefined, environment: Environment): string =>
  manual ? `${own}\n\n---\n${manualMarkdown(manual, environment, { used: own.length })}` : own;
