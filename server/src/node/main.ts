import type { CheckTask } from '../cli/check-threads.ts';
import type { CliHost } from '../cli/host.ts';
import { taskOfThread, tellMain, toldByMain } from './threads.ts';

declare const SYSTEMD_UNITS_VERSION: string;

/** As of a program that is ended by SIGPIPE. */
const BROKEN_PIPE = 128 + 13;

/** Each front end is loaded only when asked for: a check starts without the language server's weight. */
export async function main(): Promise<void> {
  const task = taskOfThread();
  if (task) return help(task);
  const args = process.argv.slice(2);
  if (args[0] === 'lsp' && !args.includes('--help') && !args.includes('-h')) {
    const { serve } = await import('./serve.ts');
    serve(SYSTEMD_UNITS_VERSION);
    return;
  }
  // Whoever reads what is printed may have enough of it: `systemd-units check . | head`.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? BROKEN_PIPE : 2));
  const [{ runCli }, { nodeCliHost }, { slashed }] = await Promise.all([
    import('../cli/main.ts'),
    import('./cli-host.ts'),
    import('./native-paths.ts'),
  ]);
  const isServer = args[0] === 'mcp' && !args.includes('--help') && !args.includes('-h');
  if (isServer) await assist(nodeCliHost(), args.slice(1).map(slashed));
  else process.exitCode = await runCli(nodeCliHost(), args.map(slashed), SYSTEMD_UNITS_VERSION);
}

/** As the server of an assistant. */
async function assist(host: CliHost, args: readonly string[]): Promise<void> {
  const [{ serveMcp }, { UsageError }] = await Promise.all([import('./mcp.ts'), import('../cli/host.ts')]);
  try {
    await serveMcp(host, args, SYSTEMD_UNITS_VERSION);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`systemd-units mcp: ${error.message}\n`);
    process.exitCode = 2;
  }
}

/** As a thread of a check of many files. */
async function help(task: CheckTask): Promise<void> {
  const [{ judgeShare }, { nodeCliHost }] = await Promise.all([
    import('../cli/check-share.ts'),
    import('./cli-host.ts'),
  ]);
  await judgeShare(nodeCliHost(), task, { tell: tellMain, told: toldByMain });
}
