/** How times are written for a user: the language of the words, and the clock of the region. */
export interface ClockStyle {
  readonly language: string;
  readonly hour12: boolean;
}

/** The variables of locale(7) that settle the clock. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the locale uses a 12-hour clock; the C locale and an unset one do not. */
export function usesHour12(environment: Environment): boolean {
  const name = environment.LC_ALL || environment.LC_TIME || environment.LANG || 'C';
  const tag = name.replace(/[.@].*$/, '').replaceAll('_', '-');
  if (tag === 'C' || tag === 'POSIX') return false;
  try {
    return new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions().hour12 === true;
  } catch {
    return false;
  }
}

export interface Clock {
  /** `14:02:09` */
  time(at: number): string;
  /** `Wed, Nov 25`, with the year where it is another than that of `now`. */
  day(at: number, now: number): string;
  /** Whether two times are of one day. */
  sameDay(one: number, other: number): boolean;
  /** All of it, to the millisecond and with the zone. */
  moment(at: number): string;
}

export function clockOf({ language, hour12 }: ClockStyle): Clock {
  const cycle = { hourCycle: hour12 ? ('h12' as const) : ('h23' as const) };
  const seconds = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const date = { weekday: 'short', month: 'short', day: 'numeric' } as const;
  const time = new Intl.DateTimeFormat(language, { ...seconds, ...cycle });
  const day = new Intl.DateTimeFormat(language, date);
  const dayOfYear = new Intl.DateTimeFormat(language, { ...date, year: 'numeric' });
  const moment = new Intl.DateTimeFormat(language, {
    ...{ ...date, ...seconds, ...cycle, year: 'numeric' },
    ...({ fractionalSecondDigits: 3, timeZoneName: 'short' } as const),
  });
  const sameDay = (one: number, other: number) => new Date(one).toDateString() === new Date(other).toDateString();
  return {
    time: (at) => time.format(at),
    day: (at, now) => (new Date(at).getFullYear() === new Date(now).getFullYear() ? day : dayOfYear).format(at),
    sameDay,
    moment: (at) => moment.format(at),
  };
}
