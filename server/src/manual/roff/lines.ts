/** A line of roff: text, or a request (`.PP`) with its unsplit arguments. */
export type Line =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'request'; readonly name: string; readonly rest: string };

const request = /^[.'][ \t]*([^\s"\\]{1,}|\\})?[ \t]*(.*)$/;

/**
 * Splits roff into lines, drops comments and takes conditionals out.
 * Conditions are judged as a typesetter would (`t` true, `n` false): DocBook keeps the terminal's drawings,
 * such as bullets made of horizontal motions, in the `n` branch and the plain list macros in the other.
 */
export function readLines(source: string): Line[] {
  const lines: Line[] = [];
  const raw = source.split('\n');
  let verbatim = false;
  let otherwise = true;
  for (let i = 0; i < raw.length; i++) {
    let text = raw[i]!;
    if (text.startsWith('.ie') || text.startsWith('.if') || text.startsWith('.el')) {
      const taken = condition(text, otherwise);
      otherwise = !taken.holds;
      if (taken.opens && !taken.holds) i = closingBrace(raw, i);
      if (!taken.holds || taken.rest === '') continue;
      text = taken.rest;
    }
    const line = readLine(text);
    if (line === undefined) continue;
    if (line.kind === 'request' && (line.name === 'nf' || line.name === 'fi')) verbatim = line.name === 'nf';
    if (line.kind === 'text' && line.text === '' && !verbatim) lines.push({ kind: 'request', name: 'sp', rest: '' });
    else lines.push(line);
  }
  return lines;
}

function readLine(text: string): Line | undefined {
  const first = text[0];
  if (first !== '.' && first !== "'") return { kind: 'text', text };
  if (text.startsWith('.\\"') || text.startsWith('\'\\"')) return undefined;
  const match = request.exec(text);
  if (match?.[1] === undefined || match[1] === '\\}') return undefined;
  return { kind: 'request', name: match[1]!, rest: match[2]! };
}

/** `.if n \{\`, `.ie \n(.g .ds …`, `.el .ds …` */
function condition(line: string, otherwise: boolean): { holds: boolean; opens: boolean; rest: string } {
  const isElse = line.startsWith('.el');
  const match = isElse ? /^\.el[ \t]*(.*)$/.exec(line) : /^\.i[ef][ \t]*(\S+)[ \t]*(.*)$/.exec(line);
  const test = isElse ? '' : (match?.[1] ?? 't');
  const body = (isElse ? match?.[1] : match?.[2]) ?? '';
  const opens = body.startsWith('\\{');
  const holds = isElse ? otherwise : test !== 'n' && test !== '!t';
  return { holds, opens, rest: opens ? body.replace(/^\\\{\\?[ \t]*/, '') : body };
}

function closingBrace(raw: readonly string[], from: number): number {
  let depth = 0;
  for (let i = from; i < raw.length; i++) {
    if (raw[i]!.includes('\\{')) depth++;
    if (raw[i]!.includes('\\}')) depth--;
    if (depth === 0) return i;
  }
  return raw.length;
}

/**
 * Some paragraphs come out of DocBook with all their macros run together in one line, which roff then drops whole, and
 * some macros with blanks before them, which roff then prints. Puts each macro on a line of its own.
 */
export function splitJoinedMacros(source: string): string {
  return source.replace(/^[ \t]+(?=\.PP$)/gm, '').replace(/^\.PP \\fB.*$/gm, (line) =>
    line
      .replace(/^\.PP /, '.PP\n')
      .replace(/ (\.(?:sp|PP|RS 4|RE|nf|fi|\\\}|if n \\\{\\))(?= |$) ?/g, '\n$1\n')
      .replace(/\n\n+/g, '\n')
      .replace(/\n$/, ''),
  );
}

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
