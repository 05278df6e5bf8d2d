import { execFile, spawnSync } from 'node:child_process';
import { podmanVersion } from '../schema/podman.ts';
import { executable } from './executable.ts';

/** The number in `podman version 5.4.2`, as major * 100 + minor. */
export const podmanOfOutput = (output: string | undefined | null): number | undefined =>
  podmanVersion(/^podman version (\S+)/.exec(output ?? '')?.[1] ?? '');

/** As systemd is asked: `systemd-version.ts`. */
const LIMITS = { encoding: 'utf8', timeout: 2_000, killSignal: 'SIGKILL', cwd: __dirname } as const;

/**
 * The version of the machine's Podman; undefined where there is none or it does not answer in two seconds.
 * @param untrusted folders whose programs are never run
 */
export function machinePodman(untrusted: readonly string[]): Promise<number | undefined> {
  const podman = executable('podman', { untrusted });
  if (podman === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    execFile(podman, ['--version'], LIMITS, (_error, stdout) => resolve(podmanOfOutput(stdout)));
  });
}

/** The same at once. */
export function machinePodmanSync(untrusted: readonly string[]): number | undefined {
  const podman = executable('podman', { untrusted });
  return podman === undefined ? undefined : podmanOfOutput(spawnSync(podman, ['--version'], LIMITS).stdout);
}
