import type { Token } from './tokenize.ts';

export type LineKind = 'blank' | 'comment' | 'continued' | 'section' | 'key';

/** systemd's own reading of lines (config_parse() in conf-parser.c), written plainly, to compare the grammar with. */
export function readLines(lines: readonly string[]): LineKind[] {
  let joined = '';
  return lines.map((line) => {
    const bare = line.trimStart();
    if (/^[#;]/.test(bare)) return 'comment';
    const first: LineKind = bare.startsWith('[') ? 'section' : 'key';
    const kind = bare === '' ? 'blank' : joined !== '' ? 'continued' : first;
    joined += line;
    joined = /(?:^|[^\\])(?:\\\\)*\\$/.test(joined) ? `${joined.slice(0, -1)} ` : '';
    return kind;
  });
}

/** Whether the grammar sees a line as that kind, judged by its first visible token. */
function isColouredAs(kind: LineKind, tokens: readonly Token[]): boolean {
  const first = tokens.find((token) => token.text.trim() !== '');
  const has = (scope: string) => first?.scopes.some((s) => s.startsWith(scope)) ?? false;
  switch (kind) {
    case 'blank':
      return first === undefined;
    case 'comment':
      return has('comment.line');
    case 'continued':
      return has('meta.assignment') && !has('comment') && !has('support.type.property-name');
    case 'section':
      return has('meta.section');
    case 'key':
      return has('support.type.property-name');
  }
}

/** The lines that the grammar and systemd read differently. */
export function misread(lines: readonly string[], tokens: readonly (readonly Token[])[]): string[] {
  const kinds = readLines(lines);
  return lines.flatMap((line, i) => (isColouredAs(kinds[i]!, tokens[i]!) ? [] : [`${i + 1}: ${kinds[i]}: ${line}`]));
}
