const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

/** Markup in which what is put in is text; a list is of markup, as this made it. */
export const html = (parts: TemplateStringsArray, ...values: readonly (string | readonly string[])[]): string =>
  String.raw({ raw: parts }, ...values.map((value) => (typeof value === 'string' ? escaped(value) : value.join(''))));
