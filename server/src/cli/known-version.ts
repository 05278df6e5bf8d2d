import { clampVersion, versionNote } from '../schema/directives.ts';
import { complain } from './door.ts';
import type { CliHost } from './host.ts';

/** The version by which to judge; says so where it is another than the one wanted. */
export function knownVersion(host: CliHost, wanted: number): number {
  const note = versionNote(wanted);
  if (note !== undefined) complain(host, note);
  return clampVersion(wanted);
}
