import { allRules } from '../dialects/rules.ts';
import { nearest } from '../text/edit-distance.ts';
import { readCheckArguments } from './check-arguments.ts';
import { checkOnce, isWorthTelling, tell } from './check-round.ts';
import { watchChecks } from './check-watch.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';

export { checkHelp } from './check-options.ts';

export async function check(host: CliHost, args: readonly string[]): Promise<number> {
  const options = readCheckArguments(host, args);
  if (options.explain !== undefined) return explainRule(host, options.explain);
  if (options.watch) return await watchChecks(host, args);
  const round = await checkOnce(host, options);
  if (isWorthTelling(round, options)) tell(host, round, options);
  return round.status;
}

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
