import { calendarCommand, calendarUsage } from './calendar-command.ts';
import { catCommand, catUsage } from './cat-command.ts';
import { check, checkUsage } from './check.ts';
import { explainCommand, explainUsage } from './explain-command.ts';
import { formatCommand, formatUsage } from './format-command.ts';
import { graphCommand, graphUsage } from './graph-command.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';

/** A subcommand: arguments after its name in, exit status out. */
export type Command = (host: CliHost, args: readonly string[]) => Promise<number>;

const usage = `systemd-units: systemd units, judged as systemd judges them

  systemd-units check PATH...      check units; see check --help
  systemd-units format PATH...     set units in their usual form
  systemd-units cat UNIT...        a unit with its drop-ins, as one text
  systemd-units graph PATH...      units and what ties them, as a picture
  systemd-units explain TOPIC...   what a directive, value, specifier, unit … means
  systemd-units calendar EXPR...   when calendar events elapse
  systemd-units lsp --stdio        the language server
  systemd-units --version
`;

const commands: Readonly<Record<string, { readonly run: Command; readonly usage: string }>> = {
  check: { run: check, usage: checkUsage },
  format: { run: formatCommand, usage: formatUsage },
  explain: { run: explainCommand, usage: explainUsage },
  cat: { run: catCommand, usage: catUsage },
  graph: { run: graphCommand, usage: graphUsage },
  calendar: { run: calendarCommand, usage: calendarUsage },
};

/** Runs a command line; never throws for what a user typed. */
export async function runCli(host: CliHost, args: readonly string[], version: string): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version') {
    host.stdout(`${version}\n`);
    return EXIT.clean;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? host.stderr : host.stdout)(usage);
    return name === undefined ? EXIT.failure : EXIT.clean;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    host.stderr(`systemd-units: no command "${name}"\n\n${usage}`);
    return EXIT.failure;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    host.stdout(command.usage);
    return EXIT.clean;
  }
  return await command.run(host, rest).catch((error: unknown) => {
    if (!isUsageError(error)) throw error;
    host.stderr(`systemd-units ${name}: ${error.message}\n\n${command.usage}`);
    return EXIT.failure;
  });
}

/** Ours, or what `util.parseArgs` says of unknown options. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
}
