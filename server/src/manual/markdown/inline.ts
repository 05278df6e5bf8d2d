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
  const pieces = joinAlike(content.flatMap((span) => toPieces(span, options)));
  return pieces.map((piece, i) => setPiece(piece, pieces[i - 1], pieces[i + 1], options)).join('');
}

/**
 * Bold is for what is typed literally (values, commands) and becomes code. Italics serve both for names
 * (`Restart=`, `$MAINPID`), which become code as well, and for placeholders, which stay emphasised.
 */
function toPieces(span: Inline, options: InlineOptions): Piece[] {
  switch (span.kind) {
    case 'text':
      return [{ style: 'text', text: span.text }];
    case 'strong':
      return aroundBlanks('code', span.text);
    case 'emphasis':
      return emphasisPieces(span.text, options);
    case 'reference':
      return [reference(span.page, span.section, options)];
    case 'link':
      return [webLink(span.text, span.url)];
    case 'footnote':
      return span.url === undefined ? [] : [webLink(`[${span.note}]`, span.url)];
    case 'break':
      return [{ style: 'raw', text: '\n', markdown: options.inTable ? ' ' : '  \n' }];
  }
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

function setPiece(piece: Piece, before: Piece | undefined, after: Piece | undefined, options: InlineOptions): string {
  if (piece.style === 'raw') return piece.markdown;
  if (piece.style === 'code') return codeSpan(piece.text, options);
  if (piece.style === 'text') return escapeText(piece.text);
  return canEmphasise(piece.text, before?.text, after?.text)
    ? `*${escapeText(piece.text)}*`
    : codeSpan(piece.text, options);
}

/** CommonMark's flanking rule: a star beside punctuation inside needs a blank or punctuation outside. */
function canEmphasise(text: string, before = ' ', after = ' '): boolean {
  const isWord = (letter: string) => /[\p{L}\p{N}]/u.test(letter);
  return (
    (isWord(text[0]) || !isWord(before[before.length - 1] ?? ' ')) &&
    (isWord(text[text.length - 1]) || !isWord(after[0] ?? ' '))
  );
}
