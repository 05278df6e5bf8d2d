import { clampVersion, NEWEST_VERSION } from '../schema/versions.ts';
import type { FoundConfig } from './config.ts';
import { type CliHost, UsageError } from './host.ts';

/** The version units are judged for, and in words where it comes from. */
export interface TargetVersion {
  readonly version: number;
  /** What stands after "systemd 257": ` of this machine`, `, the newest known`. */
  readonly origin: string;
}

interface Wish {
  readonly option: string | undefined;
  readonly config: FoundConfig | undefined;
  readonly isImage: boolean;
}

/** The option counts before the config, that before the machine or image; without all of them the newest. */
export function targetVersion(host: CliHost, { option, config, isImage }: Wish): TargetVersion {
  if (option !== undefined && option !== 'auto') {
    if (!/^\d{3}$/.test(option)) throw new UsageError(`--systemd-version takes a number such as 257, not "${option}"`);
    return known(Number(option), ', by --systemd-version');
  }
  const told = option === undefined ? config?.systemdVersion : undefined;
  if (told !== undefined && told !== 'auto') return known(told, `, by ${config!.file}`);
  const found = host.systemdVersion();
  if (found !== undefined) return known(found, isImage ? ' of the image' : ' of this machine');
  return { version: NEWEST_VERSION, origin: ', the newest known' };
}

/** Of other versions nothing is known: the nearest has to do, and that is said. */
function known(wanted: number, origin: string): TargetVersion {
  const version = clampVersion(wanted);
  if (version === wanted) return { version, origin };
  return { version, origin: `, the ${wanted < version ? 'oldest' : 'newest'} known, for ${wanted}${origin}` };
}
