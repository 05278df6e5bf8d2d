import type { SeverityMap } from '../features/suppressions/apply-suppressions.ts';
import type { Manager } from '../schema/file-kind.ts';
import type { Severity } from '../values/value-type.ts';
import { readArguments, wordOf } from './arguments.ts';
import { findConfig, pathsOf, unitPathsOf } from './config.ts';
import { concise } from './formats/concise.ts';
import type { Format } from './formats/format.ts';
import { github } from './formats/github.ts';
import { gitlab } from './formats/gitlab.ts';
import { json } from './formats/json.ts';
import { sarif } from './formats/sarif.ts';
import { text } from './formats/text.ts';
import { type CliHost, UsageError } from './host.ts';
import { rootedHost } from './rooted-host.ts';
import { podmanOption, type TargetVersion, targetVersion, versionOption } from './target-version.ts';
import type { Help } from './usage.ts';

export const FORMATS: Readonly<Record<string, Format>> = { text, concise, json, sarif, github, gitlab };

/** From worst to least. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export interface CheckArguments {
  readonly format: Format;
  readonly target: TargetVersion;
  readonly manager: Manager | undefined;
  readonly severity: Severity;
  /** Undefined when nothing that is found matters. */
  readonly failOn: Severity | undefined;
  readonly allowEmpty: boolean;
  readonly quiet: boolean;
  /** Whether files by targets are printed, and no findings. */
  readonly matrix: boolean;
  readonly fix: boolean;
  readonly stdinName: string;
  readonly explain: string | undefined;
  readonly paths: readonly string[];
  readonly rules: SeverityMap | undefined;
  readonly root: string | undefined;
  /** Folders searched before the machine's own. */
  readonly unitPaths: readonly string[];
}

/** What judging a file depends on; plain data, which other threads are told. */
export type SharedArguments = Pick<
  CheckArguments,
  'target' | 'manager' | 'fix' | 'rules' | 'paths' | 'root' | 'unitPaths' | 'stdinName'
>;

const OPTIONS = {
  format: {
    type: 'string',
    default: 'text',
    value: Object.keys(FORMATS).join('|'),
    about: 'how to print (default text); concise is one line a finding',
  },
  ...versionOption,
  ...podmanOption,
  targets: {
    type: 'string',
    multiple: true,
    value: 'LIST',
    about: 'judge for several: 252..257, >=249, debian12,rhel9 (see targets)',
  },
  matrix: { type: 'boolean', default: false, about: 'print a table of files and targets' },
  user: { type: 'boolean', default: false, about: 'judge as units of the user manager' },
  root: { type: 'string', value: 'DIR', about: 'check the units of an image tree, as its systemd would find them' },
  severity: {
    type: 'string',
    default: 'hint',
    value: SEVERITIES.join('|'),
    about: 'print only what is at least as bad (default hint)',
  },
  'fail-on': {
    type: 'string',
    default: 'warning',
    value: SEVERITIES.join('|'),
    about: 'end with 1 when something is at least as bad (default warning)',
  },
  'exit-zero': { type: 'boolean', default: false, about: 'end with 0 whatever is found' },
  'allow-empty': {
    type: 'boolean',
    default: false,
    about: 'pass although nothing is found, or what is named is not a unit',
  },
  quiet: { type: 'boolean', short: 'q', default: false, about: 'print nothing when there is nothing to complain of' },
  fix: { type: 'boolean', default: false, about: 'apply safe fixes to the files, then check again' },
  'stdin-filename': {
    type: 'string',
    default: 'stdin.service',
    value: 'NAME',
    about: 'what standard input would be called',
  },
  explain: { type: 'string', value: 'RULE', about: 'explain a rule and stop' },
  config: { type: 'string', value: 'FILE', about: 'read settings from this file' },
  'no-config': { type: 'boolean', default: false, about: 'read settings from no file' },
} as const;

export const checkHelp: Help = {
  synopsis: ['[options] PATH...', '[options] --root DIR [UNIT|PATH...]'],
  about: `Checks unit files as systemd would read them. A folder is searched for units; - is standard input. The file
.systemd-units.json of this folder or one above it may set version, manager, severities of rules, and the paths.
Of units in this machine's unit paths, or below a --root with systemd in it, it also tells which programs and accounts
are not there. A pipeline names the version with --systemd-version, so that its verdict is the same on every machine.`,
  options: OPTIONS,
  exitStatus:
    '0 nothing as bad as --fail-on says, 1 something is, 2 wrong usage, unreadable input, or nothing to check',
};

/** Throws {@link UsageError} for what makes no sense. */
export function readCheckArguments(host: CliHost, args: readonly string[]): CheckArguments {
  const { values, positionals } = readArguments(args, OPTIONS);
  const format = FORMATS[wordOf('--format', values.format, Object.keys(FORMATS))]!;
  const severity = wordOf('--severity', values.severity, SEVERITIES);
  const failOn = wordOf('--fail-on', values['fail-on'], SEVERITIES);
  const { root, explain } = values;
  if (root !== undefined && host.kindOf(root) !== 'directory')
    throw new UsageError(`--root takes a folder, not "${root}"`);
  const config = values['no-config'] ? undefined : findConfig(host, values.config);
  const paths = positionals.length > 0 || root !== undefined ? positionals : pathsOf(host, config);
  if (paths.length === 0 && root === undefined && explain === undefined) {
    throw new UsageError('name a file, a folder, or - for standard input');
  }
  const isImage = root !== undefined;
  if (values.matrix && values.format !== 'text')
    throw new UsageError(
      '--matrix is a table for people; --format json tells programs which target each finding holds for',
    );
  const wish = {
    option: values['systemd-version'],
    podman: values['podman-version'],
    targets: values.targets ?? [],
    config,
    isImage,
  };
  return {
    format,
    severity,
    failOn: values['exit-zero'] ? undefined : failOn,
    target: targetVersion(isImage ? rootedHost(host, root) : host, wish),
    manager: values.user ? 'user' : config?.manager === 'auto' ? undefined : config?.manager,
    allowEmpty: values['allow-empty'],
    quiet: values.quiet,
    matrix: values.matrix,
    fix: values.fix,
    explain,
    stdinName: values['stdin-filename'],
    paths,
    rules: config?.rules,
    root,
    unitPaths: unitPathsOf(host, config),
  };
}
