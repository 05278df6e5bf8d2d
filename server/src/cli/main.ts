import { nearest } from '../text/edit-distance.ts';
import { commands } from './commands.ts';
import { behindDoor, complain } from './door.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { usageText } from './usage.ts';

const WIDTH = Math.max(...commands.map(({ form }) => form.length));

export const usage = `systemd-units: systemd units, judged as systemd judges them

${commands.map(({ form, summary }) => `  systemd-units ${form.padEnd(WIDTH)}   ${summary}\n`).join('')}  systemd-units ${'help COMMAND'.padEnd(WIDTH)}   how a command is used
  systemd-units --version
`;

const HELP = ['--help', '-h', 'help'];
const VERSION = ['--version', '-V', 'version'];

/** Runs a command line; never throws for what a user typed. */
export async function runCli(machine: CliHost, args: readonly string[], version: string): Promise<number> {
  const [name, ...rest] = args;
  const command = commands.find((candidate) => candidate.name === name);
  const isForPrograms = typeof command?.isFilter === 'function' ? command.isFilter(rest) : command?.isFilter === true;
  const host = behindDoor({ ...machine, programVersion: version }, { isForPrograms });
  if (name === undefined) {
    host.stderr(usage);
    return EXIT.failure;
  }
  if (VERSION.includes(name)) return say(host, `${version}\n`);
  if (HELP.includes(name)) return help(host, rest[0]);
  if (!command) return refuse(host, unknown(name));
  if (rest.includes('--help') || rest.includes('-h')) return say(host, usageText(command.name, command.help));
  return await command.run(host, rest).catch((error: unknown) => {
    if (error instanceof UsageError) return refuse(host, error.message, name);
    throw error;
  });
}

function help(host: CliHost, name: string | undefined): number {
  const command = commands.find((candidate) => candidate.name === name);
  if (name !== undefined && !command) return refuse(host, unknown(name));
  return say(host, command ? usageText(command.name, command.help) : usage);
}

function say(host: CliHost, text: string): number {
  host.stdout(text);
  return EXIT.clean;
}

/** One line; who wants help asks for it. */
function refuse(host: CliHost, message: string, command?: string): number {
  complain(host, message, command);
  return EXIT.failure;
}

function unknown(name: string): string {
  const meant = nearest(name, [...commands.map((command) => command.name), 'help', 'version']);
  return `there is no command "${name}"; ${meant === undefined ? 'see systemd-units --help' : `did you mean ${meant}?`}`;
}
