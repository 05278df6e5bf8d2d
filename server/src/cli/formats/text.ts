import { printable, printableLine } from '../../text/printable.ts';
import type { Severity } from '../../values/value-type.ts';
import { type CheckProblem, problemsOf } from '../problem.ts';
import type { Format, Summary } from './format.ts';
import { closing } from './summary.ts';

const COLORS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36', hint: '90' };

/** The problem's line, with carets under the place, if there is one: a link has none. Colours on a terminal. */
export const text: Format = (files, summary) => {
  const blocks = files.flatMap((file) => {
    const lines = file.text.split(/\r\n|\n|\r/);
    const lineOf = ({ line }: CheckProblem): string | undefined =>
      file.isSecret || file.text === '' ? undefined : (lines[line - 1] ?? '');
    return problemsOf(file).map((problem) => block(problem, lineOf(problem), summary));
  });
  return [...blocks, closing(files, summary)].join('\n');
};

function block(problem: CheckProblem, line: string | undefined, { hasColors }: Summary): string {
  const paint = (code: string, words: string): string => (hasColors ? `\x1b[${code}m${words}\x1b[0m` : words);
  const color = COLORS[problem.severity];
  const place = `${printableLine(problem.path)}:${problem.line}:${problem.column}`;
  const message = printableLine(problem.message);
  const head = `${place}: ${paint(color, problem.severity)}: ${message} [${problem.code}]`;
  if (line === undefined) return head;
  const number = String(problem.line).padStart(5);
  const { from, shown } = excerpt(printable(line), problem.column - 1);
  const end = problem.endLine === problem.line ? problem.endColumn : line.length + 1;
  const carets = '^'.repeat(Math.max(1, Math.min(end - problem.column, from + shown.length - (problem.column - 1))));
  const indent = shown.slice(0, problem.column - 1 - from).replace(/[^\t]/g, ' ');
  return `${head}\n${number} | ${shown}\n      | ${indent}${paint(color, carets)}`;
}

/** At most 160 characters of the line, around the column. */
function excerpt(line: string, column: number): { from: number; shown: string } {
  if (line.length <= 160) return { from: 0, shown: line };
  const from = Math.max(0, column - 60);
  return { from, shown: line.slice(from, from + 160) };
}
