import { applyEdits, fixAll } from '../features/code-actions.ts';
import type { UnitText } from '../features/diagnostics.ts';
import type { RuleFinding } from '../rules/judge.ts';
import { rules } from '../rules/registry.ts';
import { fileKindOfPath } from '../schema/file-kind.ts';
import { checkText } from '../service/check.ts';
import { type CheckArguments, readCheckArguments, SEVERITIES } from './check-arguments.ts';
import { collect } from './collect.ts';
import { decode } from './decode.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import type { CheckedFile } from './problem.ts';

export { checkUsage } from './check-arguments.ts';

/** Fixes may uncover others; a unit is settled long before this many rounds. */
const MOST_ROUNDS = 5;

export async function check(host: CliHost, args: readonly string[]): Promise<number> {
  const started = host.now();
  const options = readCheckArguments(host, args);
  if (options.explain !== undefined) return explainRule(host, options.explain);
  const { files, failed } = await checkPaths(host, options);
  const bad = files.some(({ findings }) =>
    findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
  const shown = files.map((file) => ({ ...file, findings: file.findings.filter(atLeast(options.severity)) }));
  if (!options.quiet || shown.some(({ findings }) => findings.length > 0)) {
    const seconds = (host.now() - started) / 1000;
    host.stdout(options.format(shown, { version: options.version, seconds, color: host.isTerminal }));
  }
  if (failed) return EXIT.failure;
  return bad ? EXIT.problems : EXIT.clean;
}

const atLeast =
  (least: string) =>
  ({ severity }: RuleFinding): boolean =>
    SEVERITIES.indexOf(severity) <= (SEVERITIES as readonly string[]).indexOf(least);

/** Checks every file that can be read; what cannot is said on standard error. */
async function checkPaths(host: CliHost, options: CheckArguments): Promise<{ files: CheckedFile[]; failed: boolean }> {
  const files: CheckedFile[] = [];
  let failed = false;
  const onError = (message: string): void => {
    failed = true;
    host.stderr(`systemd-units: ${message}\n`);
  };
  for (const path of collect(
    host,
    options.paths.filter((name) => name !== '-'),
    onError,
  )) {
    try {
      files.push(checkOne(host, path, host.readFile(path), options));
    } catch (error) {
      onError((error as Error).message);
    }
  }
  if (options.paths.includes('-')) {
    files.push(checkOne(host, options.stdinName, await host.readStdin(), { ...options, fix: false }));
  }
  return { files, failed };
}

function checkOne(
  host: CliHost,
  path: string,
  bytes: Uint8Array,
  { version, manager, fix }: CheckArguments,
): CheckedFile {
  const checked = (text: string): CheckedFile => ({
    path,
    text,
    findings: checkText(text, { path, version, manager, dropIns: dropInsOf(host, path) }),
  });
  let file = checked(decode(bytes));
  if (!fix || /\p{Surrogate}/u.test(file.text)) return file;
  const before = file.text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = fixAll(file.findings);
    if (!fixes) break;
    file = checked(applyEdits(file.text, fixes.edits));
  }
  if (file.text !== before) host.writeFile(path, file.text);
  return file;
}

/** The drop-ins in the folder beside a fragment, in systemd's order. */
function dropInsOf(host: CliHost, path: string): UnitText[] {
  if (fileKindOfPath(path)?.role !== 'fragment') return [];
  const folder = `${path}.d`;
  if (host.kindOf(folder) !== 'directory') return [];
  return host
    .readDirectory(folder)
    .filter(({ name, type }) => name.endsWith('.conf') && type === 'file')
    .map(({ name }) => host.join(folder, name))
    .map((dropIn) => ({ path: dropIn, text: decode(host.readFile(dropIn)) }));
}

function explainRule(host: CliHost, id: string): number {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw new UsageError(`no rule "${id}"`);
  const { what, why, bad, good, manual } = rule.docs;
  const block = (title: string, text: string | undefined): string =>
    text === undefined ? '' : `\n${title}\n\n${text.replace(/^/gm, '    ')}\n`;
  const pages = manual ? `\nRead more: ${manual.join(', ')}\n` : '';
  host.stdout(`${rule.id}\n\n${what}\n${why}\n${block('Not like this:', bad)}${block('But like this:', good)}${pages}`);
  return EXIT.clean;
}
