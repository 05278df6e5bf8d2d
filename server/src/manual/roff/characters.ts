/** Named characters (`\(bu`, `\[em]`) as groff_char(7) lists them, those that prose uses. */
const characters: Readonly<Record<string, string>> = {
  '12': '½',
  '14': '¼',
  '34': '¾',
  S1: '¹',
  S2: '²',
  S3: '³',
  aq: "'",
  la: '⟨',
  ra: '⟩',
  bu: '•',
  co: '©',
  cq: '’',
  da: '↓',
  de: '°',
  dq: '"',
  em: '—',
  en: '–',
  ga: '`',
  ha: '^',
  hy: '-',
  lB: '[',
  lq: '“',
  mc: 'µ',
  mi: '−',
  mu: '×',
  oq: '‘',
  rB: ']',
  rg: '®',
  rq: '”',
  rs: '\\',
  sc: '§',
  ti: '~',
  tm: '™',
  ua: '↑',
  '+-': '±',
  '->': '→',
  '<-': '←',
  '<=': '≤',
  '>=': '≥',
  '!=': '≠',
};

/** The text of a named character; its bare name when it is not known, so that no text is lost. */
export function namedCharacter(name: string): string {
  const code = /^u([0-9A-F]{4,6})$/.exec(name);
  if (code !== null) return codePoint(Number.parseInt(code[1]!, 16));
  return Object.hasOwn(characters, name) ? characters[name]! : name;
}

function codePoint(value: number): string {
  return value <= 0x10ffff ? String.fromCodePoint(value) : '';
}
