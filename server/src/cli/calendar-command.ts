import { checkUnitText } from '../service/check.ts';
import { formatCalendar } from '../values/time/calendar-format.ts';
import { type Elapse, type Ending, nextElapses } from '../values/time/calendar-next.ts';
import { parseCalendar } from '../values/time/calendar-parse.ts';
import type { CalendarSpec } from '../values/time/calendar-spec.ts';
import { formatRelative, formatTimestamp } from '../values/time/timestamp.ts';
import { isZoneName } from '../values/time/zones.ts';
import { readArguments } from './arguments.ts';
import { complain } from './door.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import type { Help } from './usage.ts';

const OPTIONS = {
  iterations: { type: 'string', short: 'n', default: '1', value: 'N', about: 'the next N times; 1 unless told' },
  timezone: {
    type: 'string',
    value: 'TZ',
    about: "reckon local time in this zone, such as Europe/Berlin; this machine's unless told",
  },
  'base-time': { type: 'string', value: 'TIME', about: 'reckon from then on, given as 2026-03-28T12:00:00Z' },
} as const;

export const calendarHelp: Help = {
  synopsis: ['[options] EXPRESSION...'],
  about: 'Shows when calendar events elapse, as systemd-analyze calendar does, on machines without systemd as well.',
  options: OPTIONS,
  exitStatus: '0 all are calendar events; 1 one is none; 2 wrong usage',
};

const LABEL_WIDTH = 15;

export async function calendarCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length === 0) throw new UsageError('write a calendar event, such as "Mon..Fri 04:00"');
  const count = iterationsOf(values.iterations);
  const zone = readZone(values.timezone);
  const base = readTime(values['base-time']) ?? host.time();
  let failed = false;
  let isFirst = true;
  for (const expression of positionals) {
    const spec = parseCalendar(expression);
    if ('fault' in spec) {
      failed = true;
      complain(host, complaint(expression), 'calendar');
      continue;
    }
    const after = { time: Math.floor(base), microsecond: Math.floor((base % 1) * 1e6) };
    const lines = [...forms(expression, spec), ...elapses(nextElapses(spec, after, count, zone), host.time(), zone)];
    host.stdout(
      `${isFirst ? '' : '\n'}${lines.map(([label, text]) => `${label.padStart(LABEL_WIDTH)}: ${text}\n`).join('')}`,
    );
    isFirst = false;
  }
  return failed ? EXIT.problems : EXIT.clean;
}

type Line = readonly [label: string, text: string];

function forms(expression: string, spec: CalendarSpec): Line[] {
  const normal = formatCalendar(spec);
  return [...(normal === expression ? [] : [['Original form', expression] as const]), ['Normalized form', normal]];
}

const LAST_WORD: Readonly<Record<Ending, string>> = {
  over: 'never',
  'given up': 'not found, systemd gives up ("Infinite loop in calendar calculation") and the timer does not elapse',
};

function elapses({ times, ending }: ReturnType<typeof nextElapses>, now: number, zone: string | undefined): Line[] {
  const lines = linesOf(times, now, zone);
  if (times.length === 0) return [['Next elapse', LAST_WORD[ending ?? 'over']]];
  return ending === 'given up' ? [...lines, [`Iter. #${times.length + 1}`, LAST_WORD[ending]]] : lines;
}

function linesOf(times: readonly Elapse[], now: number, zone: string | undefined): Line[] {
  return times.flatMap(({ time, microsecond }, i): Line[] => {
    const local = formatTimestamp(time, zone);
    const utc = formatTimestamp(time, 'UTC');
    return [
      [i === 0 ? 'Next elapse' : `Iter. #${i + 1}`, local],
      ...(local === utc ? [] : [['(in UTC)', utc] as const]),
      ['From now', formatRelative(time + microsecond / 1e6 - now)],
    ];
  });
}

/** What was said already. */
const REPEATED = /^OnCalendar= takes a calendar event, not .*?\. /;

/** What the check says of the expression in a timer. */
function complaint(expression: string): string {
  // With another trigger, so that all there is to say is about this one.
  const timer = `[Timer]\nOnCalendar=${expression.replace(/[\n%]/g, ' ')}\nOnBootSec=1\n`;
  const problem = checkUnitText(timer, { path: '/a.timer' }).find(({ line }) => line === 2);
  const said = problem?.message.replace('; systemd ignores this line', '').replace(REPEATED, '');
  return `"${expression}" is not a calendar event${said === undefined ? '.' : /^OnCalendar=/.test(said) ? `: ${said}` : `. ${said}`}`;
}

function iterationsOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 10_000)
    throw new UsageError(`--iterations takes a number from 1 to 10000, not "${text}"`);
  return count;
}

export function readZone(name: string | undefined): string | undefined {
  if (name !== undefined && name !== 'UTC' && !isZoneName(name))
    throw new UsageError(`there is no time zone "${name}"`);
  return name;
}

export function readTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text) / 1000;
  if (Number.isNaN(time)) throw new UsageError(`--base-time takes a time such as 2026-03-28T12:00:00Z, not "${text}"`);
  return time;
}
