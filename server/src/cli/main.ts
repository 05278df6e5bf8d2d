import { commands } from './commands.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';

const WIDTH = Math.max(...commands.map(({ form }) => form.length));

export const usage = `systemd-units: systemd units, judged as systemd judges them

${commands.map(({ form, summary }) => `  systemd-units ${form.padEnd(WIDTH)}   ${summary}\n`).join('')}  systemd-units --version
`;

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
  const command = commands.find((candidate) => candidate.name === name);
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
