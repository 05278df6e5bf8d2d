import { distributions } from '../schema/distributions.ts';
import { releaseTarget, type Target } from '../schema/targets.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from '../schema/versions.ts';

/** Something units can be written for, as a list offers it. */
export interface TargetChoice {
  readonly word: string;
  readonly label: string;
  readonly description: string;
  readonly isChosen: boolean;
}

/** Distributions in the order of their table, then releases, the newest first. Words that name several stay as they are. */
export function targetChoices(words: readonly string[], targets: readonly Target[]): TargetChoice[] {
  const isSet = words.length > 0;
  const names = new Set(targets.map(({ distribution, wanted }) => distribution ?? wanted));
  const ofDistributions = distributions.map(({ id, name, systemd = NEWEST_VERSION, podman }) => ({
    word: id,
    label: name,
    description: `systemd ${systemd}${podman === undefined ? '' : `, Podman ${podman}`}`,
    isChosen: isSet && names.has(name),
  }));
  const ofReleases = Array.from({ length: NEWEST_VERSION - OLDEST_VERSION + 1 }, (_, i) => NEWEST_VERSION - i).map(
    (version) => ({
      word: String(version),
      label: `systemd ${version}`,
      description: '',
      isChosen: isSet && names.has(releaseTarget(version).wanted),
    }),
  );
  return [...ofDistributions, ...ofReleases];
}
