/** Splits the arguments of a request: blanks separate, `"…"` groups, `""` within quotes is a quote, `\ ` is kept. */
export function splitArguments(rest: string): string[] {
  const words: string[] = [];
  const word = /"((?:[^"]|"")*)"?|((?:\\.|[^\s"\\])(?:\\.|[^\s\\])*)/g;
  for (const match of rest.matchAll(word)) words.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
  return words;
}

const fonts: Readonly<Record<string, string>> = { B: '\\fB', I: '\\fI', R: '\\fR' };

/** `.B`, `.I`, `.BR`, `.IR`, … as text with font escapes; undefined when the request is none of them. */
export function fontRequest(name: string, rest: string): string | undefined {
  if (!/^(?:[BI]|SM|SB|[BIR][BIR])$/.test(name)) return undefined;
  const words = splitArguments(rest);
  if (name === 'SM') return words.join(' ');
  if (name.length === 1 || name === 'SB') return `${fonts[name.charAt(0)] ?? '\\fB'}${words.join(' ')}\\fR`;
  return words.map((word, i) => `${fonts[name.charAt(i % 2)]}${word}\\fR`).join('');
}
