import { createClock } from '../../values/time/clock.ts';
import { offsetAt } from '../../values/time/zones.ts';

const DAY = 86_400;

/** The first moment of a day in a zone, so many days after that of a time; seconds since 1970. */
export function dayStart(time: number, zone: string | undefined, plus = 0): number {
  const date = new Date((Math.floor((time + offsetAt(zone, time)) / DAY) + plus) * DAY * 1000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return createClock(zone).time({ year, month, day, hour: 0, minute: 0, second: 0 });
}

/** What clocks show, as if it were UTC. */
export const wallTime = (time: number, zone: string | undefined): Date =>
  new Date((time + offsetAt(zone, time)) * 1000);
