import { parseArgs } from 'node:util';
import { clampVersion, NEWEST_VERSION } from '../schema/directives.ts';
import type { Manager } from '../schema/file-kind.ts';
import type { Severity } from '../values/value-type.ts';
import type { Format } from './formats/format.ts';
import { github } from './formats/github.ts';
import { json } from './formats/json.ts';
import { sarif } from './formats/sarif.ts';
import { text } from './formats/text.ts';
import { type CliHost, UsageError } from './host.ts';

const FORMATS: Readonly<Record<string, Format>> = { text, json, sarif, github };

/** From worst to least; `--severity` shows what is at least as bad. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export const checkUsage = `systemd-units check [options] PATH...

Checks unit files as systemd would read them. A folder is searched for units; - is standard input.

  --format text|json|sarif|github      how to print (default text)
  --systemd-version N                  judge as systemd N would (default: the machine's, else ${NEWEST_VERSION})
  --user                               judge as units of the user manager
  --severity error|warning|info|hint   print only what is at least as bad (default hint)
  --quiet                              print nothing when there is nothing to complain of
  --fix                                mend in place what has one sure fix, then check again
  --stdin-filename NAME                what standard input would be called
  --explain RULE                       explain a rule and stop

Exit status: 0 no error or warning, 1 some, 2 wrong usage or unreadable input.
`;

export interface CheckArguments {
  readonly format: Format;
  readonly version: number;
  readonly manager: Manager | undefined;
  readonly severity: Severity;
  readonly quiet: boolean;
  readonly fix: boolean;
  readonly stdinName: string;
  readonly explain: string | undefined;
  readonly paths: readonly string[];
}

/** Throws {@link UsageError} for what makes no sense. */
export function readCheckArguments(host: CliHost, args: readonly string[]): CheckArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'systemd-version': { type: 'string' },
      user: { type: 'boolean', default: false },
      severity: { type: 'string', default: 'hint' },
      quiet: { type: 'boolean', short: 'q', default: false },
      fix: { type: 'boolean', default: false },
      explain: { type: 'string' },
      'stdin-filename': { type: 'string', default: 'stdin.service' },
    },
  });
  const format = Object.hasOwn(FORMATS, values.format) ? FORMATS[values.format] : undefined;
  if (!format) throw new UsageError(`--format knows no "${values.format}"; choose text, json, sarif or github`);
  const severity = SEVERITIES.find((word) => word === values.severity);
  if (!severity) throw new UsageError(`--severity knows no "${values.severity}"; choose error, warning, info or hint`);
  if (positionals.length === 0 && values.explain === undefined) {
    throw new UsageError('check needs a file, a folder, or - for standard input');
  }
  return {
    format,
    severity,
    version: targetVersion(host, values['systemd-version']),
    manager: values.user ? 'user' : undefined,
    quiet: values.quiet,
    fix: values.fix,
    explain: values.explain,
    stdinName: values['stdin-filename'],
    paths: positionals,
  };
}

function targetVersion(host: CliHost, wanted: string | undefined): number {
  if (wanted === undefined || wanted === 'auto') return clampVersion(host.systemdVersion() ?? NEWEST_VERSION);
  if (!/^\d{3}$/.test(wanted)) throw new UsageError(`--systemd-version takes a number such as 257, not "${wanted}"`);
  return clampVersion(Number(wanted));
}
