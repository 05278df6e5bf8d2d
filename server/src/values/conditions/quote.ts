const LONGEST = 80;

/** A word of the author's, shown as such in Markdown. */
export function code(text: string): string {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return `\`${shown.replace(/[`\n]/g, "'")}\``;
}

/** Whether a text is a pattern of the shell rather than plain. */
export const isPattern = (text: string): boolean => /[*?[]/.test(text);
