import { bootedAtOf } from '../features/timers/booted-at.ts';
import { dayStart } from '../features/timers/days.ts';
import { type OffPeriod, offPeriods } from '../features/timers/machine-off.ts';
import { scheduleShown, TIMER_PROPERTIES } from '../features/timers/shown-timers.ts';
import { textAxis } from '../features/timers/text-axis.ts';
import { planTimers, type TimerPlan } from '../features/timers/timer-plan.ts';
import { NEVER, type TimerSchedule } from '../features/timers/timer-schedule.ts';
import { scheduleOfFiles, timersAmong } from '../features/timers/timers-of-files.ts';
import { parseShow } from '../features/why/show-output.ts';
import { atOnce } from '../text/time-slices.ts';
import { readArguments, wordOf } from './arguments.ts';
import { boundaryOf, within } from './boundary.ts';
import { readTime, readZone } from './calendar-command.ts';
import { findConfig, unitPathsOf } from './config.ts';
import { complain } from './door.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { oneVersion } from './target-version.ts';
import { unitTree } from './unit-tree.ts';
import type { Help } from './usage.ts';

const FORMATS = ['text', 'json'] as const;

const OPTIONS = {
  days: { type: 'string', default: '7', value: 'N', about: 'how many days from today on, up to 366 (default 7)' },
  format: {
    type: 'string',
    default: 'text',
    value: FORMATS.join('|'),
    about: 'an axis for people, or all runs as JSON (default text)',
  },
  timezone: {
    type: 'string',
    value: 'TZ',
    about: "reckon local time in this zone, such as Europe/Berlin; this machine's unless told",
  },
  'base-time': { type: 'string', value: 'TIME', about: 'begin on the day of this time, as 2026-03-28T12:00:00Z' },
  off: {
    type: 'string',
    value: 'FROM..TO',
    about: 'what is missed while the machine is off, as 22:00..06:00 or "Fri 18:00..Mon 08:00"',
  },
  user: { type: 'boolean', default: false, about: 'without files: the timers of the user manager' },
} as const;

export const timersHelp: Help = {
  synopsis: ['[options] PATH...', '[options]'],
  about: `Shows on an axis when the timers of files and folders run, or those of this machine where none is named: with random
delays, timers that run at once, runs that clocks leave out or show twice, and runs that are missed.`,
  options: OPTIONS,
  exitStatus: '0 shown; 2 wrong usage or unreadable input',
};

export async function timersCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const format = wordOf('--format', values.format, FORMATS);
  const days = daysOf(values.days);
  const zone = readZone(values.timezone);
  const now = readTime(values['base-time']) ?? host.time();
  const stretch = { from: dayStart(now, zone), to: dayStart(now, zone, days), zone };
  const off = values.off === undefined ? [] : offOf(values.off, stretch);
  const { schedules, bootedAt, failed } = await (positionals.length > 0
    ? ofFiles(host, positionals)
    : ofMachine(host, values.user));
  const plan = atOnce(planTimers(schedules, { ...stretch, off, bootedAt }));
  host.stdout(format === 'json' ? jsonOf(plan) : textAxis(plan, { width: host.columns, now, days }));
  return failed ? EXIT.failure : EXIT.clean;
}

interface Found {
  readonly schedules: readonly TimerSchedule[];
  readonly bootedAt?: number | undefined;
  readonly failed: boolean;
}

async function ofFiles(host: CliHost, paths: readonly string[]): Promise<Found> {
  const config = findConfig(host);
  const unitPaths = unitPathsOf(host, config);
  const version = oneVersion(host, { option: undefined, config });
  const tree = unitTree(within(host, boundaryOf(host, [...paths, ...unitPaths], await host.machinePaths())));
  for (const path of unitPaths) tree.addFolder(path, 'machine');
  let failed = false;
  for (const path of paths) {
    const kind = host.kindOf(path);
    if (kind === 'directory') tree.addFolder(path);
    else if (kind === 'file') tree.addFile(path);
    else {
      failed = true;
      complain(host, `${path}: no such file or folder`, 'timers');
    }
  }
  const schedules = timersAmong(tree.index, ({ origin }) => origin === 'workspace').flatMap((timer) => {
    const texts = timer.paths.flatMap((path) => {
      const text = tree.text(path);
      return text === undefined ? [] : [{ path, text }];
    });
    return scheduleOfFiles(timer, texts, version) ?? [];
  });
  return { schedules, failed };
}

/** What the manager has loaded: instances of templates among it. */
async function ofMachine({ ask }: CliHost, isUser: boolean): Promise<Found> {
  if (!ask) throw new UsageError('name files or folders, since there is no systemd here');
  const scope = isUser ? ['--user'] : [];
  const show = async (...more: readonly string[]): Promise<string | undefined> =>
    await ask('systemctl', [...scope, 'show', '--no-pager', ...more]);
  const [timers, manager] = await Promise.all([
    show('--all', `--property=${TIMER_PROPERTIES.join(',')}`, '--', '*.timer'),
    show('--property=UserspaceTimestamp,UserspaceTimestampMonotonic'),
  ]);
  if (timers === undefined) throw new UsageError('the manager of this machine does not answer; name files or folders');
  const bootedAt = bootedAtOf(manager ?? '');
  const by = { manager: isUser ? ('user' as const) : ('system' as const), bootedAt };
  return { schedules: parseShow(timers).flatMap((each) => scheduleShown(each, by) ?? []), bootedAt, failed: false };
}

const MOST_DAYS = 366;

function daysOf(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new UsageError(`--days takes a number from 1 to ${MOST_DAYS}, not "${text}"`);
  return days;
}

function offOf(text: string, stretch: { from: number; to: number; zone: string | undefined }): readonly OffPeriod[] {
  const [from = '', to, ...more] = text.split('..');
  const periods = to === undefined || more.length > 0 ? undefined : offPeriods({ from, to }, stretch);
  if (!periods) throw new UsageError(`--off takes two calendar events, as 22:00..06:00, not "${text}"`);
  return periods;
}

/** Times as ISO 8601 in UTC, delays in seconds. */
function jsonOf(plan: TimerPlan): string {
  const TIMES = new Set(['from', 'to', 'at', 'next', 'last', 'activeSince']);
  const LISTS = new Set(['runs', 'estimates', 'missed', 'madeUp', 'times']);
  const iso = (time: number): string => new Date(time * 1000).toISOString().replace('.000Z', 'Z');
  const told = (key: string, value: unknown): unknown => {
    if (typeof value === 'number') return TIMES.has(key) ? iso(value) : value >= NEVER ? 'infinity' : value;
    return LISTS.has(key) && Array.isArray(value) ? value.map((time) => iso(time as number)) : value;
  };
  return `${JSON.stringify(plan, told, 2)}\n`;
}
