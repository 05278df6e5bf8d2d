/** Versions of Podman, as major * 100 + minor: 504 is 5.4. */

/** The newest whose Quadlet was asked, and the oldest; of those between and before the tables of keys and kinds tell. */
export const NEWEST_PODMAN = 508;
export const OLDEST_PODMAN = 504;

/** Quadlet came with it. */
export const FIRST_PODMAN = 404;

/** `5.4` or `5.4.2` as 504; undefined for what is no version. */
export function podmanVersion(text: string): number | undefined {
  const [, major, minor] = /^(\d{1,3})\.(\d{1,2})(?:[.+~-]|$)/.exec(text) ?? [];
  return major === undefined ? undefined : Number(major) * 100 + Number(minor);
}

export const podmanName = (version: number): string => `${Math.floor(version / 100)}.${version % 100}`;

/** The Podman whose generator stands in for one that was not asked. */
export const clampPodman = (version: number): number => Math.min(Math.max(version, OLDEST_PODMAN), NEWEST_PODMAN);

/** That a Podman is not known, in a sentence; undefined for those that are. */
export const podmanNote = (wanted: number): string | undefined =>
  wanted > NEWEST_PODMAN
    ? `Podman ${podmanName(wanted)} is not among the versions known here; Quadlet files are judged as by ${podmanName(NEWEST_PODMAN)}, the newest of them.`
    : undefined;
