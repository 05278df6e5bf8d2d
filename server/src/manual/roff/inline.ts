import type { Inline } from '../tree.ts';
import { type Font, readEscape } from './escapes.ts';

/** Numbered links of a page (its NOTES section): number → URL. */
export type Notes = ReadonlyMap<number, string>;

/** Stands for a forced line break inside the text of a paragraph: an escape that roff itself does not have. */
export const lineBreak = '\\\u0001';

// A link as DocBook writes it: its label in blue, then maybe its number in NOTES as a superscript.
const link = /\\m\[blue\](.*?)\\m\[\](?:(?:\\&)?\\s-2\\u\[(\d+)\]\\d\\s\+2)?/y;
const footnote = /(?:\\&)?\\s-2\\u\[(\d+)\]\\d\\s\+2/y;

/** Reads running text with its escapes; runs of blanks become one space. */
export function readInline(source: string, notes: Notes): Inline[] {
  const spans: Inline[] = [];
  let font: Font = 'text';
  let text = '';
  const flush = () => {
    if (text !== '') spans.push({ kind: font, text });
    text = '';
  };
  for (let at = 0; at < source.length; ) {
    const next = nextSpecial(source, at);
    text += source.slice(at, next);
    at = next;
    if (at >= source.length) break;
    const special = readSpecial(source, at, notes);
    if (special !== undefined) {
      flush();
      spans.push(special.span);
      at = special.end;
      continue;
    }
    const sequence = readEscape(source, at);
    if (sequence.font !== undefined && sequence.font !== font) {
      flush();
      font = sequence.font;
    }
    text += sequence.text ?? '';
    at = sequence.end;
  }
  flush();
  return withReferences(tidySpaces(spans));
}

/** The same without styles, blanks as they stand: for code. */
export function readVerbatim(source: string): string {
  let text = '';
  for (let at = 0; at < source.length; ) {
    const next = nextSpecial(source, at);
    text += source.slice(at, next);
    at = next;
    if (at >= source.length) break;
    const special = readSpecial(source, at, new Map());
    if (special === undefined) text += readEscape(source, at).text ?? '';
    else if (special.span.kind === 'link') text += special.span.text;
    at = special?.end ?? readEscape(source, at).end;
  }
  return text;
}

function nextSpecial(source: string, at: number): number {
  const next = source.indexOf('\\', at);
  return next < 0 ? source.length : next;
}

function readSpecial(source: string, at: number, notes: Notes): { span: Inline; end: number } | undefined {
  const letter = source[at + 1];
  if (letter === lineBreak[1]) return { span: { kind: 'break' }, end: at + 2 };
  if (letter === 'm') {
    link.lastIndex = at;
    const match = link.exec(source);
    if (match === null) return undefined;
    const text = readVerbatim(match[1]!).replace(/\s+/g, ' ');
    const note = match[2] === undefined ? undefined : Number(match[2]);
    const url = note === undefined ? asUrl(text) : notes.get(note);
    return { span: { kind: 'link', text, url, ...(note === undefined ? {} : { note }) }, end: link.lastIndex };
  }
  if (letter !== 's' && letter !== '&') return undefined;
  footnote.lastIndex = at;
  const match = footnote.exec(source);
  if (match === null) return undefined;
  const note = Number(match[1]);
  return { span: { kind: 'footnote', note, url: notes.get(note) }, end: footnote.lastIndex };
}

function asUrl(text: string): string | undefined {
  return /^https?:\/\/\S+$/.test(text) ? text : undefined;
}

/** One space for every run of blanks, none at the ends or beside a break. */
function tidySpaces(spans: readonly Inline[]): Inline[] {
  const tidy: Inline[] = [];
  let open = false;
  for (const span of spans) {
    if (span.kind !== 'text' && span.kind !== 'strong' && span.kind !== 'emphasis') {
      if (span.kind === 'break') trimLast(tidy);
      tidy.push(span);
      open = span.kind !== 'break';
      continue;
    }
    let text = /\s\s|[^\S ]/.test(span.text) ? span.text.replace(/\s+/g, ' ') : span.text;
    if (!open && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    open = !text.endsWith(' ');
    const last = tidy[tidy.length - 1];
    if (last?.kind === span.kind) tidy[tidy.length - 1] = { kind: span.kind, text: last.text + text };
    else tidy.push({ kind: span.kind, text });
  }
  trimLast(tidy);
  return tidy;
}

function trimLast(spans: Inline[]): void {
  const last = spans[spans.length - 1];
  if (last === undefined || !('text' in last) || last.kind === 'link') return;
  const text = last.text.trimEnd();
  spans.pop();
  if (text !== '') spans.push({ kind: last.kind, text });
}

/** `systemd.exec` in bold followed by `(5)` is a cross reference. */
function withReferences(spans: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]!;
    const next = spans[i + 1];
    const section = next?.kind === 'text' && next.text[0] === '(' ? /^\(([1-9][a-z]*)\)/.exec(next.text) : null;
    if ((span.kind === 'strong' || span.kind === 'emphasis') && section !== null && /^[\w.@:+-]+$/.test(span.text)) {
      result.push({ kind: 'reference', page: span.text, section: section[1]! });
      const rest = (next as { text: string }).text.slice(section[0].length);
      if (rest !== '') result.push({ kind: 'text', text: rest });
      i++;
    } else result.push(span);
  }
  return result;
}
