/** How Markdown looks in a terminal. */
export interface TerminalOptions {
  readonly width: number;
  readonly colors: boolean;
}

type Style = 'bold' | 'code' | 'emphasis' | 'faint';

const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  code: [36, 39],
  emphasis: [4, 24],
  faint: [2, 22],
};

/** A run of text in one style. */
interface Run {
  readonly text: string;
  readonly style?: Style;
}

/** Markdown as hovers write it (a paragraph a line, lists, tables, code blocks, rules) for a terminal. */
export function renderTerminal(markdown: string, options: TerminalOptions): string {
  const lines = markdown.split('\n');
  const out: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const fence = /^(\s*(?:> ?)*)(```+|~~~+)/.exec(line);
    if (fence) {
      const end = lines.findIndex((other, i) => i > at && other.trim().endsWith(fence[2]!));
      const stop = end < 0 ? lines.length : end;
      const code = lines.slice(at + 1, stop).map((text) => text.slice(fence[1]!.length));
      out.push(...code.map((text) => paint({ text: `    ${text}`, style: 'code' }, options)));
      at = stop;
    } else if (isTableRow(line)) {
      const end = lines.findIndex((other, i) => i > at && !isTableRow(other));
      const stop = end < 0 ? lines.length : end;
      out.push(...table(lines.slice(at, stop), options));
      at = stop - 1;
    } else out.push(...textLine(line, options));
  }
  return `${out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

const isTableRow = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line);

function textLine(line: string, options: TerminalOptions): string[] {
  if (/^(-{3,}|\*{3,})$/.test(line))
    return ['', paint({ text: '─'.repeat(Math.min(options.width, 60)), style: 'faint' }, options), ''];
  const heading = /^#{1,6} (.*)$/.exec(line);
  if (heading)
    return [
      runs(heading[1]!)
        .map(({ text }) => paint({ text, style: 'bold' }, options))
        .join(''),
    ];
  const [, indent = '', quote = '', mark = '', rest = ''] = /^(\s*)((?:> ?)*)((?:[-*]|\d+\.) )?(.*)$/.exec(line)!;
  const bullet = /^[-*] $/.test(mark) ? '• ' : mark;
  const lead = indent + quote.replace(/> ?/g, '│ ');
  return wrap(runs(rest), options, lead + bullet, lead + ' '.repeat(bullet.length));
}

/** Columns as wide as their widest cell. */
function table(rows: readonly string[], options: TerminalOptions): string[] {
  const cells = rows
    .filter((row) => !/^\s*\|[\s|:-]+\|\s*$/.test(row) || /[^\s|:-]/.test(row))
    .map((row) =>
      row
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => runs(cell.trim())),
    );
  const length = (cell: readonly Run[]): number => cell.reduce((sum, { text }) => sum + text.length, 0);
  const count = Math.max(...cells.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, i) => Math.max(0, ...cells.map((row) => length(row[i] ?? []))));
  return cells.map((row, i) =>
    row
      .map((cell, column) => {
        const shown = cell.map((run) => paint(i === 0 ? { ...run, style: 'bold' } : run, options)).join('');
        return shown + ' '.repeat(widths[column]! - length(cell));
      })
      .join('  ')
      .trimEnd(),
  );
}

const INLINE =
  /(?<code>`+)(?<codeText>.+?)\k<code>(?!`)|\*\*(?<bold>.+?)\*\*|(?<![\w\\])\*(?<emphasis>[^*\s][^*]*?)\*|\[(?<label>(?:\\.|[^\]\\])*)\]\((?<target>[^)\s]*)\)|\\(?<escaped>[\\`*_{}[\]()#+.!|<>&~$@:-])|&(?<entity>lt|gt|amp);/g;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };

/** Inline Markdown as runs; of a link the words are shown, and its target where they do not say where it leads. */
function runs(markdown: string, style?: Style): Run[] {
  const found: Run[] = [];
  const push = (text: string, own = style): void =>
    void (text !== '' && found.push(own ? { text, style: own } : { text }));
  let at = 0;
  for (const match of markdown.matchAll(INLINE)) {
    push(markdown.slice(at, match.index));
    at = match.index + match[0].length;
    const { codeText, bold, emphasis, label, target = '', escaped, entity } = match.groups!;
    if (codeText !== undefined) push(codeText.trim(), style ?? 'code');
    else if (bold !== undefined) found.push(...runs(bold, 'bold'));
    else if (emphasis !== undefined) found.push(...runs(emphasis, 'emphasis'));
    else if (label !== undefined) found.push(...runs(label === 'online' ? target : label, style));
    else push(escaped ?? ENTITIES[entity ?? ''] ?? '');
  }
  push(markdown.slice(at));
  return found;
}

/** Words of all runs, put into lines no longer than the terminal is wide. */
function wrap(all: readonly Run[], options: TerminalOptions, first: string, others: string): string[] {
  const lines: string[] = [];
  let line = first;
  let length = first.length;
  let hasGap = false;
  for (const word of wordsOf(all)) {
    const width = word.reduce((sum, { text }) => sum + text.length, 0);
    if (hasGap && length + 1 + width > options.width) {
      lines.push(line);
      line = others;
      length = others.length;
      hasGap = false;
    }
    line += (hasGap ? ' ' : '') + word.map((run) => paint(run, options)).join('');
    length += (hasGap ? 1 : 0) + width;
    hasGap = true;
  }
  return [...lines, line.trimEnd()];
}

/** What stands between blanks; a word may have several styles: `Type=`s. */
function wordsOf(all: readonly Run[]): Run[][] {
  const words: Run[][] = [];
  let word: Run[] = [];
  const end = (): void => {
    if (word.length > 0) words.push(word);
    word = [];
  };
  for (const { text, style } of all) {
    for (const [i, part] of text.split(' ').entries()) {
      if (i > 0) end();
      if (part !== '') word.push(style ? { text: part, style } : { text: part });
    }
  }
  end();
  return words;
}

function paint({ text, style }: Run, { colors }: TerminalOptions): string {
  if (!colors || !style || text === '') return text;
  const [on, off] = CODES[style];
  return `\x1b[${on}m${text}\x1b[${off}m`;
}
