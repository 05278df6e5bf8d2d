/** What turns the direction of the text around it, and so shows other words than there are: Unicode's "Trojan source". */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
const CONTROL = /[\0-\x08\x0e-\x1f\x7f-\x9f]/g;
/** Lines and paragraphs would begin something new. */
const BREAK = /[\t\n\v\f\r\u2028\u2029]+/g;

/** Text from a file as one line in which every character is to be seen. */
export const visible = (text: string): string =>
  text.replace(DIRECTION, '\ufffd').replace(BREAK, ' ').replace(CONTROL, '\ufffd');

/** Text from a file as Markdown that shows it and nothing else: no HTML, no links, no addresses, no commands, no icons. */
export const escapeMarkdown = (text: string): string =>
  visible(text).replace(/[\\`*_{}[\]()#+\-.!|<>&~$@]|:(?=\/)/g, '\\$&');

/** Text from a file as code, whatever it holds: the fence is longer than any run of backticks within. */
export function codeSpan(text: string): string {
  const shown = visible(text);
  if (shown === '') return '';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}
