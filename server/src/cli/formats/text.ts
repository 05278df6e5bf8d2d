import type { Severity } from '../../values/value-type.ts';
import { type CheckedFile, type CheckProblem, problemsOf } from '../problem.ts';
import type { Format, Summary } from './format.ts';

const COLORS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36', hint: '90' };

/** The problem's line, with carets under the place; colours on a terminal. */
export const text: Format = (files, summary) => {
  const blocks = files.flatMap((file) => {
    const lines = file.text.split(/\r\n|\n|\r/);
    return problemsOf(file).map((problem) => block(problem, lines[problem.line - 1] ?? '', summary));
  });
  return [...blocks, closing(files, summary)].join('\n');
};

function block(problem: CheckProblem, line: string, { color }: Summary): string {
  const paint = (code: string, words: string): string => (color ? `\x1b[${code}m${words}\x1b[0m` : words);
  const severity = paint(COLORS[problem.severity], problem.severity);
  const head = `${problem.path}:${problem.line}:${problem.column}: ${severity}: ${problem.message} [${problem.code}]`;
  const number = String(problem.line).padStart(5);
  const { from, shown } = excerpt(line, problem.column - 1);
  const end = problem.endLine === problem.line ? problem.endColumn : line.length + 1;
  const carets = '^'.repeat(Math.max(1, Math.min(end - problem.column, from + shown.length - (problem.column - 1))));
  const indent = shown.slice(0, problem.column - 1 - from).replace(/[^\t]/g, ' ');
  return `${head}\n${number} | ${shown}\n      | ${indent}${paint(COLORS[problem.severity], carets)}`;
}

/** At most 160 characters of the line, around the column. */
function excerpt(line: string, column: number): { from: number; shown: string } {
  if (line.length <= 160) return { from: 0, shown: line };
  const from = Math.max(0, column - 60);
  return { from, shown: line.slice(from, from + 160) };
}

function closing(files: readonly CheckedFile[], { version, seconds }: Summary): string {
  const count = { error: 0, warning: 0, info: 0, hint: 0 };
  const touched = files.filter((file) => file.findings.length > 0).length;
  for (const file of files) for (const finding of file.findings) count[finding.severity]++;
  const found = [
    plural(count.error, 'error'),
    plural(count.warning, 'warning'),
    ...(count.info + count.hint > 0 ? [plural(count.info + count.hint, 'remark')] : []),
  ];
  return `${found.join(', ')} in ${touched} of ${plural(files.length, 'unit')} (systemd ${version}, ${seconds.toFixed(2)} s)\n`;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
