import type { Content, Table } from '../tree.ts';
import { type Notes, readInline } from './inline.ts';
import type { Line } from './lines.ts';

/**
 * Reads a table as tbl(1) does for what DocBook writes: options, one format line for the header (bold columns),
 * `.T&` with formats for the body, cells either plain or between `T{` and `T}`.
 * A cell that spans down or across leaves the places it covers empty.
 */
export function readTable(lines: readonly Line[], title: Content | undefined, notes: Notes): Table {
  const text = lines.map((line) => (line.kind === 'text' ? line.text : `.${line.name} ${line.rest}`));
  let at = 0;
  let tab = '\t';
  if (text[0]?.trimEnd().endsWith(';')) {
    tab = /tab\s*\((.)\)/.exec(text[0])?.[1] ?? tab;
    at = 1;
  }
  const firstFormat = text[at] ?? '';
  at = skipFormat(text, at);
  const rows: Content[][] = [];
  while (at < text.length) {
    if (text[at]!.startsWith('.T&')) {
      at = skipFormat(text, at + 1);
      continue;
    }
    const row = readRow(text, at, tab);
    at = row.end;
    if (row.cells.length > 0) rows.push(row.cells.map((cell) => readInline(cell, notes)));
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  const even = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, (): Content => [])]);
  const headed = /B/.test(firstFormat) && even.length > 1;
  return { kind: 'table', title, header: headed ? even[0]! : [], rows: headed ? even.slice(1) : even };
}

/** The format ends with the line that ends in a full stop. */
function skipFormat(text: readonly string[], from: number): number {
  for (let at = from; at < text.length; at++) if (text[at]!.trimEnd().endsWith('.')) return at + 1;
  return text.length;
}

function readRow(text: readonly string[], from: number, tab: string): { cells: string[]; end: number } {
  const line = text[from]!;
  // A line that only draws a rule.
  if (/^[_=]$/.test(line.trim())) return { cells: [], end: from + 1 };
  const cells: string[] = [];
  let rest = line;
  let at = from;
  for (;;) {
    if (rest.trim() === 'T{') {
      const close = closingCell(text, at + 1);
      cells.push(cellText(text.slice(at + 1, close)));
      rest = text[close]?.slice(2) ?? '';
      at = close;
      if (!rest.startsWith(tab)) break;
      rest = rest.slice(tab.length);
      continue;
    }
    const next = rest.indexOf(tab);
    cells.push(next < 0 ? rest : rest.slice(0, next));
    if (next < 0) break;
    rest = rest.slice(next + tab.length);
  }
  return { cells: cells.map((cell) => (cell === '\\^' ? '' : cell)), end: at + 1 };
}

function closingCell(text: readonly string[], from: number): number {
  for (let at = from; at < text.length; at++) if (text[at]!.startsWith('T}')) return at;
  return text.length;
}

/** Requests within a cell only shape it. */
function cellText(lines: readonly string[]): string {
  return lines.filter((line) => !/^\.(?:sp|PP|br|RS|RE|nf|fi)\b/.test(line)).join(' ');
}
