import type { Severity } from '../values/value-type.ts';
import { updateBaseline, withoutBaseline } from './baseline.ts';
import type { CheckArguments } from './check-arguments.ts';
import { checkFiles } from './check-files.ts';
import { complain } from './door.ts';
import { diffs } from './formats/diffs.ts';
import type { Format, Summary } from './formats/format.ts';
import { json } from './formats/json.ts';
import { matrix } from './formats/matrix.ts';
import { statistics, statisticsJson } from './formats/statistics.ts';
import { plural, sum } from './formats/summary.ts';
import { type CliHost, EXIT } from './host.ts';
import type { CheckedFile } from './problem.ts';
import { rootedHost } from './rooted-host.ts';
import { isAtLeast } from './severities.ts';
import { writeOutput } from './write-output.ts';

/** What came of one check. */
export interface CheckResult {
  readonly files: readonly CheckedFile[];
  readonly status: number;
  readonly seconds: number;
}

export async function checkOnce(host: CliHost, options: CheckArguments): Promise<CheckResult> {
  const started = host.now();
  const checked = await checkFiles(options.root === undefined ? host : rootedHost(host, options.root), options);
  const files = heedBaseline(host, checked.files, options);
  const status = checked.failed ? EXIT.failure : isBad(files, options) ? EXIT.problems : EXIT.clean;
  return { files, status, seconds: (host.now() - started) / 1000 };
}

/** Who is told that something is wrong is told what. */
export const isWorthTelling = ({ files, status }: CheckResult, { quiet, severity }: CheckArguments): boolean =>
  !quiet || found(files, severity) || status !== EXIT.clean;

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

/** Prints the report, or writes it and prints the sum. Where only some files are worth telling of, the sum is still that of all. */
export function tell(
  host: CliHost,
  { files, seconds }: CheckResult,
  options: CheckArguments,
  isTold?: (file: CheckedFile) => boolean,
): void {
  const { target, severity, failOn, fix, outputFile } = options;
  const shown = files.map((file) => ({
    ...file,
    findings: file.findings.filter((finding) => isAtLeast(finding.severity, severity)),
  }));
  const { programVersion = '' } = host;
  const hasColors = host.hasColors && outputFile === undefined;
  const summary: Summary = { all: files, target, severity, failOn, fix, seconds, hasColors, programVersion };
  const print = formatOf(options);
  if (outputFile !== undefined) {
    writeOutput(host, outputFile, print(shown, summary));
    host.stdout(`${sum(shown, summary)}\n`);
  } else host.stdout(isTold ? print(shown.filter(isTold), { ...summary, isPart: true }) : print(shown, summary));
}

function formatOf({ instead, format }: CheckArguments): Format {
  if (instead === undefined) return format;
  if (instead === 'statistics') return format === json ? statisticsJson : statistics;
  return instead === 'matrix' ? matrix : diffs;
}

const found = (files: readonly CheckedFile[], least: Severity): boolean =>
  files.some(({ findings }) => findings.some(({ severity }) => isAtLeast(severity, least)));
