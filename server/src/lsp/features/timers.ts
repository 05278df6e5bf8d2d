import { bootedAtOf } from '../../features/timers/booted-at.ts';
import { dayStart } from '../../features/timers/days.ts';
import { type OffPeriod, offPeriods } from '../../features/timers/machine-off.ts';
import { scheduleShown } from '../../features/timers/shown-timers.ts';
import { clockRemarks, offRemarks } from '../../features/timers/text-axis.ts';
import { planTimers, type TimerPlan } from '../../features/timers/timer-plan.ts';
import type { Stretch } from '../../features/timers/timer-runs.ts';
import type { TimerSchedule } from '../../features/timers/timer-schedule.ts';
import { scheduleOfFiles, type TimerFiles, timersAmong } from '../../features/timers/timers-of-files.ts';
import { type TimersAnswer, type TimersParams, timersRequest } from '../../protocol/requests.ts';
import { targetVersion } from '../../service/settings.ts';
import type { FeatureContext, LspFeature } from '../feature-context.ts';
import { type Pause, runSafe } from '../run-safe.ts';

/** When the timers of the workspace run, or those that the client has asked a manager about: the server talks to none. */
export const timersFeature: LspFeature = (parts) => {
  parts.connection.onRequest(
    timersRequest,
    runSafe('timers', null as TimersAnswer | null, parts.log, (params: TimersParams, pause) =>
      answer(parts, params, pause),
    ),
  );
  return {};
};

const MOST_DAYS = 366;

async function answer(parts: FeatureContext, params: TimersParams, pause: Pause): Promise<TimersAnswer> {
  const { zone, shown } = params;
  const now = parts.service.environment.now();
  const days = Math.min(MOST_DAYS, Math.max(1, Math.trunc(params.days)));
  const starts = Array.from({ length: days + 1 }, (_, index) => dayStart(params.at ?? now, zone, index));
  const stretch = { from: starts[0]!, to: starts.at(-1)!, zone };
  const schedules = shown ? schedulesShown(shown) : await schedulesOfFiles(parts, pause);
  const bootedAt = shown && bootedAtOf(shown.started);
  const work = planTimers(schedules, { ...stretch, off: offIn(params, stretch), bootedAt });
  const plan = await inPauses(work, pause);
  const { units } = parts.service.environment;
  const pathOf = (unit: string): string | undefined =>
    [...(units.get(unit)?.fragments ?? [])].find(({ origin }) => origin === 'workspace')?.path;
  return {
    plan: { ...plan, timers: plan.timers.map((timer) => ({ ...timer, activatesPath: pathOf(timer.activates) })) },
    zone: zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    now,
    days: starts,
    remarks: [...clockRemarks(plan), ...offRemarks(plan)],
  };
}

const isList = (off: NonNullable<TimersParams['off']>): off is readonly OffPeriod[] => Array.isArray(off);

function offIn({ off }: TimersParams, stretch: Stretch): readonly OffPeriod[] {
  if (!off) return [];
  return isList(off) ? off : (offPeriods(off, stretch) ?? []);
}

/** Timers reckoned between two looks at other messages. */
const AT_ONCE = 8;

async function inPauses(work: ReturnType<typeof planTimers>, pause: Pause): Promise<TimerPlan> {
  for (let step = 1; ; step++) {
    const { done, value } = work.next();
    if (done) return value;
    if (step % AT_ONCE === 0) await pause();
  }
}

function schedulesShown({ manager, timers, started }: NonNullable<TimersParams['shown']>): TimerSchedule[] {
  const bootedAt = bootedAtOf(started);
  return timers.flatMap((each) => scheduleShown(new Map(Object.entries(each)), { manager, bootedAt }) ?? []);
}

/** What an editor shows counts for what its file holds. */
async function schedulesOfFiles(parts: FeatureContext, pause: Pause): Promise<TimerSchedule[]> {
  const { service, session } = parts;
  const { units } = service.environment;
  const version = targetVersion(session.settings, session);
  const found: TimerSchedule[] = [];
  for (const [index, timer] of timersAmong(units, ({ origin }) => origin === 'workspace').entries()) {
    if (index % AT_ONCE === 0) await pause();
    const schedule = scheduleOfFiles(timer, await textsOf(timer, parts), version);
    if (schedule) found.push(schedule);
  }
  return found;
}

async function textsOf({ paths }: TimerFiles, { session: { runtime, unitFiles } }: FeatureContext) {
  const texts = await Promise.all(
    paths.map(async (path) => ({
      path,
      text: unitFiles.isEdited(path) ? unitFiles.text(path) : await runtime.readText(path),
    })),
  );
  return texts.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
}
