import {
  type CalendarComponent,
  type CalendarField,
  type CalendarSpec,
  MICROSECONDS,
  shortWeekdays,
} from './calendar-spec.ts';

/** The normal form, as `calendar_spec_to_string()` prints it. */
export function formatCalendar(spec: CalendarSpec): string {
  const date = `${field(spec.year, 4)}-${field(spec.month, 2)}${spec.endOfMonth ? '~' : '-'}${field(spec.day, 2)}`;
  const time = `${field(spec.hour, 2)}:${field(spec.minute, 2)}:${secondsField(spec.second)}`;
  const days = spec.weekdays === undefined ? '' : `${formatWeekdays(spec.weekdays)} `;
  return `${days}${date} ${time}${spec.zone === undefined ? '' : ` ${spec.zone}`}`;
}

/** `Mon..Wed,Fri`: three days or more in a row are a range. */
export function formatWeekdays(bits: number): string {
  const runs: string[] = [];
  for (let day = 0; day < 7; day++) {
    if ((bits & (1 << day)) === 0) continue;
    const first = day;
    while (day < 6 && (bits & (1 << (day + 1))) !== 0) day++;
    if (day === first) runs.push(shortWeekdays[day]!);
    else runs.push(`${shortWeekdays[first]}${day > first + 1 ? '..' : ','}${shortWeekdays[day]}`);
  }
  return runs.join(',');
}

/** Years have no padding to speak of: systemd pads to the width of the field, and years have four digits. */
const field = (value: CalendarField, width: number): string =>
  value === undefined
    ? '*'
    : value.map((each) => component(each, 1, (n) => `${n}`.padStart(width, '0'), String)).join(',');

function secondsField(value: CalendarField): string {
  const only = value?.length === 1 ? value[0]! : undefined;
  if (value === undefined || (only?.start === 0 && only.stop === undefined && only.repeat === MICROSECONDS)) return '*';
  return value
    .map((each) =>
      component(
        each,
        MICROSECONDS,
        (n) => seconds(n, 2),
        (n) => seconds(n, 1),
      ),
    )
    .join(',');
}

function component(
  { start, stop, repeat }: CalendarComponent,
  step: number,
  print: (n: number) => string,
  printRepeat: (n: number) => string,
): string {
  const range = stop === undefined ? '' : `..${print(stop)}`;
  const repetition = repeat > 0 && !(stop !== undefined && repeat === step) ? `/${printRepeat(repeat)}` : '';
  return `${print(start)}${range}${repetition}`;
}

function seconds(microseconds: number, width: number): string {
  const whole = `${Math.floor(microseconds / MICROSECONDS)}`.padStart(width, '0');
  const rest = microseconds % MICROSECONDS;
  return rest === 0 ? whole : `${whole}.${`${rest}`.padStart(6, '0')}`;
}
