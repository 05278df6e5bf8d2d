import { FIRST_PODMAN, NEWEST_PODMAN, OLDEST_PODMAN, podmanName, podmanNote, podmanVersion } from '../schema/podman.ts';
import { listTargets, readTargets, releaseTarget, type Target, targetNotes } from '../schema/targets.ts';
import { clampVersion, NEWEST_VERSION } from '../schema/versions.ts';
import type { FoundConfig } from './config.ts';
import { complain } from './door.ts';
import { type CliHost, UsageError } from './host.ts';

/** How every command that reads units for a version is told which. */
export const versionOption = {
  'systemd-version': {
    type: 'string',
    value: 'N|auto',
    about: `read as systemd N does; auto is that of the machine or image (default: what the config says, else auto, else ${NEWEST_VERSION})`,
  },
} as const;

/** The same for Podman, which makes services of Quadlet files. */
export const podmanOption = {
  'podman-version': {
    type: 'string',
    value: 'N.M|auto',
    about: `read Quadlet files as Podman N.M does; auto is that of the machine (default: as --systemd-version, else ${podmanName(NEWEST_PODMAN)})`,
  },
} as const;

/** The systemd units are judged for, or several, and in words where that comes from. */
export interface TargetVersion {
  /** The newest of them. */
  readonly version: number;
  /** What stands after "systemd 257": ` of this machine`, `, the newest known`. */
  readonly origin: string;
  /** Each target, oldest systemd first; one unless several were asked for. */
  readonly targets: readonly Target[];
  /** The Podman of those that have none of their own, where somebody has said; else the machine is asked. */
  readonly podman: number | undefined;
}

interface Wish {
  readonly option: string | undefined;
  /** What `--podman-version` says. */
  readonly podman?: string | undefined;
  readonly targets?: readonly string[];
  readonly config: FoundConfig | undefined;
  readonly isImage?: boolean;
}

/**
 * The options count before the config, that before the machine or image; without all of them the newest.
 * @throws {@link UsageError} for what names no target
 */
export function targetVersion(host: CliHost, wish: Wish): TargetVersion {
  const target = systemdTarget(host, wish);
  const podman = wantedPodman(wish);
  const note = podman === undefined ? undefined : podmanNote(podman);
  if (note !== undefined) complain(host, note);
  const origin = podman === undefined ? target.origin : `${target.origin}, Podman ${podmanName(podman)}`;
  return { ...target, origin, podman };
}

/** That of the option, else of the config; undefined where the machine is to be asked. */
function wantedPodman({ podman: option, config }: Wish): number | undefined {
  const told = option ?? config?.podmanVersion ?? 'auto';
  const version = podmanVersion(told);
  if (version === undefined && told !== 'auto')
    throw new UsageError(`--podman-version takes auto or a version such as 5.4, not "${told}"`);
  return version;
}

/** The Podman that the Quadlet files are for where a target does not say: as told, else that of the machine. */
export const podmanFor = (host: CliHost, { podman, targets }: TargetVersion): number | undefined =>
  podman ?? (targets.some(({ distribution }) => distribution !== undefined) ? undefined : host.podmanVersion?.());

function systemdTarget(
  host: CliHost,
  { option, targets = [], config, isImage = false }: Wish,
): Omit<TargetVersion, 'podman'> {
  if (targets.length > 0) {
    if (option !== undefined) throw new UsageError('--targets and --systemd-version say the same: name one of them');
    return named(host, targets, '--targets');
  }
  if (option !== undefined && option !== 'auto') {
    if (!/^\d{3}$/.test(option))
      throw new UsageError(`--systemd-version takes auto or a number such as 257, not "${option}"`);
    return known(Number(option), ', by --systemd-version');
  }
  if (option === undefined && config?.targets?.length) return named(host, config.targets, config.file);
  const told = option === undefined ? config?.systemdVersion : undefined;
  if (told !== undefined && told !== 'auto') return known(told, `, by ${config!.file}`);
  const found = host.systemdVersion();
  if (found !== undefined) return known(found, isImage ? ' of the image' : ' of this machine');
  return known(NEWEST_VERSION, ', the newest known');
}

/** The same for a command that reads units for one version: of several the newest. That it is not known is said on standard error. */
export function oneVersion(host: CliHost, wish: Omit<Wish, 'targets'>): number {
  return oneTarget(host, wish).version;
}

/** The same with the Podman. */
export function oneTarget(host: CliHost, wish: Omit<Wish, 'targets'>): TargetVersion {
  const target = targetVersion(host, wish);
  for (const note of targetNotes(target.targets)) complain(host, note);
  return target;
}

/** The Podman that makes one service of a Quadlet file: the newest of the targets; one that was not asked is said to be another. */
export function generatorFor(host: CliHost, target: TargetVersion): number {
  const known = target.targets.map(({ podman }) => podman ?? podmanFor(host, target) ?? NEWEST_PODMAN);
  const podman = Math.max(...known);
  if (podman < FIRST_PODMAN) {
    const since = podmanName(FIRST_PODMAN);
    throw new UsageError(
      `Podman ${podmanName(podman)} has no Quadlet, which came with ${since}; --podman-version names another`,
    );
  }
  if (podman < OLDEST_PODMAN)
    complain(host, `Podman ${podmanName(podman)} was not asked; this is what ${podmanName(OLDEST_PODMAN)} makes.`);
  return podman;
}

/** How the end of a report names what was judged for: `systemd 257 of this machine`, `Debian 12 (252) and RHEL 8 (239)`. */
export const targetWords = ({ version, origin, targets }: TargetVersion): string =>
  targets.length > 1 || targets[0]!.distribution !== undefined
    ? `${listTargets(targets)}${origin}`
    : `systemd ${version}${origin}`;

function named(host: CliHost, words: readonly string[], where: string): Omit<TargetVersion, 'podman'> {
  const read = readTargets(words);
  if ('problem' in read) throw new UsageError(where === '--targets' ? read.problem : `${where}: ${read.problem}`);
  const { targets } = read;
  if (targets.length === 0) throw new UsageError(`${where} names no target`);
  for (const note of targetNotes(targets)) complain(host, note);
  return { version: Math.max(...targets.map(({ version }) => version)), origin: `, by ${where}`, targets };
}

/** Of other versions nothing is known: the nearest has to do, and that is said. */
function known(wanted: number, origin: string): Omit<TargetVersion, 'podman'> {
  const version = clampVersion(wanted);
  const targets = [releaseTarget(wanted)];
  if (version === wanted) return { version, origin, targets };
  const place = wanted < version ? 'oldest' : 'newest';
  return { version, origin: `, the ${place} known, for ${wanted}${origin}`, targets };
}
