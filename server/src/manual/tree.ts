/** A manual page as a tree. Everything is readonly plain data; the reader in `roff/` makes it, `markdown/` prints it. */

/** A run of text in one style. Spans are flat: DocBook's man pages never nest fonts in a way that matters. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'emphasis'; readonly text: string }
  /** `systemd.exec(5)` */
  | { readonly kind: 'reference'; readonly page: string; readonly section: string }
  /** A web link; `note` is its number in the page's NOTES section. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string | undefined; readonly note?: number }
  /** A number pointing into NOTES that belongs to no link text. */
  | { readonly kind: 'footnote'; readonly note: number; readonly url: string | undefined }
  | { readonly kind: 'break' };

export type Content = readonly Inline[];

export type Block =
  | { readonly kind: 'paragraph'; readonly content: Content }
  /** Verbatim lines. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly start: number | undefined; readonly items: readonly (readonly Block[])[] }
  /** Terms with explanations: directives, enumeration values, options, variables. */
  | { readonly kind: 'definitions'; readonly entries: readonly Definition[] }
  | Table
  /** "Example 1. …", or what else stands as a title over the next block. */
  | { readonly kind: 'title'; readonly content: Content }
  /** A "Note", "Warning", "Caution", "Tip" or "Important" box. */
  | { readonly kind: 'note'; readonly label: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'indent'; readonly blocks: readonly Block[] };

export interface Definition {
  /** Several terms can share one text: `Requires=`, `Requisite=`. */
  readonly terms: readonly Content[];
  readonly blocks: readonly Block[];
}

export interface Table {
  readonly kind: 'table';
  readonly title: Content | undefined;
  readonly header: readonly Content[];
  readonly rows: readonly (readonly Content[])[];
}

/** The words of some inline content, without any style. */
export function plainText(content: Content): string {
  return content.map(spanText).join('');
}

function spanText(span: Inline): string {
  switch (span.kind) {
    case 'reference':
      return `${span.page}(${span.section})`;
    case 'footnote':
      return '';
    case 'break':
      return '\n';
    default:
      return span.text;
  }
}
