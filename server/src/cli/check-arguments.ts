import { parseArgs } from 'node:util';
import type { SeverityMap } from '../rules/suppress.ts';
import { clampVersion, NEWEST_VERSION } from '../schema/directives.ts';
import type { Manager } from '../schema/file-kind.ts';
import type { Severity } from '../values/value-type.ts';
import { type FoundConfig, findConfig, unitPathsOf } from './config.ts';
import type { Format } from './formats/format.ts';
import { github } from './formats/github.ts';
import { json } from './formats/json.ts';
import { sarif } from './formats/sarif.ts';
import { text } from './formats/text.ts';
import { type CliHost, UsageError } from './host.ts';
import { rootedHost } from './rooted-host.ts';

const FORMATS: Readonly<Record<string, Format>> = { text, json, sarif, github };

/** From worst to least; `--severity` shows what is at least as bad. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export const checkUsage = `systemd-units check [options] PATH...
systemd-units check [options] --root DIR [UNIT...]

Checks unit files as systemd would read them. A folder is searched for units; - is standard input. The file
.systemd-units.json of this folder or one above it may set version, manager, severities of rules, and the paths.
Of units in this machine's unit paths, or below --root, it also tells which programs and accounts are not there.

  --format text|json|sarif|github      how to print (default text)
  --systemd-version N                  judge as systemd N would (default: the machine's, else ${NEWEST_VERSION})
  --user                               judge as units of the user manager
  --root DIR                           check the units of an image tree, as its systemd would find them
  --severity error|warning|info|hint   print only what is at least as bad (default hint)
  -q, --quiet                          print nothing when there is nothing to complain of
  --fix                                apply safe fixes to the files, then check again
  --stdin-filename NAME                what standard input would be called
  --explain RULE                       explain a rule and stop
  --config FILE                        read settings from this file
  --no-config                          read settings from no file

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
  readonly rules: SeverityMap | undefined;
  readonly root: string | undefined;
  /** Folders searched before the machine's own. */
  readonly unitPaths: readonly string[];
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
      root: { type: 'string' },
      config: { type: 'string' },
      'no-config': { type: 'boolean', default: false },
    },
  });
  const format = Object.hasOwn(FORMATS, values.format) ? FORMATS[values.format] : undefined;
  if (!format) throw new UsageError(`--format knows no "${values.format}"; choose text, json, sarif or github`);
  const severity = SEVERITIES.find((word) => word === values.severity);
  if (!severity) throw new UsageError(`--severity knows no "${values.severity}"; choose error, warning, info or hint`);
  const { root, explain } = values;
  if (root !== undefined && host.kindOf(root) !== 'directory') throw new UsageError(`--root: ${root} is no folder`);
  const config = values['no-config'] ? undefined : findConfig(host, values.config);
  const paths = positionals.length > 0 || root !== undefined ? positionals : pathsOf(host, config);
  if (paths.length === 0 && root === undefined && explain === undefined) {
    throw new UsageError('check needs a file, a folder, or - for standard input');
  }
  const wanted = values['systemd-version'] ?? config?.systemdVersion?.toString();
  return {
    format,
    severity,
    version: targetVersion(root === undefined ? host : rootedHost(host, root), wanted),
    manager: values.user ? 'user' : config?.manager === 'auto' ? undefined : config?.manager,
    quiet: values.quiet,
    fix: values.fix,
    explain,
    stdinName: values['stdin-filename'],
    paths,
    rules: config?.rules,
    root,
    unitPaths: unitPathsOf(host, config),
  };
}

/** Paths in the file count from its folder; they are shown as short as they would be typed. */
function pathsOf(host: CliHost, config: FoundConfig | undefined): string[] {
  if (!config?.paths) return [];
  return config.paths.map((path) => (config.folder === host.cwd ? path : host.join(config.folder, path)));
}

function targetVersion(host: CliHost, wanted: string | undefined): number {
  if (wanted === undefined || wanted === 'auto') return clampVersion(host.systemdVersion() ?? NEWEST_VERSION);
  if (!/^\d{3}$/.test(wanted)) throw new UsageError(`--systemd-version takes a number such as 257, not "${wanted}"`);
  return clampVersion(Number(wanted));
}
