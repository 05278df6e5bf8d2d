import { parseShow } from '../why/show-output.ts';
import { timeShown } from './shown-timers.ts';

/**
 * When monotonic time began, in seconds since 1970, by what `systemctl show` (in UTC) says of its manager; to the second.
 */
export function bootedAtOf(shown: string): number | undefined {
  const [properties] = parseShow(shown);
  const started = timeShown(properties?.get('UserspaceTimestamp')?.[0] ?? '');
  const monotonic = Number(properties?.get('UserspaceTimestampMonotonic')?.[0] ?? Number.NaN);
  return started === undefined || !Number.isFinite(monotonic) ? undefined : Math.round(started - monotonic / 1e6);
}
