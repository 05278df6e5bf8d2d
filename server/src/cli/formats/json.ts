import { problemsOf } from '../problem.ts';
import type { Format } from './format.ts';

/** An array of problems, one a line. */
export const json: Format = (files) => {
  const problems = files.flatMap(problemsOf);
  return problems.length === 0 ? '[]\n' : `[\n${problems.map((problem) => JSON.stringify(problem)).join(',\n')}\n]\n`;
};
