import type { Environment } from '../features/environment.ts';
import { changes, type Explanation, explain, guess, search } from '../features/explain/index.ts';
import { webLink } from '../features/manual-text.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { clampVersion, NEWEST_VERSION, OLDEST_VERSION } from '../schema/versions.ts';
import { printableJson } from '../text/printable.ts';
import { resolveUnit } from '../units/resolve-unit.ts';
import { folderOf, treeOf } from '../units/unit-location.ts';
import { readArguments, wordOf } from './arguments.ts';
import { findConfig } from './config.ts';
import { complain } from './door.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { oneVersion, versionOption } from './target-version.ts';
import { renderTerminal } from './terminal.ts';
import { unitMeant, unitSummary } from './unit-summary.ts';
import { type UnitTree, unitTree } from './unit-tree.ts';
import type { Help } from './usage.ts';

const FORMATS = ['text', 'markdown', 'json'];

const OPTIONS = {
  format: {
    type: 'string',
    default: 'text',
    value: FORMATS.join('|'),
    about: 'text unless told, with colors and a pager on a terminal',
  },
  ...versionOption,
  search: { type: 'string', value: 'WORDS', about: 'list the directives that have to do with these words' },
  since: { type: 'string', value: 'N', about: 'list the directives, values and specifiers that came after systemd N' },
  removed: { type: 'boolean', default: false, about: 'list what went instead, after N if that is named' },
  'no-pager': { type: 'boolean', default: false, about: 'print it all at once' },
} as const;

export const explainHelp: Help = {
  synopsis: ['[options] TOPIC...', '[options] --search WORDS', '[options] [--since N] [--removed]'],
  about: `Says what a word in a unit, or of systemctl, means: first in short with examples, then in the manual's own words.

  systemd-units explain ExecStart              a directive; Service.Restart where several sections have one
  systemd-units explain Type=notify            a value
  systemd-units explain Wants vs Requires      what sets two things apart
  systemd-units explain %i '$MAINPID'          a specifier, an environment variable
  systemd-units explain 'Mon *-*-* 04:00'      a calendar event; a line of cron, as '0 9 * * 1-5'
  systemd-units explain '1h 30min' 512M        a time span, a size
  systemd-units explain status=203/EXEC 137    how a process ended; a signal, as SIGTERM
  systemd-units explain oom-kill masked        a result or a state
  systemd-units explain drop-in                an idea of systemd
  systemd-units explain @system-service        system calls and their groups
  systemd-units explain backup.service         a unit or a file: what starts it, when, what is wrong with it
  systemd-units explain value-invalid          a rule of check
  systemd-units explain 'man:systemd.exec(5)'  a page of the manual`,
  options: OPTIONS,
  exitStatus: '0 everything was explained; 1 something is not known; 2 wrong usage',
};

interface Answer extends Explanation {
  readonly topic: string;
}

export async function explainCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(sparingUnits(args), OPTIONS);
  const format = wordOf('--format', values.format, FORMATS);
  const version = oneVersion(host, { option: values['systemd-version'], config: findConfig(host) });
  const topics = topicsOf(positionals);
  const isComparing = values.since !== undefined || values.removed;
  if (topics.length === 0 && values.search === undefined && !isComparing)
    throw new UsageError('name something to explain, such as Restart or 203/EXEC');
  const tree = await treeFor(topics, host);
  const environment = environmentOf(host, version, tree);
  const found: Answer[] = [];
  let missing = false;
  const miss = (message: string): void => {
    missing = true;
    complain(host, message, 'explain');
  };
  if (values.search !== undefined) {
    const markdown = search({ words: values.search, version, environment });
    if (markdown) found.push({ topic: values.search, kind: 'search', markdown });
    else miss(`no directive of systemd ${version} has to do with "${values.search}".`);
  }
  if (isComparing) found.push(comparison(values, { version, environment }));
  for (const topic of topics) {
    const explanation =
      aboutUnitHere({ host, tree, version }, topic) ?? (await explain({ topic, version, environment }));
    if (explanation) found.push({ topic, ...explanation });
    else miss(unknown({ topic, version, environment }));
  }
  const text = printed(found, format, host);
  if (format === 'text' && !values['no-pager'] && host.page) await host.page(text);
  else host.stdout(text);
  return missing ? EXIT.problems : EXIT.clean;
}

interface Wishes {
  readonly since?: string | undefined;
  readonly removed: boolean;
  readonly 'systemd-version'?: string | undefined;
}

/** What came, or went, after a release: up to the newest that is known, unless another is named. */
function comparison(
  { since: wanted, removed, 'systemd-version': option }: Wishes,
  { version, environment }: { readonly version: number; readonly environment: Environment },
): Answer {
  const since = wanted === undefined ? OLDEST_VERSION : Number(wanted);
  if (!Number.isInteger(since) || since !== clampVersion(since))
    throw new UsageError(`--since takes a release from ${OLDEST_VERSION} to ${NEWEST_VERSION}, not "${wanted}"`);
  const until = option === undefined ? NEWEST_VERSION : version;
  const what = removed ? 'went' : 'came';
  return { topic: `since ${since}`, kind: 'changes', markdown: changes({ since, until, what, environment }) };
}

/** `-.mount` is a unit, no option: all that follows a double dash is taken as it is. */
const sparingUnits = (args: readonly string[]): readonly string[] => {
  const isUnit = (arg: string): boolean => arg.startsWith('-') && parseUnitName(arg) !== undefined;
  return args.some(isUnit)
    ? [...args.filter((arg) => !isUnit(arg) && arg !== '--'), '--', ...args.filter(isUnit)]
    : args;
};

/** A comparison is one topic: `Wants vs Requires`. So is what a shell splits: `code=killed, signal=SEGV`. */
function topicsOf(words: readonly string[]): string[] {
  const topics: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const isVersus = /^(?:vs\.?|versus)$/i.test(word) && topics.length > 0 && at + 1 < words.length;
    if (isVersus) topics.push(`${topics.pop()} vs ${words[++at]}`);
    else if (/^\(?code=\w+,$/.test(word) && at + 1 < words.length) topics.push(`${word} ${words[++at]}`);
    else topics.push(word);
  }
  return topics;
}

interface Here {
  readonly host: CliHost;
  readonly tree: UnitTree;
  readonly version: number;
}

/** A file, or a unit that has one: a summary of it. */
function aboutUnitHere({ host, tree, version }: Here, topic: string): Explanation | undefined {
  const name = parseUnitName(unitMeant(topic) ?? '');
  if (!name) return undefined;
  const file = host.kindOf(topic) === 'file' ? tree.index.file(topic) : undefined;
  if (!file && topic.includes('/')) return undefined;
  const view = file ?? { tree: treeOf('', 'system'), manager: 'system' as const };
  const markdown = unitSummary(resolveUnit(tree.index, name, view), { tree, version, now: host.time() });
  return markdown === undefined ? undefined : { kind: 'unit', markdown };
}

function unknown(question: Parameters<typeof guess>[0]): string {
  const { topic, version } = question;
  const meant = guess(question);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  if (parseUnitName(unitMeant(topic) ?? ''))
    return `There is no unit "${topic}" in this folder or on this machine.${hint}`;
  return `There is nothing called "${topic}" in systemd ${version}.${hint || ' Try explain --search WORD.'}`;
}

/** The units of this folder and of the machine, where a topic looks like one. */
async function treeFor(topics: readonly string[], host: CliHost): Promise<UnitTree> {
  const tree = unitTree(host);
  const isUnit = (text: string): boolean => parseUnitName(text) !== undefined;
  const named = topics.filter((topic) => isUnit(unitMeant(topic.replace(/^.*=/, '')) ?? ''));
  if (named.length === 0 && !topics.some((topic) => / vs /.test(topic) && /\.[a-z]+/.test(topic))) return tree;
  for (const topic of named) if (host.kindOf(topic) === 'file') addFolderOf(tree, host, topic);
  await tree.addMachine();
  return tree;
}

/** A file with the units beside it: a timer may start it. Folders below, which may be many, are left alone. */
function addFolderOf(tree: UnitTree, host: CliHost, path: string): void {
  const folder = path.includes('/') ? folderOf(path) : '.';
  tree.addFile(path);
  for (const { name, type } of host.readDirectory(folder)) {
    const isFile = type === 'file' || type === 'link';
    if (isFile && parseUnitName(name)) tree.addFile(folder === '.' ? name : host.join(folder, name));
  }
}

/** There are no files around the question: only the manual, the units and the clock. */
const environmentOf = (host: CliHost, version: number, tree: UnitTree): Environment => ({
  manual: host.manual(version),
  units: tree.index,
  users: [],
  groups: [],
  now: host.time,
  manualLink: webLink,
  screen: Number.POSITIVE_INFINITY,
});

function printed(found: readonly Answer[], format: string, host: CliHost): string {
  if (format === 'json') return `${printableJson(found, 2)}\n`;
  if (format === 'markdown') return found.map(({ markdown }) => `${markdown}\n`).join('\n');
  const options = { width: Math.min(host.columns, 100), colors: host.hasColors };
  return found.map(({ markdown }) => renderTerminal(markdown, options)).join('\n');
}
