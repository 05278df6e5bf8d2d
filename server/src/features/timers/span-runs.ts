import { formatTimespan } from '../../values/time/timespan.ts';
import type { Stretch } from './timer-runs.ts';
import { NEVER, type SpanKey, type SpanTrigger, type TimerSchedule } from './timer-schedule.ts';

const AFTER: Readonly<Record<SpanKey, string>> = {
  OnActiveSec: 'after the timer is started',
  OnBootSec: 'after the machine boots',
  OnStartupSec: 'after the manager of its units starts',
  OnUnitActiveSec: 'after its unit was started last',
  OnUnitInactiveSec: 'after its unit ended last',
};

/** `15min after the machine boots.` */
export const spanWords = ({ key, seconds }: SpanTrigger): string => `${spanText(seconds)} ${AFTER[key]}.`;

/** Seconds as systemd writes a time span. */
export const spanText = (seconds: number): string =>
  formatTimespan(seconds >= NEVER ? 'infinity' : BigInt(Math.round(seconds * 1e6)));

interface SpanOptions extends Stretch {
  readonly bootedAt?: number | undefined;
  readonly most: number;
}

/**
 * When a timer runs by its time spans, as far as that can be foreseen: counted from the boot and from when the timer was
 * started, and from there on every `OnUnitActiveSec=`, as if each run began at once. A timer that counts from the end of its
 * unit is not foreseen beyond the next run, which its manager tells.
 */
export function spanRuns({ spans, calendar, state }: TimerSchedule, options: SpanOptions): number[] {
  if (spans.length === 0) return [];
  const { from, to } = options;
  const period = Math.min(...spans.flatMap(({ key, seconds }) => (key === 'OnUnitActiveSec' ? [seconds] : [])));
  const first = firstRuns(spans, state, options);
  const runs = new Set(first);
  // With a calendar beside it, each run by the calendar would begin the count anew.
  if (calendar.length === 0 && first.length > 0 && period > 0 && period < NEVER) {
    const last = Math.max(...first);
    const start = last + Math.max(0, Math.ceil((from - last) / period)) * period;
    for (let at = start; at < to && runs.size < options.most; at += period) runs.add(at);
  }
  return [...runs].filter((at) => at >= from && at < to).sort((a, b) => a - b);
}

function firstRuns(
  spans: readonly SpanTrigger[],
  state: TimerSchedule['state'],
  { bootedAt }: SpanOptions,
): readonly number[] {
  // The manager knows best; what is not active has no next run.
  if (state) return state.isActive && state.next !== undefined ? [state.next] : [];
  return bootedAt === undefined
    ? []
    : spans.flatMap(({ key, seconds }) => (key === 'OnBootSec' || key === 'OnStartupSec' ? [bootedAt + seconds] : []));
}
