import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Imported } from '../../../server/src/features/import/imported.ts';

/** A source, and the files and remarks that come of it. */
export interface ImportCase {
  readonly name: string;
  readonly source: string;
  readonly expected: string;
}

/**
 * Cases of a text file: `### name`, the source, a line `---`, what comes of it. That is each file below a line `== name`, then
 * remarks as `! line: message`.
 */
export function importCases(file: string): ImportCase[] {
  const text = readFileSync(join(__dirname, file), 'utf8');
  return text
    .split(/^### (?!BEGIN|END)/m)
    .slice(1)
    .map((part) => {
      const [head = '', expected = ''] = part.split(/^---\n/m);
      const end = head.indexOf('\n');
      return { name: head.slice(0, end), source: head.slice(end + 1).trimEnd(), expected: expected.trim() };
    });
}

export const shown = ({ files, remarks }: Imported): string =>
  [
    ...files.map(({ name, text }) => `== ${name}\n${text.trim()}`),
    ...remarks.map(({ line, message }) => `! ${line}: ${message}`),
  ].join('\n');
