import type { Schedule, TimeOfDay } from '../../../../server/src/protocol/requests.ts';
import { t } from '../../localize.ts';

/** The fields of the form as texts. */
export interface Fields {
  readonly kind: Schedule['kind'];
  readonly minutes?: string;
  readonly hours?: string;
  readonly minute?: string;
  readonly month?: string;
  readonly dayOfMonth?: string;
  readonly fromEnd?: boolean;
  /** 0 is Monday. */
  readonly days?: readonly number[];
  readonly time?: string;
  readonly times?: string;
  readonly free?: string;
  readonly zone?: string;
}

/** What the form shows of a schedule; what it has nothing of stays as it is. */
export function fieldsOf(schedule: Schedule): Fields {
  const { kind, zone = '' } = schedule;
  switch (schedule.kind) {
    case 'minutes':
      return { kind, zone, minutes: `${schedule.every}` };
    case 'hours':
      return { kind, zone, hours: `${schedule.every}`, minute: `${schedule.minute}` };
    case 'daily':
      return { kind, zone, times: schedule.times.map(timeText).join(', ') };
    case 'weekdays':
      return { kind, zone, days: WEEK.filter((day) => schedule.days & (1 << day)), time: timeText(schedule.time) };
    case 'monthly':
      return { kind, zone, dayOfMonth: `${schedule.day}`, fromEnd: schedule.fromEnd, time: timeText(schedule.time) };
    case 'yearly':
      return { kind, zone, month: `${schedule.month}`, dayOfMonth: `${schedule.day}`, time: timeText(schedule.time) };
    case 'free':
      return { kind, free: schedule.text };
  }
}

const WEEK = [0, 1, 2, 3, 4, 5, 6];
const timeText = ({ hour, minute }: TimeOfDay): string => [hour, minute].map((n) => `${n}`.padStart(2, '0')).join(':');

interface Problem {
  readonly problem: string;
}

/** The schedule that the form says, or what is wrong with it. */
export function scheduleOfFields(fields: Fields): Schedule | Problem {
  const form = formOf(fields);
  const zone = fields.zone?.trim();
  return 'problem' in form || form.kind === 'free' || !zone ? form : { ...form, zone };
}

function formOf(fields: Fields): Schedule | Problem {
  switch (fields.kind) {
    case 'minutes': {
      const every = within(fields.minutes, 1, 59);
      return every === undefined ? outside(1, 59) : { kind: 'minutes', every };
    }
    case 'hours': {
      const [every, minute] = [within(fields.hours, 1, 23), within(fields.minute, 0, 59)];
      if (every === undefined) return outside(1, 23);
      return minute === undefined ? outside(0, 59) : { kind: 'hours', every, minute };
    }
    case 'daily':
      return dailyOf(fields.times ?? '');
    case 'weekdays': {
      const time = timeOf(fields.time ?? '');
      const days = (fields.days ?? []).reduce((bits, day) => bits | (1 << day), 0);
      if (days === 0) return { problem: t('Choose a weekday.') };
      return time ? (days === 127 ? { kind: 'daily', times: [time] } : { kind: 'weekdays', days, time }) : noTime();
    }
    case 'monthly':
    case 'yearly':
      return datedOf(fields);
    case 'free':
      return { kind: 'free', text: fields.free ?? '' };
  }
}

/** Times that do not share their minute would be several calendar events. */
function dailyOf(text: string): Schedule | Problem {
  const times = text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(timeOf);
  const known = times.filter((time) => time !== undefined);
  if (known.length === 0 || known.length < times.length) return noTime();
  if (known.some(({ minute }) => minute !== known[0]!.minute))
    return { problem: t('Times with different minutes need a line each.') };
  return { kind: 'daily', times: known };
}

/** systemd counts at most 28 days from the end of a month. */
function datedOf(fields: Fields): Schedule | Problem {
  const fromEnd = fields.kind === 'monthly' && fields.fromEnd === true;
  const most = fromEnd ? 28 : 31;
  const [day, time] = [within(fields.dayOfMonth, 1, most), timeOf(fields.time ?? '')];
  if (day === undefined) return outside(1, most);
  if (!time) return noTime();
  if (fields.kind === 'monthly') return { kind: 'monthly', day, fromEnd, time };
  return { kind: 'yearly', month: within(fields.month, 1, 12) ?? 1, day, time };
}

const outside = (min: number, max: number): Problem => ({ problem: t('Enter a number from {0} to {1}.', min, max) });
const noTime = (): Problem => ({ problem: t('Enter a time such as 04:00.') });

function within(text: string | undefined, min: number, max: number): number | undefined {
  const value = Number(text);
  return text?.trim() && Number.isInteger(value) && value >= min && value <= max ? value : undefined;
}

function timeOf(text: string): TimeOfDay | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  const [hour = 24, minute = 60] = match?.slice(1).map(Number) ?? [];
  return hour < 24 && minute < 60 ? { hour, minute } : undefined;
}
