import { readLines, splitJoinedMacros } from '../../src/manual/roff/lines.ts';

/** Requests the reader passes over. */
const layout = new Set(['nh', 'hy', 'ad', 'ds', 'de', 'na', 'ne', 'nr']);

/**
 * A page without what the reader does not look at: comments, the branches for terminals, layout, the formats of table
 * rows, and escapes that only guard against roff itself. The reader makes the same tree of both; a test compares them.
 */
export function minify(source: string): string {
  const lines = readLines(splitJoinedMacros(source)).flatMap((line) => {
    if (line.kind === 'text') return [line.text];
    return layout.has(line.name) ? [] : [`.${line.name}${line.rest === '' ? '' : ` ${line.rest}`}`];
  });
  return lines
    .join('\n')
    .replace(/\\-/g, '-')
    .replace(/(?<=\S)\\&(?=\.)/g, '')
    .replace(/(?<=\S)\\\*\(Aq/g, "'");
}
