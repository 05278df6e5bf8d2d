import { memoize, memoizeList } from '../text/memoize.ts';
import type { Span } from '../text/span.ts';
import type { Block, NodeContent, UnitFile } from './tree.ts';

/** What a tool writes before systemd reads the file: `@BINDIR@`, `{{ name }}`, `{% if %}`, `<%= name %>`, `${PREFIX}`, `__APP__`. */
const PAIRED: Readonly<Record<string, string>> = {
  '{{': '}}',
  '{%': '%}',
  '{#': '#}',
  '<%': '%>',
  '${': '}',
  '%{': '}',
};
export const PLACEHOLDER = /\{\{|\}\}|\{%|%\}|\{#|#\}|<%|%>|\$\{|%\{|@[A-Za-z_][\w.-]{0,80}@|__[A-Z][A-Z0-9_]{0,80}__/;
const OPENING =
  /\{\{|\{%|\{#|<%|\$\{|%\{|@[A-Za-z_][\w.-]{0,80}@|__[A-Z][A-Z0-9_]{0,80}__|^[ \t]*'?\)?(?:m4_)?dnl\b.*|^[ \t]*m4_\w+.*/gm;

/** Where placeholders stand in a text that is known to have some; those that are never closed end with their line. */
export const placeholderSpans = memoize(({ text }: Pick<UnitFile, 'text'>): readonly Span[] => {
  const found: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(OPENING)) {
    const start = match.index;
    if (start < from) continue;
    from = endOf(text, start, match[0]);
    found.push({ start, end: from });
  }
  return found;
});

/** Statements may go over some lines, not over half a file. */
const LONGEST = 4000;

function endOf(text: string, start: number, opening: string): number {
  const closing = PAIRED[opening];
  const inside = start + opening.length;
  if (closing === undefined) return inside;
  const at = text.slice(inside, inside + LONGEST).indexOf(closing);
  if (at >= 0) return inside + at + closing.length;
  const line = text.slice(inside, inside + LONGEST).search(/[\n\r]/);
  return line < 0 ? inside : inside + line;
}

/** Whether a placeholder stands in a span, or the span in one. */
export function hasPlaceholder(tree: Pick<UnitFile, 'text'>, { start, end }: Span): boolean {
  const spans = placeholderSpans(tree);
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start < end;
}

/** Names that build systems give to folders, in `${…}`; any other name may be a variable that systemd expands. */
const BUILD_VARIABLE =
  '(?:CMAKE_\\w+|(?:exec_)?prefix|PREFIX|DESTDIR|\\w*(?:INSTALL|install)_\\w*|(?:bin|sbin|lib|libexec|sysconf|data|localstate|run|runstate)dir|(?:BIN|SBIN|LIB|LIBEXEC|SYSCONF|DATA|LOCALSTATE|RUN)_?DIR)';
const CERTAIN = `@(?:[A-Z][A-Z0-9_]{0,60}|${BUILD_VARIABLE})@|__[A-Z][A-Z0-9_]{0,60}__|\\{\\{-? ?[\\w.$]|\\{%|<%[-=]? ?[\\w@"(]|\\$\\{${BUILD_VARIABLE}\\}`;

/** Without any of these there is no sign: few lines have one. */
const MARK = /[@{<]|__/;
const STATEMENT = /^(?:\{[{%#]|<%|%\{|@[A-Za-z][A-Za-z0-9_]{0,60}@$)/;
const IN_HEADER = new RegExp(CERTAIN);
const IN_COMMAND = new RegExp(
  `^[-:+!|]{0,4}["']?(?:${CERTAIN})|^[-@:+!|]{0,4}/[^\\s"']{0,200}?(?:@[A-Z][A-Z0-9_]{0,60}@|__[A-Z][A-Z0-9_]{0,60}__|\\{\\{ ?\\w)`,
);
const IN_VALUE = new RegExp(`(?:^|[\\s/])(?:${CERTAIN})`);
/** Free text, and what a shell or a formatter of another program takes. */
const FREE = /^(?:Exec\w*|Environment|Description|Documentation)$/;

/**
 * Whether a file with the name of a unit is meant for a tool that makes the unit of it: something stands in it that means
 * nothing to systemd and much to such a tool. `docker ps --format {{.Names}}` is not a sign of that.
 */
export const isEvidentSource = ({ blocks }: UnitFile): boolean => blocks.some(({ block }) => signsIn(block).length > 0);

const signsIn = memoizeList(({ contents }: Block): readonly NodeContent[] => contents.filter(isSign));

function isSign(content: NodeContent): boolean {
  if (content.kind === 'error') return STATEMENT.test(content.text.text);
  if (content.kind === 'header') return IN_HEADER.test(content.name);
  if (content.kind !== 'assignment') return false;
  // Nearly all keys begin with a letter.
  if (!isLetter(content.key.charCodeAt(0)) && STATEMENT.test(content.key)) return true;
  const { text } = content.value;
  return MARK.test(text) && (FREE.test(content.key) ? IN_COMMAND : IN_VALUE).test(text);
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
