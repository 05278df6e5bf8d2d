import type { Environment } from '../features/environment.ts';
import { type Explanation, explain, guess } from '../features/explain/index.ts';
import { webLink } from '../features/manual-text.ts';
import { NEWEST_VERSION } from '../schema/directives.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { printableJson } from '../text/printable.ts';
import { createUnitIndex, type UnitIndex } from '../units/unit-index.ts';
import { readArguments, wordOf } from './arguments.ts';
import { complain } from './door.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { knownVersion } from './known-version.ts';
import { renderTerminal } from './terminal.ts';
import { unitTree } from './unit-tree.ts';

export const explainUsage = `systemd-units explain [--format FORMAT] [--systemd VERSION] TOPIC...

Says what a word in a unit means, with the manual's own words.

  systemd-units explain ExecStart              a directive; Service.Restart where several sections have one
  systemd-units explain Type=notify            a value
  systemd-units explain %i '$MAINPID'          a specifier, an environment variable
  systemd-units explain 'Mon *-*-* 04:00'      a calendar event
  systemd-units explain '1h 30min'             a time span
  systemd-units explain SIGTERM 203/EXEC       a signal, an exit status
  systemd-units explain @system-service        system calls and their groups
  systemd-units explain multi-user.target      a unit; a kind of unit, as service
  systemd-units explain 'man:systemd.exec(5)'  a page of the manual

  --format text|markdown|json   text unless told, with colors on a terminal
  --systemd VERSION             the version to speak of; this machine's, else the newest

Exit status: 0 everything was explained; 1 something is not known; 2 wrong usage.
`;

const FORMATS = ['text', 'markdown', 'json'];

export async function explainCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'text' },
    systemd: { type: 'string' },
  });
  if (positionals.length === 0) throw new UsageError('explain needs something to explain');
  const format = wordOf('--format', values.format, FORMATS);
  const version = versionOf(values.systemd, host);
  const environment = environmentOf(host, version, await unitsFor(positionals, host));
  const found: (Explanation & { readonly topic: string })[] = [];
  let missing = false;
  for (const topic of positionals) {
    const explanation = await explain({ topic, version, environment });
    if (explanation) found.push({ topic, ...explanation });
    else {
      missing = true;
      complain(host, unknown({ topic, version, environment }), 'explain');
    }
  }
  host.stdout(printed(found, format, host));
  return missing ? EXIT.problems : EXIT.clean;
}

function unknown(question: Parameters<typeof guess>[0]): string {
  const { topic, version } = question;
  const meant = guess(question);
  return `"${topic}" is nothing systemd ${version} knows.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}

function versionOf(given: string | undefined, host: CliHost): number {
  if (given === undefined) return knownVersion(host, host.systemdVersion() ?? NEWEST_VERSION);
  const version = Number(given);
  if (!Number.isInteger(version) || version < 1)
    throw new UsageError(`--systemd takes a number such as 257, not "${given}"`);
  return knownVersion(host, version);
}

/** The machine's units, where a topic looks like one. */
async function unitsFor(topics: readonly string[], host: CliHost): Promise<UnitIndex> {
  if (!topics.some((topic) => parseUnitName(topic.replace(/^.*=/, '')))) return createUnitIndex();
  const tree = unitTree(host);
  await tree.addMachine();
  return tree.index;
}

/** There are no files around the question: only the manual, the machine's units and the clock. */
const environmentOf = (host: CliHost, version: number, units: UnitIndex): Environment => ({
  manual: host.manual(version),
  units,
  users: [],
  groups: [],
  now: host.time,
  manualLink: webLink,
  screen: Number.POSITIVE_INFINITY,
});

function printed(found: readonly (Explanation & { readonly topic: string })[], format: string, host: CliHost): string {
  if (format === 'json') return `${printableJson(found, 2)}\n`;
  if (format === 'markdown') return found.map(({ markdown }) => `${markdown}\n`).join('\n');
  const options = { width: Math.min(host.columns, 100), colors: host.hasColors };
  return found.map(({ markdown }) => renderTerminal(markdown, options)).join('\n');
}
