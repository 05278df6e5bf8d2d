import { parseCalendar } from '../../values/time/calendar-parse.ts';
import type { Properties } from '../why/show-output.ts';
import {
  DEFAULT_ACCURACY,
  NEVER,
  SPAN_KEYS,
  type SpanTrigger,
  secondsOf,
  type TimerSchedule,
  type TimerState,
} from './timer-schedule.ts';

/** The properties of timers that tell when they run. `systemctl show` is to be asked with times in UTC. */
export const TIMER_PROPERTIES: readonly string[] = [
  ...['Id', 'Description', 'LoadState', 'ActiveState', 'FragmentPath', 'ActiveEnterTimestamp'],
  ...['Unit', 'Triggers', 'TimersCalendar', 'TimersMonotonic', 'RandomizedDelayUSec', 'RandomizedOffsetUSec'],
  ...['FixedRandomDelay', 'AccuracyUSec', 'Persistent', 'WakeSystem', 'LastTriggerUSec'],
  ...['NextElapseUSecRealtime', 'NextElapseUSecMonotonic'],
];

interface ShownBy {
  readonly manager: 'system' | 'user';
  /** When the machine booted, seconds since 1970: monotonic times count from then. */
  readonly bootedAt?: number | undefined;
}

/** The schedule of a timer as its manager has it; undefined for what is not loaded. */
export function scheduleShown(properties: Properties, by: ShownBy): TimerSchedule | undefined {
  const text = (name: string): string => properties.get(name)?.[0] ?? '';
  const name = text('Id');
  if (!name.endsWith('.timer') || text('LoadState') !== 'loaded') return undefined;
  const seconds = (property: string): number | undefined => secondsOf(text(property));
  return {
    name,
    description: text('Description'),
    activates: text('Unit') || text('Triggers').split(' ')[0] || name.replace(/\.timer$/, '.service'),
    manager: by.manager,
    path: text('FragmentPath') || undefined,
    calendar: (properties.get('TimersCalendar') ?? []).flatMap(calendarShown),
    spans: (properties.get('TimersMonotonic') ?? []).flatMap(spanShown),
    randomizedDelay: seconds('RandomizedDelayUSec') ?? 0,
    hasFixedDelay: text('FixedRandomDelay') === 'yes',
    randomizedOffset: seconds('RandomizedOffsetUSec') ?? 0,
    accuracy: seconds('AccuracyUSec') ?? DEFAULT_ACCURACY,
    isPersistent: text('Persistent') === 'yes',
    wakesMachine: text('WakeSystem') === 'yes',
    state: stateShown(text, by),
  };
}

/** What a manager shows of a trigger: `{ KEY=TEXT ; next_elapse=TIME }`. */
function shownTrigger(value: string): { readonly key: string; readonly text: string } | undefined {
  const key = /^\{ (\w+)=/.exec(value)?.[1];
  const end = value.lastIndexOf(' ; next_elapse=');
  if (key === undefined || end < 0 || !value.endsWith('}')) return undefined;
  return { key, text: value.slice(`{ ${key}=`.length, end) };
}

/** `{ OnCalendar=*-*-* 06:00:00 ; next_elapse=Fri 2026-11-27 06:00:00 UTC }` */
function calendarShown(value: string): TimerSchedule['calendar'][number][] {
  const shown = shownTrigger(value);
  const text = shown?.key === 'OnCalendar' ? shown.text : undefined;
  const spec = text === undefined ? undefined : parseCalendar(text);
  return text === undefined || spec === undefined || 'fault' in spec ? [] : [{ text, spec }];
}

/** `{ OnBootUSec=15min ; next_elapse=15min }` */
function spanShown(value: string): SpanTrigger[] {
  const { key: shown = '', text = '' } = shownTrigger(value) ?? {};
  const key = SPAN_KEYS.find((each) => shown === each.replace(/Sec$/, 'USec'));
  const seconds = secondsOf(text);
  return key === undefined || seconds === undefined ? [] : [{ key, text, seconds }];
}

function stateShown(text: (name: string) => string, { bootedAt }: ShownBy): TimerState {
  const monotonic = secondsOf(text('NextElapseUSecMonotonic'));
  const times = [
    timeShown(text('NextElapseUSecRealtime')),
    monotonic === undefined || monotonic >= NEVER || monotonic === 0 || bootedAt === undefined
      ? undefined
      : bootedAt + monotonic,
  ].filter((time) => time !== undefined);
  return {
    isActive: text('ActiveState') === 'active',
    next: times.length > 0 ? Math.min(...times) : undefined,
    last: timeShown(text('LastTriggerUSec')),
    activeSince: timeShown(text('ActiveEnterTimestamp')),
  };
}

/** `Fri 2026-11-27 06:00:00 UTC` in seconds since 1970. */
export function timeShown(text: string): number | undefined {
  const match = /(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d) UTC/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}
