import { codeSpan } from '../../text/markdown.ts';

/** What has to be so for a condition to hold, to stand behind "when" or "unless"; nothing for a text that makes no sense. */
export type Clause = (argument: string) => string | undefined;

export type Clauses = Readonly<Record<string, Clause>>;

const LONGEST = 80;

/** A word of the author's, shown as such in Markdown. */
export const code = (text: string): string => codeSpan(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Whether a text is a pattern of the shell rather than plain. */
export const isPattern = (text: string): boolean => /[*?[]/.test(text);
