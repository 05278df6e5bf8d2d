import { codeSpan } from '../../text/markdown.ts';

const LONGEST = 80;

/** A word of the author's, shown as such in Markdown. */
export const code = (text: string): string => codeSpan(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Whether a text is a pattern of the shell rather than plain. */
export const isPattern = (text: string): boolean => /[*?[]/.test(text);
