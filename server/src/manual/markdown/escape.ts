/**
 * Escapes running text for CommonMark and GFM as VS Code shows them: markup, HTML, strike-through, tables,
 * formulas (`$`), and the mail addresses GFM would see in unit names such as `getty@tty1.service`.
 * What means something only in company, such as the brackets of `[Service]` or a lone `<`, stays as it is.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[\\`*~|$]|<(?=[A-Za-z/!?])/g, '\\$&')
    .replace(/\[(?=\^|[ xX]\]|[^\]]*\][([:])/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<=[\w.+-])@(?=\w)/g, '\\@');
}

/** The text of a link, where every bracket counts. */
export function linkLabel(text: string): string {
  return escapeText(text.replace(/[[\]]/g, (bracket) => (bracket === '[' ? '\u0002' : '\u0003')))
    .replaceAll('\u0002', '\\[')
    .replaceAll('\u0003', '\\]');
}

/** What would begin a list, a heading, a quotation or a rule at the start of a line. */
export function escapeLineStart(line: string): string {
  return line.replace(/^(?:>|#+(?=\s|$)|[+-](?=\s|$)|[-=]+$)/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** A code span around any text, backticks included. `inTable`: GFM splits cells before it looks at code. */
export function codeSpan(text: string, { inTable = false } = {}): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad =
    text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '')
      ? ' '
      : '';
  return `${fence}${pad}${inTable ? text.replaceAll('|', '\\|') : text}${pad}${fence}`;
}

/** A fenced block; the fence is longer than any in the text. */
export function codeBlock(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** The target of a link: no blanks, no brackets that would end it too early. */
export function linkTarget(url: string): string {
  const unsafe = /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(url) ? /[\s<>\\]/g : /[\s()<>\\]/g;
  return url.replace(unsafe, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
}
