import { type CheckedFile, type CheckProblem, problemsOf } from '../problem.ts';
import { isAtLeast } from '../severities.ts';
import type { Format, Summary } from './format.ts';
import { XML_HEADER, xmlAttributes, xmlText } from './xml.ts';

/**
 * A report of tests, as JUnit writes it: a file is a suite, a finding that is as bad as `--fail-on` says is a test that failed, and
 * a file without one is a test that passed, with what is less bad as its output.
 */
export const junit: Format = (files, summary) => {
  const suites = files.map((file) => suiteOf(file, summary));
  const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
  const counts = { name: 'systemd-units', tests, failures, errors: 0, time: summary.seconds.toFixed(3) };
  return `${XML_HEADER}<testsuites${xmlAttributes(counts)}>\n${suites.map(({ text }) => text).join('')}</testsuites>\n`;
};

function suiteOf(file: CheckedFile, { failOn }: Summary) {
  const problems = problemsOf(file);
  const failed = problems.filter(({ severity }) => isAtLeast(severity, failOn));
  const cases = failed.length === 0 ? [passed(file, problems)] : failed.map(failure);
  const counts = { tests: cases.length, failures: failed.length, errors: 0, skipped: 0 };
  const text = `  <testsuite${xmlAttributes({ name: file.path, ...counts })}>\n${cases.join('')}  </testsuite>\n`;
  return { tests: cases.length, failures: failed.length, text };
}

function passed({ path }: CheckedFile, remarks: readonly CheckProblem[]): string {
  const start = `    <testcase${xmlAttributes({ name: 'check', classname: path })}`;
  if (remarks.length === 0) return `${start}/>\n`;
  const lines = remarks.map((problem) => xmlText(said(problem))).join('\n');
  return `${start}>\n      <system-out>${lines}</system-out>\n    </testcase>\n`;
}

function failure(problem: CheckProblem): string {
  const { path, line, column, code, message } = problem;
  const name = `${code} (${line}:${column})`;
  const inner = `<failure${xmlAttributes({ type: code, message })}>${xmlText(said(problem))}</failure>`;
  return `    <testcase${xmlAttributes({ name, classname: path })}>\n      ${inner}\n    </testcase>\n`;
}

const said = ({ path, line, column, severity, message, code }: CheckProblem): string =>
  `${path}:${line}:${column}: ${severity}: ${message} [${code}]`;
