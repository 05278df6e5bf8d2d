import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CliAnswer, CliProcesses } from '../cli/host.ts';
import { environment } from './ask-program.ts';
import { executable } from './executable.ts';

/** Seconds that a program has: a service may take long to stop. */
const PATIENCE = 400;
/** Characters of output that are kept. */
const LONGEST = 1 << 20;

/** Processes of the command line that change something. */
export function cliProcesses(): CliProcesses {
  const interrupt = interruption();
  const find = (program: string): string | undefined => executable(program, { untrusted: [process.cwd()] });
  return {
    find,
    run(argv, { seconds = PATIENCE } = {}) {
      interrupt.await();
      return run(find(argv[0] ?? ''), argv.slice(1), seconds);
    },
    newId: () => randomBytes(4).toString('hex'),
    wait: async (span) => void (await pause(span)),
    runtimeFolder: process.env.XDG_RUNTIME_DIR ?? `/run/user/${process.getuid?.()}`,
    isInterrupted: interrupt.has,
  };
}

/** Milliseconds: npm and timeout(1) pass a signal on that the whole group got anyway. */
const SAME = 1_000;

/** 128 and the number of SIGINT, as a shell has it. */
const INTERRUPTED = 130;

/** The first Ctrl-C is heard once something was begun, and leaves us time to take it back; a second one ends us. */
function interruption(): { await(): void; has(): boolean } {
  let isAwaited = false;
  let since: number | undefined;
  const heard = (): void => {
    since ??= performance.now();
    if (performance.now() - since > SAME) process.exit(INTERRUPTED);
  };
  return {
    await() {
      if (!isAwaited) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard);
      isAwaited = true;
    },
    has: () => since !== undefined,
  };
}

/** In a process group of its own: Ctrl-C is for us, and a command that takes something back has to end its work. */
function run(file: string | undefined, args: readonly string[], seconds: number): Promise<CliAnswer> {
  if (file === undefined) return Promise.resolve({ code: undefined, stdout: '', stderr: 'there is no such program' });
  return new Promise((resolve) => {
    const options = { env: environment(), cwd: process.cwd(), detached: true, timeout: seconds * 1000 } as const;
    const child = spawn(file, args, { ...options, killSignal: 'SIGKILL', stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout = (stdout + chunk).slice(-LONGEST);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr = (stderr + chunk).slice(-LONGEST);
    });
    child.on('error', (error) => resolve({ code: undefined, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code: code ?? undefined, stdout, stderr }));
  });
}
