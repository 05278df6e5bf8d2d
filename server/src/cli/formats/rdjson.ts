import { printableJson } from '../../text/printable.ts';
import type { Severity } from '../../values/value-type.ts';
import { type CheckedFile, type CheckProblem, problemsOf, type Region } from '../problem.ts';
import type { Format } from './format.ts';
import { addressOfRule } from './rule-address.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
  hint: 'INFO',
};

/** Reviewdog's Diagnostic Format: findings with what may be written in their place, as comments on a change. */
export const rdjson: Format = (files) =>
  `${printableJson({ source: { name: 'systemd-units' }, diagnostics: files.flatMap(diagnosticsOf) }, 2)}\n`;

function diagnosticsOf(file: CheckedFile): unknown[] {
  const range = rangesIn(file.text);
  return problemsOf(file).map((problem) => {
    const suggestions = suggestionsOf(problem, range);
    return {
      message: problem.message,
      location: { path: problem.path, range: range(problem) },
      severity: SEVERITIES[problem.severity],
      code: { value: problem.code, url: addressOfRule(problem.code) },
      ...(suggestions.length > 0 && { suggestions }),
    };
  });
}

/** Each is taken by itself: what takes several edits at once cannot be said. */
const suggestionsOf = ({ fixes }: CheckProblem, range: (region: Region) => unknown): unknown[] =>
  fixes.flatMap(({ isSure, edits }) =>
    isSure && edits.length === 1 ? edits.map((edit) => ({ range: range(edit), text: edit.text })) : [],
  );

/** The format counts the bytes of UTF-8. */
function rangesIn(text: string): (region: Region) => unknown {
  const lines = text.split(/\r\n|\n|\r/);
  const place = (line: number, column: number): unknown => ({
    line,
    column: Buffer.byteLength((lines[line - 1] ?? '').slice(0, column - 1)) + 1,
  });
  return ({ line, column, endLine, endColumn }) => ({ start: place(line, column), end: place(endLine, endColumn) });
}
