/** What turns the direction of the text around it, and so shows other words than there are: Unicode's "Trojan source". */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
const CONTROL = /[\0-\x08\x0e-\x1f\x7f-\x9f]/g;
/** Lines and paragraphs would begin something new. */
const BREAK = /[\t\n\v\f\r\u2028\u2029]+/g;

/** Text from a file as one line in which every character is to be seen. */
export const visible = (text: string): string =>
  text.replace(DIRECTION, '\ufffd').replace(BREAK, ' ').replace(CONTROL, '\ufffd');

/** What means something wherever it stands: code, emphasis, links, HTML, strike-through, tables, and icons and formulas of VS Code. */
const MARKS = /[\\`*[\]<|~$]/g;
/** What means something where a line begins: headings, lists, quotations and rules; or behind a bracket of ours. */
const FIRST = /^[#+\-=>(:!]/;

/**
 * Text from a file as Markdown that shows it and nothing else: no HTML, no links, no addresses, no commands, no icons.
 * Editors that show Markdown as it is written show every backslash, so only what would mean something has one.
 */
export const escapeMarkdown = (text: string): string =>
  visible(text)
    .replace(MARKS, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)|:(?=\/)|(?<=[\w.+-])@(?=[\w-])|(?<=www)\.|!$/gi, '\\$&')
    .replace(FIRST, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');

/** Text from a file as code, whatever it holds: the fence is longer than any run of backticks within. */
export function codeSpan(text: string): string {
  const shown = visible(text);
  if (shown === '') return '';
  const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}
