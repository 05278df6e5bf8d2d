const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

/** A template tag for markup: strings are escaped as text, lists hold markup made by this tag. */
export const html = (parts: TemplateStringsArray, ...values: readonly (string | readonly string[])[]): string =>
  String.raw({ raw: parts }, ...values.map((value) => (typeof value === 'string' ? escaped(value) : value.join(''))));
