import { allRules } from '../dialects/rules.ts';
import { nearest } from '../text/edit-distance.ts';
import type { Severity } from '../values/value-type.ts';
import { updateBaseline, withoutBaseline } from './baseline.ts';
import { type CheckArguments, readCheckArguments } from './check-arguments.ts';
import { checkFiles } from './check-files.ts';
import { complain } from './door.ts';
import { diffs } from './formats/diffs.ts';
import type { Format, Summary } from './formats/format.ts';
import { json } from './formats/json.ts';
import { matrix } from './formats/matrix.ts';
import { statistics, statisticsJson } from './formats/statistics.ts';
import { plural, sum } from './formats/summary.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import type { CheckedFile } from './problem.ts';
import { rootedHost } from './rooted-host.ts';
import { isAtLeast } from './severities.ts';
import { writeOutput } from './write-output.ts';

export { checkHelp } from './check-options.ts';

export async function check(host: CliHost, args: readonly string[]): Promise<number> {
  const started = host.now();
  const options = readCheckArguments(host, args);
  if (options.explain !== undefined) return explainRule(host, options.explain);
  const checked = await checkFiles(options.root === undefined ? host : rootedHost(host, options.root), options);
  const files = heedBaseline(host, checked.files, options);
  const status = checked.failed ? EXIT.failure : isBad(files, options) ? EXIT.problems : EXIT.clean;
  // Who is told that something is wrong is told what.
  if (!options.quiet || found(files, options.severity) || status !== EXIT.clean)
    tell(host, { files, seconds: (host.now() - started) / 1000 }, options);
  return status;
}

/** Without the findings that a baseline lists; none after it was written. */
function heedBaseline(host: CliHost, files: readonly CheckedFile[], options: CheckArguments): readonly CheckedFile[] {
  const { baseline, updateBaseline: isUpdate, quiet } = options;
  if (baseline === undefined) return files;
  if (isUpdate) {
    const count = updateBaseline(host, files, baseline);
    if (!quiet) complain(host, `${baseline}: lists ${plural(count, 'finding')}`);
  }
  const { files: left, hidden, gone } = withoutBaseline(host, files, baseline);
  if (!isUpdate && !quiet && hidden > 0) complain(host, `${baseline}: passed over ${plural(hidden, 'finding')}`);
  if (gone > 0 && !quiet)
    complain(host, `${baseline}: ${plural(gone, 'entry', 'entries')} no longer found; --update-baseline removes them`);
  return left;
}

function isBad(files: readonly CheckedFile[], { instead, exitZero, failOn }: CheckArguments): boolean {
  if (exitZero) return false;
  return instead === 'diff' ? files.some(({ before }) => before !== undefined) : found(files, failOn);
}

interface Result {
  readonly files: readonly CheckedFile[];
  readonly seconds: number;
}

/** Prints the report, or writes it and prints the sum. */
function tell(host: CliHost, { files, seconds }: Result, options: CheckArguments): void {
  const { target, severity, failOn, fix, outputFile } = options;
  const shown = files.map((file) => ({
    ...file,
    findings: file.findings.filter((finding) => isAtLeast(finding.severity, severity)),
  }));
  const { programVersion = '' } = host;
  const hasColors = host.hasColors && outputFile === undefined;
  const summary: Summary = { all: files, target, severity, failOn, fix, seconds, hasColors, programVersion };
  const report = formatOf(options)(shown, summary);
  if (outputFile !== undefined) writeOutput(host, outputFile, report);
  host.stdout(outputFile === undefined ? report : `${sum(shown, summary)}\n`);
}

function formatOf({ instead, format }: CheckArguments): Format {
  if (instead === undefined) return format;
  if (instead === 'statistics') return format === json ? statisticsJson : statistics;
  return instead === 'matrix' ? matrix : diffs;
}

const found = (files: readonly CheckedFile[], least: Severity): boolean =>
  files.some(({ findings }) => findings.some(({ severity }) => isAtLeast(severity, least)));

function explainRule(host: CliHost, id: string): number {
  const rule = allRules.find((candidate) => candidate.id === id);
  if (!rule) {
    const meant = nearest(
      id,
      allRules.map((candidate) => candidate.id),
    );
    throw new UsageError(`there is no rule "${id}"${meant === undefined ? '' : `; did you mean ${meant}?`}`);
  }
  const { what, why, bad, good, manual } = rule.docs;
  const block = (title: string, text: string | undefined): string =>
    text === undefined ? '' : `\n${title}\n\n${text.replace(/^/gm, '    ')}\n`;
  const pages = manual ? `\nRead more: ${manual.join(', ')}\n` : '';
  host.stdout(`${rule.id}\n\n${what}\n${why}\n${block('Not like this:', bad)}${block('But like this:', good)}${pages}`);
  return EXIT.clean;
}
