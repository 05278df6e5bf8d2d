import type { HelpText } from '../environment.ts';

/** The page and version a text comes from, below it. */
export const withSource = (markdown: string, text: HelpText): string =>
  `${markdown}\n\n---\n${text.page} of systemd ${text.version}`;
