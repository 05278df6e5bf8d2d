import { rules } from '../../rules/registry.ts';
import type { Severity } from '../../values/value-type.ts';
import { type CheckProblem, problemsOf } from '../problem.ts';
import type { Format } from './format.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0, as code-scanning services read it. */
export const sarif: Format = (files) => {
  const problems = files.flatMap(problemsOf);
  const used = rules.filter((rule) => problems.some((problem) => problem.code === rule.id));
  const driver = {
    name: 'systemd-units',
    rules: used.map((rule) => ({
      id: rule.id,
      shortDescription: { text: rule.docs.what },
      fullDescription: { text: `${rule.docs.what} ${rule.docs.why}` },
    })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: problems.map(result) }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function result(problem: CheckProblem): unknown {
  return {
    ruleId: problem.code,
    level: LEVELS[problem.severity],
    message: { text: problem.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: problem.path.split(/[\\/]/).map(encodeURIComponent).join('/') },
          region: {
            startLine: problem.line,
            startColumn: problem.column,
            endLine: problem.endLine,
            endColumn: problem.endColumn,
          },
        },
      },
    ],
  };
}
