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

/** The systemd units are judged for, or several, and in words where that comes from. */
export interface TargetVersion {
  /** The newest of them. */
  readonly version: number;
  /** What stands after "systemd 257": ` of this machine`, `, the newest known`. */
  readonly origin: string;
  /** Each target, oldest systemd first; one unless several were asked for. */
  readonly targets: readonly Target[];
}

interface Wish {
  readonly option: string | undefined;
  readonly targets?: readonly string[];
  readonly config: FoundConfig | undefined;
  readonly isImage?: boolean;
}

/**
 * The options count before the config, that before the machine or image; without all of them the newest.
 * @throws {@link UsageError} for what names no target
 */
export function targetVersion(host: CliHost, { option, targets = [], config, isImage = false }: Wish): TargetVersion {
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
  const { version, targets } = targetVersion(host, wish);
  for (const note of targetNotes(targets)) complain(host, note);
  return version;
}

/** How the end of a report names what was judged for: `systemd 257 of this machine`, `Debian 12 (252) and RHEL 8 (239)`. */
export const targetWords = ({ version, origin, targets }: TargetVersion): string =>
  targets.length > 1 || targets[0]!.distribution !== undefined
    ? `${listTargets(targets)}${origin}`
    : `systemd ${version}${origin}`;

function named(host: CliHost, words: readonly string[], where: string): TargetVersion {
  const read = readTargets(words);
  if ('problem' in read) throw new UsageError(where === '--targets' ? read.problem : `${where}: ${read.problem}`);
  const { targets } = read;
  if (targets.length === 0) throw new UsageError(`${where} names no target`);
  for (const note of targetNotes(targets)) complain(host, note);
  return { version: Math.max(...targets.map(({ version }) => version)), origin: `, by ${where}`, targets };
}

/** Of other versions nothing is known: the nearest has to do, and that is said. */
function known(wanted: number, origin: string): TargetVersion {
  const version = clampVersion(wanted);
  const targets = [releaseTarget(wanted)];
  if (version === wanted) return { version, origin, targets };
  const place = wanted < version ? 'oldest' : 'newest';
  return { version, origin: `, the ${place} known, for ${wanted}${origin}`, targets };
}
