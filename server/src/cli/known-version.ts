import { clampVersion, NEWEST_VERSION, versionNote } from '../schema/versions.ts';
import { complain } from './door.ts';
import { type CliHost, UsageError } from './host.ts';

/**
 * The version that `--systemd-version` names, else that of the host, else the newest; the nearest known one, and then
 * standard error says so. Throws `UsageError` for what is not a number.
 */
export function knownVersion(host: CliHost, option?: string): number {
  const wanted = option === undefined ? (host.systemdVersion() ?? NEWEST_VERSION) : Number(option);
  if (!Number.isInteger(wanted) || wanted < 1)
    throw new UsageError(`--systemd-version takes a number such as 257, not "${option}"`);
  const note = versionNote(wanted);
  if (note !== undefined) complain(host, note);
  return clampVersion(wanted);
}
