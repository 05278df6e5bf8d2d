import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { executable } from '../../../server/src/node/executable.ts';
import type { Argv } from '../systemd/command.ts';

/** Why a program gave no answer that could be used. */
export type Failure = 'missing' | 'hung' | 'too-long';

export interface Answer {
  /** The exit status; undefined when the program did not end by itself. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly failure?: Failure | undefined;
}

/** Milliseconds a program has to answer a question. */
export const DEFAULT_TIMEOUT = 5_000;

export interface Limits {
  /** Milliseconds after which the program is ended. */
  readonly timeout?: number;
  /** Bytes of output after which it is ended. */
  readonly bytes?: number;
  /** Times in UTC, to be read by us rather than shown. */
  readonly utc?: boolean;
}

/** The runtime folder of the user manager; shells started by su or sudo lack the variable (pam_systemd(8)). */
export function userRuntime(): { readonly XDG_RUNTIME_DIR?: string } {
  const folder = process.env.XDG_RUNTIME_DIR ?? `/run/user/${process.getuid?.()}`;
  return existsSync(folder) ? { XDG_RUNTIME_DIR: folder } : {};
}

/** Makes systemd print English, whatever the language of the user. */
const environment = (utc = false) => ({
  ...process.env,
  ...userRuntime(),
  LC_ALL: 'C.UTF-8',
  ...(utc && { TZ: 'UTC' }),
  SYSTEMD_COLORS: '0',
  SYSTEMD_PAGER: '',
  SYSTEMD_URLIFY: '0',
});

/** The opened folders: programs in them are never run, even if `PATH` leads there. */
let untrusted: readonly string[] = [];

export function trustNothingBelow(folders: readonly string[]): void {
  untrusted = folders;
}

/** The absolute path of a program; undefined where there is none that may be run. */
export const programPath = (program: string): string | undefined => executable(program, { untrusted });

/** The working directory of programs: a folder of the extension, where no other files appear. */
export const ownFolder = __dirname;

/** A path that cannot exist. */
const NOWHERE = '/dev/null/missing';

const missing: Answer = { code: undefined, stdout: '', stderr: '', failure: 'missing' };

/** Runs a program and collects its output. It is killed when it exceeds its limits of time or bytes. Never rejects. */
export function run({ program, args }: Argv, limits: Limits = {}): Promise<Answer> {
  const { timeout = DEFAULT_TIMEOUT, bytes = 4 << 20, utc } = limits;
  const file = programPath(program);
  if (file === undefined) return Promise.resolve(missing);
  const common = { env: environment(utc), cwd: ownFolder };
  const options = { ...common, timeout, killSignal: 'SIGKILL', maxBuffer: bytes, encoding: 'utf8' } as const;
  return new Promise((resolve) => {
    const child = execFile(file, args, options, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? undefined : 0;
      resolve({ code, stdout, stderr, failure: failureOf(error) });
    });
    // No user answers a question of a background program.
    child.stdin?.end();
  });
}

function failureOf(error: (Error & { code?: unknown; killed?: boolean }) | null): Failure | undefined {
  if (error?.code === 'ENOENT' || error?.code === 'EACCES') return 'missing';
  if (error?.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'too-long';
  return error?.killed ? 'hung' : undefined;
}

/** The output of a program; undefined if it fails. */
export async function ask(command: Argv, limits?: Limits): Promise<string | undefined> {
  const { code, stdout } = await run(command, limits);
  return code === 0 ? stdout : undefined;
}

export interface Stream {
  /** While paused, the program blocks on its output, so that no data piles up here. */
  pause(): void;
  resume(): void;
  /** Ends the program; the listener is not called any more. */
  end(): void;
}

export interface Listener {
  lines(lines: readonly string[]): void;
  ended(code: number | null, stderr: string): void;
}

/** A line longer than this is dropped: the journal may hold entries of any size. */
const LONGEST_LINE = 1 << 20;

/** Runs a program that goes on until it is ended, and passes on whole lines as they come. */
export function stream({ program, args }: Argv, listener: Listener): Stream {
  // A missing program fails like one that cannot be started.
  const child: ChildProcess = spawn(programPath(program) ?? NOWHERE, args, {
    env: environment(),
    cwd: ownFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let rest = '';
  let stderr = '';
  let over = false;
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    if (rest.length > LONGEST_LINE) rest = '';
    if (lines.length > 0 && !over) listener.lines(lines);
  });
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    stderr = (stderr + chunk).slice(-4_096);
  });
  child.on('error', (error) => {
    stderr = error.message;
  });
  child.on('close', (code) => over || listener.ended(code, stderr));
  return {
    pause: () => child.stdout!.pause(),
    resume: () => child.stdout!.resume(),
    end() {
      over = true;
      child.kill('SIGTERM');
    },
  };
}

export const isInstalled = (program: string): boolean => programPath(program) !== undefined;

/** Whether systemd is the machine's init; sd_booted(3) asks the same. */
export const isBooted = (): boolean => existsSync('/run/systemd/system');
