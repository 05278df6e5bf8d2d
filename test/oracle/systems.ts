import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A systemd that can be asked: the machine's own (`root` is empty) or one in a chroot made by `chroots.sh`. */
export interface System {
  readonly version: number;
  /** The package's full version, so that an upgrade of the chroot makes old answers stale. */
  readonly build: string;
  readonly root: string;
}

export interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where `chroots.sh` builds. */
export const chroots = process.env.SYSTEMD_UNITS_CHROOTS ?? '/var/cache/systemd-units';
let known: ReadonlyMap<number, System> | undefined;

/** Every systemd of this machine, by version. */
export function systems(): ReadonlyMap<number, System> {
  if (known === undefined) {
    const found = new Map<number, System>();
    for (const root of ['', ...chrootDirectories()]) {
      const system = identify(root);
      if (system !== undefined && !found.has(system.version)) found.set(system.version, system);
    }
    known = found;
  }
  return known;
}

/** The systemd of that version; throws what to do when the machine has none. */
export function system(version: number): System {
  const found = systems().get(version);
  if (found === undefined)
    throw new Error(`no systemd ${version} here; test/oracle/chroots.sh builds those that are missing`);
  return found;
}

/** Runs a program of that system, with nothing of our environment but what `env` says. */
export function run(system: System, argv: readonly string[], options: RunOptions = {}): Answer {
  const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', ...options.env };
  const assignments = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const inside = ['env', '-i', '-C', options.cwd ?? '/', ...assignments, ...argv];
  const [file, ...rest] = system.root === '' ? inside : ['chroot', system.root, ...inside];
  const done = spawnSync(file ?? 'env', rest, { encoding: 'utf8', input: options.input, maxBuffer: 2 ** 29 });
  if (done.error) throw done.error;
  return { status: done.status, stdout: done.stdout, stderr: done.stderr };
}

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

function chrootDirectories(): string[] {
  if (!existsSync(chroots)) return [];
  const complete = readdirSync(chroots)
    .map((name) => join(chroots, name))
    .filter((path) => existsSync(join(path, '.complete')) && existsSync(join(path, 'usr/bin/systemd-analyze')));
  return complete.filter(isMounted);
}

/** Mounts do not outlive a reboot. */
function isMounted(root: string): boolean {
  const mounted = ['proc/self', 'sys/fs/cgroup/cgroup.controllers'].every((path) => existsSync(join(root, path)));
  if (!mounted) console.warn(`${root} is left out, its mounts are gone; run test/oracle/chroots.sh again`);
  return mounted;
}

function identify(root: string): System | undefined {
  try {
    const argv = ['systemd-analyze', '--version'];
    const text = root === '' ? query('env', argv) : query('chroot', [root, ...argv]);
    const match = /^systemd (\d+) \((.*)\)/.exec(text);
    return match === null ? undefined : { version: Number(match[1]), build: match[2] ?? '', root };
  } catch {
    return undefined;
  }
}

function query(file: string, argv: readonly string[]): string {
  return execFileSync(file, argv, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
