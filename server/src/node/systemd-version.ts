import { execFile, spawnSync } from 'node:child_process';
import { executable } from './executable.ts';

/** The number in the first line of `systemctl --version`: `systemd 252 (252.39-1)`. */
export function versionOfOutput(output: string | undefined | null): number | undefined {
  const found = /^systemd (\d+)/.exec(output ?? '');
  return found ? Number(found[1]) : undefined;
}

/** A program that is stopped heeds no other signal. A folder of ours is not a place where anybody else puts a program. */
const LIMITS = { encoding: 'utf8', timeout: 2_000, killSignal: 'SIGKILL', cwd: __dirname } as const;

/**
 * The version of the machine's systemd; undefined where there is none or it does not answer in two seconds.
 * @param untrusted folders whose programs are never run
 */
export function machineVersion(untrusted: readonly string[]): Promise<number | undefined> {
  const systemctl = executable('systemctl', { untrusted });
  if (systemctl === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    execFile(systemctl, ['--version'], LIMITS, (_error, stdout) => resolve(versionOfOutput(stdout)));
  });
}

/** The same at once. */
export function machineVersionSync(untrusted: readonly string[]): number | undefined {
  const systemctl = executable('systemctl', { untrusted });
  return systemctl === undefined ? undefined : versionOfOutput(spawnSync(systemctl, ['--version'], LIMITS).stdout);
}
