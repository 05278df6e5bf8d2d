import { oldestKnown, releases } from './generated/releases.ts';

/** The oldest and the newest version there are facts of; others are judged as the nearest of them. */
export const OLDEST_VERSION: number = oldestKnown;
export const NEWEST_VERSION: number = releases[releases.length - 1]!;

export const clampVersion = (version: number): number => Math.min(Math.max(version, OLDEST_VERSION), NEWEST_VERSION);

/** That units for a version are judged as for another, in a sentence; undefined for the versions that are known. */
export function versionNote(wanted: number): string | undefined {
  const nearest = clampVersion(wanted);
  if (wanted === nearest) return undefined;
  const place = wanted < nearest ? 'oldest' : 'newest';
  return `systemd ${wanted} is not among the versions known here; units are judged as by ${nearest}, the ${place} of them.`;
}
