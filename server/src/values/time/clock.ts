import { offsetAt } from './zones.ts';

/** Broken-down local time; months from 1. Fields may be out of range until {@link Clock.settle} puts them right. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Turns local time into time and back in one zone, the way glibc's mktime() does. */
export interface Clock {
  /** Seconds since 1970 of a local time. */
  time(local: LocalTime): number;
  local(time: number): LocalTime;
  /** The local time with every field in range; one that a change of clocks skips moves past the gap. */
  settle(local: LocalTime, offset?: number): LocalTime;
  /** Offset from UTC of the last answer. */
  offset(): number;
}

/**
 * Of a local time that happens twice, mktime() picks the one with the offset of its last answer, and systemd walks on
 * from time to time with it; hence a clock remembers the offset and serves one search.
 */
export function createClock(zone: string | undefined): Clock {
  let lastOffset: number | undefined;
  const time = (fields: LocalTime): number => {
    const wall = wallSeconds(fields);
    const result = findTime(zone, wall, lastOffset ?? offsetAt(zone, wall));
    lastOffset = offsetAt(zone, result);
    return result;
  };
  const local = (at: number): LocalTime => {
    lastOffset ??= offsetAt(zone, at);
    return fieldsOf(at + offsetAt(zone, at));
  };
  /** The last question and its answer: a search asks the same of each field that stays as it is. */
  let known: Settled | undefined;
  const settle = (fields: LocalTime, offset?: number): LocalTime => {
    if (known && offset === undefined && known.before === lastOffset && isSame(known.fields, fields))
      return known.settled;
    const before = lastOffset;
    const settled = settleAnew(fields, offset);
    // Where the offset became another one, the same question may have another answer.
    known = offset === undefined && before === lastOffset ? { fields, before, settled } : undefined;
    return settled;
  };
  const settleAnew = (fields: LocalTime, offset: number | undefined): LocalTime => {
    const at = offset === undefined ? time(fields) : wallSeconds(fields) - offset;
    lastOffset = offsetAt(zone, at);
    return fieldsOf(at + lastOffset);
  };
  return { time, local, settle, offset: () => lastOffset ?? 0 };
}

interface Settled {
  readonly fields: LocalTime;
  readonly before: number | undefined;
  readonly settled: LocalTime;
}

const isSame = (a: LocalTime, b: LocalTime): boolean =>
  a.second === b.second &&
  a.minute === b.minute &&
  a.hour === b.hour &&
  a.day === b.day &&
  a.month === b.month &&
  a.year === b.year;

function findTime(zone: string | undefined, wall: number, guess: number): number {
  let offset = guess;
  for (let tries = 0; tries < 3; tries++) {
    const actual = offsetAt(zone, wall - offset);
    if (actual === offset) return wall - offset;
    if (tries > 0 && actual === guess) return Math.max(wall - offset, wall - actual);
    [offset, guess] = [actual, offset];
  }
  return wall - offset;
}

/** Seconds since 1970 as if the fields were UTC; Date.UTC() carries what is out of range. */
function wallSeconds({ year, month, day, hour, minute, second }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

function fieldsOf(wall: number): LocalTime {
  const date = new Date(wall * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** 0 is Monday. */
export const weekdayOf = ({ year, month, day }: LocalTime): number =>
  (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
