import { applyEdits, fixAll } from '../features/code-actions.ts';
import type { RuleFinding } from '../rules/judge.ts';
import { rules } from '../rules/registry.ts';
import { checkText } from '../service/check.ts';
import { type CheckArguments, readCheckArguments, SEVERITIES } from './check-arguments.ts';
import { collect } from './collect.ts';
import { decode } from './decode.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import type { CheckedFile } from './problem.ts';
import { type UnitTree, unitTree } from './unit-tree.ts';

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
  const tree = unitTree(host);
  for (const path of options.paths) {
    if (path !== '-' && host.kindOf(path) === 'directory') tree.addFolder(path);
  }
  for (const path of collect(
    host,
    options.paths.filter((name) => name !== '-'),
    onError,
  )) {
    try {
      files.push(checkOne(host, { path, bytes: host.readFile(path), tree }, options));
    } catch (error) {
      onError((error as Error).message);
    }
  }
  if (options.paths.includes('-')) {
    const bytes = await host.readStdin();
    files.push(checkOne(host, { path: options.stdinName, bytes, tree }, { ...options, fix: false }));
  }
  return { files, failed };
}

interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The units around. */
  readonly tree: UnitTree;
}

function checkOne(host: CliHost, { path, bytes, tree }: Input, options: CheckArguments): CheckedFile {
  const { version, manager, fix } = options;
  tree.addFile(path);
  const checked = (text: string): CheckedFile => {
    tree.index.setText(path, text);
    return { path, text, findings: checkText(text, { path, version, manager, around: tree.around(path) }) };
  };
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
