import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { executable } from './executable.ts';

/** Milliseconds that a manager has to answer; of a journal of gigabytes the last lines take a moment. */
const PATIENCE = 15_000;
/** Bytes of an answer. */
const LONGEST = 32 << 20;

/**
 * What a program of systemd, or git, prints, in English and with times in UTC; undefined where it is not there, fails or does not
 * answer. Nothing is asked back, and no pager is started.
 */
export function askProgram(program: string, args: readonly string[]): Promise<string | undefined> {
  const file = executable(program, { untrusted: [process.cwd()] });
  if (file === undefined) return Promise.resolve(undefined);
  const limits = { timeout: PATIENCE, killSignal: 'SIGKILL', maxBuffer: LONGEST } as const;
  const options = { ...limits, env: environment(), cwd: __dirname, encoding: 'utf8' } as const;
  return new Promise((resolve) => {
    const child = execFile(file, args, options, (error, stdout) => resolve(error ? undefined : stdout));
    child.stdin?.end();
  });
}

/** Shells started by su or sudo lack the runtime folder of the user manager (pam_systemd(8)). */
export function environment(): NodeJS.ProcessEnv {
  const folder = process.env.XDG_RUNTIME_DIR ?? `/run/user/${process.getuid?.()}`;
  return {
    ...process.env,
    ...(existsSync(folder) && { XDG_RUNTIME_DIR: folder }),
    ...{ LC_ALL: 'C.UTF-8', TZ: 'UTC', SYSTEMD_COLORS: '0', SYSTEMD_PAGER: '', SYSTEMD_URLIFY: '0' },
    // What is not in a repository is not fetched, by whatever program its configuration names, and nobody is asked for a password.
    ...{ GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
  };
}
