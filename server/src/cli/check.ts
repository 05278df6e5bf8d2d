import { rules } from '../rules/registry.ts';
import type { RuleFinding } from '../rules/sketch.ts';
import { readCheckArguments, SEVERITIES } from './check-arguments.ts';
import { checkFiles } from './check-files.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { rootedHost } from './rooted-host.ts';

export { checkUsage } from './check-arguments.ts';

export async function check(host: CliHost, args: readonly string[]): Promise<number> {
  const started = host.now();
  const options = readCheckArguments(host, args);
  if (options.explain !== undefined) return explainRule(host, options.explain);
  const { files, failed } = await checkFiles(
    options.root === undefined ? host : rootedHost(host, options.root),
    options,
  );
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
