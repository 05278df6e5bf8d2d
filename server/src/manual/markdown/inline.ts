import type { Content, Inline } from '../tree.ts';
import { codeSpan, escapeText, linkLabel, linkTarget } from './escape.ts';
import type { MarkdownOptions } from './options.ts';

export interface InlineOptions extends MarkdownOptions {
  readonly inTable?: boolean;
}

type Piece =
  | { readonly style: 'text' | 'code' | 'emphasis'; readonly text: string }
  | { readonly style: 'raw'; readonly text: string; readonly markdown: string };

/** Running text as one line of Markdown (more where the text has forced breaks). */
export function inlineMarkdown(content: Content, options: InlineOptions = {}): string {
  const pieces = content.flatMap((span) => toPieces(span, options));
  const settled = joinAlike(pieces.map((piece, i) => settle(piece, pieces[i - 1], pieces[i + 1])));
  return settled.map((piece, i) => setPiece(piece, settled[i + 1], options)).join('');
}

/**
 * Bold is for what is typed literally (values, commands) and becomes code. Italics serve both for names
 * (`Restart=`, `$MAINPID`), which become code as well, and for placeholders, which stay emphasised.
 */
function toPieces(span: Inline, options: InlineOptions): Piece[] {
  switch (span.kind) {
    case 'text':
      return textPieces(span.text);
    case 'strong':
      return aroundBlanks('code', span.text);
    case 'emphasis':
      return emphasisPieces(span.text, options);
    case 'reference':
      return [reference(span.page, span.section, options)];
    case 'link':
      return [webLink(span.text, options.withoutAddresses ? undefined : span.url)];
    case 'footnote':
      return options.withoutAddresses ? [] : [webLink(`[${span.note}]`, span.url)];
    case 'break':
      return [{ style: 'raw', text: '\n', markdown: options.inTable ? ' ' : '  \n' }];
  }
}

/** Addresses in running text become links, so that the marks in them are none. */
function textPieces(text: string): Piece[] {
  const parts = text.split(/(https?:\/\/[\w.-]+\.\w[^\s"'<>]*[\w/#=)])/);
  return parts.flatMap((part, i) => {
    if (part === '') return [];
    return i % 2 === 1 ? [webLink(part, part)] : [{ style: 'text' as const, text: part }];
  });
}

function emphasisPieces(text: string, options: InlineOptions): Piece[] {
  const key = /^([A-Z][A-Za-z0-9]*)=$/.exec(text)?.[1];
  const target = key === undefined ? undefined : options.directiveLink?.(key);
  if (target !== undefined) return [{ style: 'raw', text, markdown: `[${codeSpan(text)}](${linkTarget(target)})` }];
  return aroundBlanks(isName(text) ? 'code' : 'emphasis', text);
}

function isName(text: string): boolean {
  return /[=$/\\_`]|^-|^[A-Z][a-z]+[A-Z]/.test(text.trim());
}

/** Blanks at the ends of a styled run go outside of it. */
function aroundBlanks(style: 'code' | 'emphasis', text: string): Piece[] {
  const [, before, body, after] = /^(\s*)(.*?)(\s*)$/s.exec(text) as unknown as [string, string, string, string];
  return [
    { style: 'text' as const, text: before },
    { style, text: body },
    { style: 'text' as const, text: after },
  ].filter((piece) => piece.text !== '');
}

function reference(page: string, section: string, options: InlineOptions): Piece {
  const text = `${page}(${section})`;
  const target = options.link?.(page, section);
  const label = escapeText(text);
  return { style: 'raw', text, markdown: target === undefined ? `**${label}**` : `[${label}](${linkTarget(target)})` };
}

function webLink(text: string, url: string | undefined): Piece {
  if (url === undefined) return { style: 'text', text };
  return {
    style: 'raw',
    text,
    markdown: text === url ? `<${linkTarget(url)}>` : `[${linkLabel(text)}](${linkTarget(url)})`,
  };
}

/** Neighbours of one style are one run: two code spans side by side would read as one broken span. */
function joinAlike(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined[joined.length - 1];
    if (last !== undefined && last.style !== 'raw' && last.style === piece.style)
      joined[joined.length - 1] = { style: last.style, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

function setPiece(piece: Piece, after: Piece | undefined, options: InlineOptions): string {
  switch (piece.style) {
    case 'raw':
      return piece.markdown;
    case 'code':
      return codeSpan(piece.text, options);
    case 'emphasis':
      return `*${escapeText(piece.text)}*`;
    case 'text':
      // `[Install]` right before a link would be taken for one.
      return after?.style === 'raw' ? escapeText(piece.text).replace(/\]$/, '\\]') : escapeText(piece.text);
  }
}

/**
 * CommonMark's flanking rule: a star beside punctuation inside needs a blank or punctuation outside. What cannot be
 * emphasised is set as code when it is one word, else as plain text.
 */
function settle(piece: Piece, before: Piece | undefined, after: Piece | undefined): Piece {
  if (piece.style !== 'emphasis') return piece;
  const { text } = piece;
  if (!/[\p{L}\p{N}]/u.test(text)) return { style: 'text', text };
  const opens = isWord(text[0]) || !isWord(before?.text.at(-1));
  const closes = isWord(text.at(-1)) || !isWord(after?.text[0]);
  if (opens && closes) return piece;
  return { style: /\s/.test(text) ? 'text' : 'code', text };
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}
