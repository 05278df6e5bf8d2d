import { NEWEST_PODMAN, podmanName } from '../schema/podman.ts';
import { listTargets, type Program, releasesOf, type Target } from '../schema/targets.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from '../schema/versions.ts';

/** That not all targets have something. */
export interface Availability {
  /** `since 253`, `until 257`; empty where it came and went. */
  readonly when: string;
  readonly on: readonly Target[];
  readonly notOn: readonly Target[];
  /** Whose version it depends on. */
  readonly program: Program;
}

/** Undefined where the targets are alike in this, or where there is one. */
export function availability(
  targets: readonly Target[] = [],
  isKnown: (version: number) => boolean,
): Availability | undefined {
  if (targets.length < 2) return undefined;
  const known = new Map(releasesOf(targets).map(({ version }) => [version, isKnown(version)]));
  const notOn = targets.filter(({ version }) => !known.get(version));
  if (notOn.length === 0 || notOn.length === targets.length) return undefined;
  return { when: periodOf(isKnown), ...split(targets, notOn), program: 'systemd' };
}

/** The same of what came with a Podman. */
export function podmanAvailability(targets: readonly Target[] = [], since: number): Availability | undefined {
  const notOn = targets.filter(({ podman = NEWEST_PODMAN }) => podman < since);
  if (targets.length < 2 || notOn.length === 0 || notOn.length === targets.length) return undefined;
  return { when: `since Podman ${podmanName(since)}`, ...split(targets, notOn), program: 'podman' };
}

const split = (targets: readonly Target[], notOn: readonly Target[]): Pick<Availability, 'on' | 'notOn'> => ({
  on: targets.filter((target) => !notOn.includes(target)),
  notOn,
});

/** Between which of the known releases something is there. */
function periodOf(isKnown: (version: number) => boolean): string {
  const releases = Array.from({ length: NEWEST_VERSION - OLDEST_VERSION + 1 }, (_, i) => OLDEST_VERSION + i);
  const first = releases.find(isKnown);
  const last = [...releases].reverse().find(isKnown);
  if (first === undefined || last === undefined) return '';
  if (last === NEWEST_VERSION) return `since ${first}`;
  return first === OLDEST_VERSION ? `until ${last}` : `${first} to ${last}`;
}

/** Beside a name: `since 253: not Debian 12 (252)`. */
export const availableInShort = ({ when, notOn, program }: Availability): string =>
  `${when}: not ${listTargets(notOn, 'or', program)}`;

/** In a hover: `Since 253: Fedora 38 (253) and Debian 13 (257), not Debian 12 (252).` */
export const availableInWords = ({ when, on, notOn, program }: Availability): string =>
  `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${listTargets(on, 'and', program)}, not ${listTargets(notOn, 'or', program)}.`;
