import { execFile } from 'node:child_process';

/** The number in the first line of `systemctl --version`: `systemd 252 (252.39-1)`. */
export function versionOfOutput(output: string | undefined | null): number | undefined {
  const found = /^systemd (\d+)/.exec(output ?? '');
  return found ? Number(found[1]) : undefined;
}

/** A program that is stopped heeds no other signal. */
export const VERSION_LIMITS = { encoding: 'utf8', timeout: 2_000, killSignal: 'SIGKILL' } as const;

/** The version of the machine's systemd; undefined where there is none or it does not answer in two seconds. */
export function machineVersion(): Promise<number | undefined> {
  return new Promise((resolve) => {
    execFile('systemctl', ['--version'], VERSION_LIMITS, (_error, stdout) => resolve(versionOfOutput(stdout)));
  });
}
