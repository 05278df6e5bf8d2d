import { allRules } from '../dialects/rules.ts';
import { nearest } from '../text/edit-distance.ts';
import type { Severity } from '../values/value-type.ts';
import { type CheckArguments, readCheckArguments, SEVERITIES } from './check-arguments.ts';
import { checkFiles } from './check-files.ts';
import { matrix } from './formats/matrix.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import type { CheckedFile } from './problem.ts';
import { rootedHost } from './rooted-host.ts';

export { checkHelp } from './check-arguments.ts';

export async function check(host: CliHost, args: readonly string[]): Promise<number> {
  const started = host.now();
  const options = readCheckArguments(host, args);
  if (options.explain !== undefined) return explainRule(host, options.explain);
  const { files, failed } = await checkFiles(
    options.root === undefined ? host : rootedHost(host, options.root),
    options,
  );
  const status = failed ? EXIT.failure : found(files, options.failOn) ? EXIT.problems : EXIT.clean;
  // Who is told that something is wrong is told what.
  if (!options.quiet || found(files, options.severity) || status !== EXIT.clean) {
    host.stdout(report(host, { files, seconds: (host.now() - started) / 1000 }, options));
  }
  return status;
}

interface Result {
  readonly files: readonly CheckedFile[];
  readonly seconds: number;
}

function report(
  host: CliHost,
  { files, seconds }: Result,
  { format, target, severity, fix, matrix: isMatrix }: CheckArguments,
): string {
  const shown = files.map((file) => ({
    ...file,
    findings: file.findings.filter((finding) => isAtLeast(finding.severity, severity)),
  }));
  const { hasColors, programVersion = '' } = host;
  return (isMatrix ? matrix : format)(shown, { all: files, target, severity, fix, seconds, hasColors, programVersion });
}

const found = (files: readonly CheckedFile[], least: Severity | undefined): boolean =>
  least !== undefined && files.some(({ findings }) => findings.some(({ severity }) => isAtLeast(severity, least)));

const isAtLeast = (severity: Severity, least: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);

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
