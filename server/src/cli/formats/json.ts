import { printableJson } from '../../text/printable.ts';
import { type CheckProblem, problemsOf } from '../problem.ts';
import type { TargetVersion } from '../target-version.ts';
import type { Format } from './format.ts';
import { targetsOf } from './targets-of.ts';

/** An array of problems, one a line; `schemas/check.schema.json` describes it. */
export const json: Format = (files, { target }) => {
  const problems = files.flatMap((file) =>
    problemsOf(file).map((problem) => described(problem, file.target ?? target)),
  );
  return problems.length === 0 ? '[]\n' : `[\n${problems.map((problem) => printableJson(problem)).join(',\n')}\n]\n`;
};

/** With the systemd it holds for, the newest of several; and all of them, where several were asked about. */
function described(problem: CheckProblem, target: TargetVersion): unknown {
  const { heldFor, ...rest } = problem;
  const targets = targetsOf(problem, target);
  const systemdVersion = heldFor ? Math.max(...heldFor.map((held) => held.target.version)) : target.version;
  return { ...rest, systemdVersion, ...(targets && { targets }) };
}
