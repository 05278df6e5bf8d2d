import type { CliHost } from '../cli/host.ts';
import { runCli } from '../cli/main.ts';

/** What a command printed. */
export interface Captured {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the command line, with a text as its standard input; the command is the one place that knows how. */
export async function captured(host: CliHost, args: readonly string[], stdin = ''): Promise<Captured> {
  let stdout = '';
  let stderr = '';
  const silent: CliHost = {
    ...host,
    stdout(text) {
      stdout += text;
    },
    stderr(text) {
      stderr += text;
    },
    readStdin: async () => new TextEncoder().encode(stdin),
  };
  const status = await runCli(silent, args, host.programVersion ?? '');
  return { status, stdout, stderr };
}
