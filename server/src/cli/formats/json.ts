import { printableJson } from '../../text/printable.ts';
import { problemsOf } from '../problem.ts';
import type { Format } from './format.ts';

/** An array of problems, one a line. */
export const json: Format = (files, { target }) => {
  const problems = files.flatMap(problemsOf).map((problem) => ({ ...problem, systemdVersion: target.version }));
  return problems.length === 0 ? '[]\n' : `[\n${problems.map((problem) => printableJson(problem)).join(',\n')}\n]\n`;
};
