import {
  type CalendarComponent,
  type CalendarField,
  type CalendarSpec,
  FIRST_YEAR,
  LAST_YEAR,
  MICROSECONDS,
} from './calendar-spec.ts';

/** What each field may hold; `calendar_spec_valid()`. */
const ranges = {
  year: [FIRST_YEAR, LAST_YEAR],
  month: [1, 12],
  day: [1, 31],
  hour: [0, 23],
  minute: [0, 59],
  second: [0, 60 * MICROSECONDS - 1],
} as const;

export type FieldName = keyof typeof ranges;
const fieldNames = Object.keys(ranges) as FieldName[];

/** The spec in the order and with the years that `systemd-analyze calendar` prints, or the field that is out of range. */
export function normalize(spec: CalendarSpec): CalendarSpec | { readonly fault: FieldName } {
  const endOfMonth = spec.endOfMonth && spec.day !== undefined;
  const normal = { ...spec, endOfMonth };
  for (const name of fieldNames) {
    const field = normalizeField(name === 'year' ? spec.year?.map(fullYear) : spec[name]);
    const fromEnd = endOfMonth && name === 'day';
    const [from, to] = fromEnd ? [1, 28] : ranges[name];
    if (field && !field.every((each) => isWithin(each, from, to, fromEnd))) return { fault: name };
    normal[name] = field;
  }
  return normal;
}

/** Two digits mean 1970 to 2069. */
const fullYear = ({ start, stop, repeat }: CalendarComponent): CalendarComponent => ({
  start: century(start),
  stop: stop === undefined ? undefined : century(stop),
  repeat,
});

const century = (year: number): number => (year >= 100 ? year : year < 70 ? year + 2000 : year + 1900);

function normalizeField(field: CalendarField): CalendarField {
  if (!field) return undefined;
  const sorted = field
    .map(trim)
    .sort((a, b) => a.start - b.start || (a.stop ?? -1) - (b.stop ?? -1) || a.repeat - b.repeat);
  return sorted.filter((each, i) => i === 0 || !isSame(each, sorted[i - 1]!));
}

const isSame = (a: CalendarComponent, b: CalendarComponent): boolean =>
  a.start === b.start && a.stop === b.stop && a.repeat === b.repeat;

/** A range ends where its last repetition falls; one that never repeats is a single value. */
function trim({ start, stop, repeat }: CalendarComponent): CalendarComponent {
  if (stop === undefined || stop < start) return { start, stop, repeat };
  const last = repeat > 0 ? stop - ((stop - start) % repeat) : stop;
  return last === start ? { start, stop: undefined, repeat: 0 } : { start, stop: last, repeat };
}

function isWithin({ start, stop, repeat }: CalendarComponent, from: number, to: number, fromEnd: boolean): boolean {
  if (start < from || start > to || repeat > to - from) return false;
  if (stop !== undefined) return stop >= from && stop <= to && start + repeat <= stop;
  return fromEnd ? start - repeat >= from : start + repeat <= to;
}
