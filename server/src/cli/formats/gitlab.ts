import { printableJson } from '../../text/printable.ts';
import type { Severity } from '../../values/value-type.ts';
import { fingerprinted, hash } from './fingerprint.ts';
import type { Format } from './format.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
  hint: 'info',
};

/** A report of Code Quality, as GitLab shows it beside the lines of a merge request. Fingerprints differ between files. */
export const gitlab: Format = (files) => {
  const issues = files.flatMap((file) =>
    fingerprinted(file).map(({ problem, fingerprint }) => ({
      description: problem.message,
      check_name: problem.code,
      fingerprint: hash(`${problem.path}\n${fingerprint}`),
      severity: SEVERITIES[problem.severity],
      location: { path: problem.path.replace(/^\.\//, ''), lines: { begin: problem.line, end: problem.endLine } },
    })),
  );
  return `${printableJson(issues, 2)}\n`;
};
