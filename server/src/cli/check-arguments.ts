import { identifyPath } from '../dialects/index.ts';
import type { Severity } from '../values/value-type.ts';
import { readArguments, wordOf } from './arguments.ts';
import { FORMATS, OPTIONS } from './check-options.ts';
import { type FoundConfig, lookUpConfigs, pathsOf, unitPathsOf } from './config.ts';
import { type Choices, type FileSettings, type SettingsOf, settingsOfFiles } from './file-settings.ts';
import type { Format } from './formats/format.ts';
import { type CliHost, UsageError } from './host.ts';
import { rootedHost } from './rooted-host.ts';
import { SEVERITIES } from './severities.ts';
import { type TargetVersion, targetVersion } from './target-version.ts';

/** Target, manager and rules are those of the current folder. */
export interface CheckArguments extends FileSettings {
  readonly format: Format;
  readonly settingsOf: SettingsOf;
  /** Files whose settings are others; known when the files are. */
  readonly own: ReadonlyMap<string, FileSettings>;
  readonly severity: Severity;
  readonly failOn: Severity;
  /** Whether nothing that is found matters. */
  readonly exitZero: boolean;
  readonly allowEmpty: boolean;
  readonly quiet: boolean;
  /** What is printed in place of findings: files by targets, the counts of rules, or what fixes would change. */
  readonly instead: 'matrix' | 'statistics' | 'diff' | undefined;
  /** Where the report goes; standard output when missing. */
  readonly outputFile: string | undefined;
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  /** The revision of git since which a file has changed that is checked. */
  readonly changed: string | undefined;
  readonly watch: boolean;
  /** Whether sure fixes are made; with a diff instead of findings they are not written. */
  readonly fix: boolean;
  readonly stdinName: string;
  readonly explain: string | undefined;
  readonly paths: readonly string[];
  readonly root: string | undefined;
  /** Folders searched before the machine's own. */
  readonly unitPaths: readonly string[];
}

/** What judging a file depends on; plain data, which other threads are told. */
export type SharedArguments = Pick<
  CheckArguments,
  'target' | 'manager' | 'own' | 'fix' | 'instead' | 'rules' | 'paths' | 'root' | 'unitPaths' | 'stdinName'
>;

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values'];

/** Throws {@link UsageError} for what makes no sense. */
export function readCheckArguments(host: CliHost, args: readonly string[]): CheckArguments {
  const { values, positionals } = readArguments(args, OPTIONS);
  const { root, explain } = values;
  if (root !== undefined && host.kindOf(root) !== 'directory')
    throw new UsageError(`--root takes a folder, not "${root}"`);
  const isImage = root !== undefined;
  const lookup = lookUpConfigs(host, { file: values.config, none: values['no-config'], isImage });
  const config = lookup.own;
  const paths = positionals.length > 0 || isImage ? positionals : pathsOf(host, config);
  if (paths.length === 0 && !isImage && explain === undefined) {
    throw new UsageError('name a file, a folder, or - for standard input');
  }
  const choices = choicesOf(isImage ? rootedHost(host, root) : host, values);
  return {
    ...reportingOf(values),
    target: choices.target(config),
    manager: choices.manager(config),
    rules: config?.rules,
    settingsOf: settingsOfFiles(host, lookup, choices),
    own: new Map(),
    allowEmpty: values['allow-empty'],
    changed: values.changed,
    watch: isWatch(values, paths),
    fix: values.fix || values.diff,
    explain,
    stdinName: values['stdin-filename'],
    paths,
    root,
    unitPaths: unitPathsOf(host, config),
  };
}

/** What files are judged for; options count before settings. Each file with settings is asked once, as it may be complained of. */
function choicesOf(host: CliHost, values: Values): Choices {
  const { 'systemd-version': option, 'podman-version': podman, targets = [], root, user } = values;
  const known = new Map<FoundConfig | undefined, TargetVersion>();
  return {
    target(config) {
      const found =
        known.get(config) ?? targetVersion(host, { option, podman, targets, config, isImage: root !== undefined });
      known.set(config, found);
      return found;
    },
    manager: (config) => (user ? 'user' : config?.manager === 'auto' ? undefined : config?.manager),
  };
}

type Reporting = Pick<
  CheckArguments,
  'format' | 'severity' | 'failOn' | 'exitZero' | 'quiet' | 'instead' | 'outputFile' | 'baseline' | 'updateBaseline'
>;

/** What becomes of the findings. */
function reportingOf(values: Values): Reporting {
  const outputFile = values['output-file'] === '-' ? undefined : values['output-file'];
  if (outputFile !== undefined && identifyPath(outputFile) !== undefined)
    throw new UsageError(`--output-file would overwrite a unit: ${outputFile}`);
  if (values['update-baseline'] && values.baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline FILE, which says where it is');
  return {
    format: FORMATS[wordOf('--format', values.format, Object.keys(FORMATS))]!,
    severity: wordOf('--severity', values.severity, SEVERITIES),
    failOn: wordOf('--fail-on', values['fail-on'], SEVERITIES),
    exitZero: values['exit-zero'],
    quiet: values.quiet,
    instead: insteadOf(values),
    outputFile,
    baseline: values.baseline,
    updateBaseline: values['update-baseline'],
  };
}

function isWatch({ watch, root, format, 'output-file': file }: Values, paths: readonly string[]): boolean {
  if (!watch) return false;
  if (root !== undefined) throw new UsageError('--watch is for folders and files, not for the image of --root');
  if (paths.includes('-')) throw new UsageError('--watch is for folders and files; standard input ends once');
  if (!['text', 'concise'].includes(format) && file === undefined)
    throw new UsageError(`--watch prints what is different; --format ${format} needs --output-file, which has all`);
  return true;
}

function insteadOf(values: Values): CheckArguments['instead'] {
  const [first, second] = (['matrix', 'statistics', 'diff'] as const).filter((name) => values[name]);
  if (second !== undefined)
    throw new UsageError(`--${first} and --${second} both say what is printed: name one of them`);
  if (first === 'diff' && values.fix) throw new UsageError('--fix writes what --diff only prints: name one of them');
  if (first === 'matrix' && values.format !== 'text')
    throw new UsageError(
      '--matrix is a table for people; --format json tells programs which target each finding holds for',
    );
  if (first !== undefined && !['text', 'json'].includes(values.format))
    throw new UsageError(`--${first} takes the place of what --format ${values.format} prints: name one of them`);
  if (first === 'diff' && values.format === 'json')
    throw new UsageError('--diff prints a unified diff; --format json has the fixes of each finding');
  return first;
}
