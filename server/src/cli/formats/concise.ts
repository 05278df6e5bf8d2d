import { printableLine } from '../../text/printable.ts';
import { problemsOf } from '../problem.ts';
import type { Format } from './format.ts';
import { closing } from './summary.ts';

/** One line a finding, as compilers print them: for grep, and for editors that jump to places. */
export const concise: Format = (files, summary) => {
  const lines = files.flatMap(problemsOf).map(({ path, line, column, severity, message, code }) => {
    const place = `${printableLine(path)}:${line}:${column}`;
    return `${place}: ${severity}: ${printableLine(message)} [${code}]\n`;
  });
  return lines.join('') + closing(files, summary);
};
