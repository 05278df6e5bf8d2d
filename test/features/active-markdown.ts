/** What a Markdown viewer would do more with than show it: outside of code and escapes, by CommonMark and GFM. */
const ACTIVE = [
  // Links, and images, which are fetched.
  /!?\[[^\]]*\]\([^)]*\)?/g,
  /\[[^\]]*\]\[[^\]]*\]/g,
  /^ {0,3}\[[^\]]+\]:/gm,
  // HTML, and addresses in angles.
  /<(?=[A-Za-z/!?])[^>]*>?/g,
  // Addresses GFM makes links of.
  /\b(?:https?|ftp):\/\/[^\s\\]\S*/g,
  /\bwww\.\S+/g,
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  // Icons of VS Code.
  /\$\([a-z~-]+\)/g,
];

/** Turns the direction of what follows; no markup, but as misleading. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/** The active parts of a Markdown text; none where all of it is only shown. */
export function activeMarkdown(markdown: string): string[] {
  const running = withoutCode(markdown);
  return [...ACTIVE.flatMap((pattern) => running.match(pattern) ?? []), ...(markdown.match(DIRECTION) ?? [])];
}

/** Leaves out fenced blocks, code spans and escaped characters; a paragraph ends what is left open in it. */
function withoutCode(markdown: string): string {
  const unfenced = markdown.replace(/^( {0,3}(`{3,}).*\n)[\s\S]*?(?:^ {0,3}\2`*[ \t]*$|(?![\s\S]))/gm, '');
  return unfenced
    .split(/\n[ \t]*\n/)
    .map(withoutSpans)
    .join('\n\n');
}

function withoutSpans(paragraph: string): string {
  let shown = '';
  for (let at = 0; at < paragraph.length; ) {
    const rest = paragraph.slice(at);
    const [skipped = ''] = /^\\[!-/:-@[-`{-~]/.exec(rest) ?? /^(`+)(?!`)[\s\S]*?[^`]\1(?!`)/.exec(rest) ?? [];
    const [run = ''] = /^`+/.exec(rest) ?? [];
    shown += skipped === '' ? run || paragraph[at] : '\u0001';
    at += skipped.length || run.length || 1;
  }
  return shown;
}
