import { nearest } from '../../text/edit-distance.ts';
import { since } from '../changes.ts';
import { listWords, nameOf, problem, quoted, whole } from '../problem.ts';
import { dependsOnInstance, expandSpecifiers, unexpandedSpan } from '../specifiers.ts';
import type { Candidate, Signature, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { calendarShorthands, parseCalendar } from './calendar-parse.ts';
import { type CalendarFault, type CalendarSpec, shortWeekdays, weekdayNames } from './calendar-spec.ts';
import { describeTimespan, timespanProblem } from './spans.ts';
import { spokenCalendar } from './spoken-calendar.ts';
import { parseTimespan } from './timespan.ts';
import { zoneNames } from './zones.ts';

const isCalendar = (context: ValueContext): boolean => context.directive.key === 'OnCalendar';

/** systemd.timer(5): OnCalendar= takes a calendar event, the other On…Sec= a time span; the empty value resets all. */
export const timer: ValueType = {
  parsers: ['config_parse_timer'],
  repeats: 'extends',
  emptyClears: /^On(Active|Boot|Startup|UnitActive|UnitInactive)Sec$|^OnCalendar$/,
  quantity: ({ key }) => (key === 'OnCalendar' ? 'calendar' : 'time'),
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const expansion = expandSpecifiers(text, context);
    const [unknown] = expansion.unknown;
    if (unknown) {
      const message = `%${unknown.letter} is not a specifier of systemd ${context.version}; systemd ignores this line. Write %% for a percent sign.`;
      return [problem(unknown, 'specifier-unknown', message, { replacement: `%%${unknown.letter}` })];
    }
    if (dependsOnInstance(text, context)) return [];
    const problems = isCalendar(context) ? checkCalendar(expansion.text, context) : checkSpan(expansion.text, context);
    return problems.map((each) => ({
      ...each,
      ...unexpandedSpan(expansion, each.start, each.end),
      replacement: expansion.offsets ? undefined : each.replacement,
    }));
  },
  complete(text, _offset, context) {
    return { ...whole(text), items: isCalendar(context) ? calendarItems : spanItems };
  },
  signature: (context) => (isCalendar(context) ? calendarSignature : undefined),
  describe(text, _offset, context) {
    return isCalendar(context) ? undefined : describeTimespan(text);
  },
};

const spanItems: readonly Candidate[] = ['30s', '5min', '15min', '1h', '1d'].map((label) => ({
  label,
  kind: 'number',
}));

const examples: readonly (readonly [string, string])[] = [
  ['*-*-* 04:00', 'every day at 04:00'],
  ['Mon..Fri 09:00', 'on workdays at 09:00'],
  ['Sun 03:00', 'on Sundays at 03:00'],
  ['*-*-01 00:00', 'on the first of every month'],
  ['*-*~01 00:00', 'on the last day of every month'],
  ['*:0/15', 'every quarter of an hour'],
];

const calendarItems: readonly Candidate[] = [
  ...calendarShorthands.map((label): Candidate => ({ label, kind: 'keyword' })),
  ...examples.map(([label, detail]): Candidate => ({ label, detail, kind: 'value' })),
];

function checkSpan(text: string, context: ValueContext): ValueProblem[] {
  const span = parseTimespan(text, { version: context.version });
  return 'fault' in span ? [timespanProblem(text, span, nameOf(context))] : [];
}

/** A calendar event by itself: without specifiers, and whatever its weekday. */
export const calendarEvent: ValueType = {
  parsers: [],
  repeats: 'replaces',
  quantity: 'calendar',
  check(text, context) {
    const spec = parseCalendar(text);
    return 'fault' in spec ? [calendarProblem(text, spec, context)] : [];
  },
  complete: (text) => ({ ...whole(text), items: calendarItems }),
  signature: () => calendarSignature,
};

function checkCalendar(text: string, context: ValueContext): ValueProblem[] {
  const spec = parseCalendar(text);
  if ('fault' in spec) return [calendarProblem(text, spec, context)];
  const contradiction = since(context.version, 'weekdays contradict dates') ? contradictedDate(spec) : undefined;
  if (!contradiction) return [];
  const message = `${contradiction.date} is a ${contradiction.weekday}, so with this weekday the timer never elapses. Leave the weekday out.`;
  return [problem(whole(text), 'value-ineffective', message, { effect: 'kept' })];
}

/** 262 looks whether one fixed date can be on the weekdays asked for. */
function contradictedDate({ weekdays, year, month, day, endOfMonth }: CalendarSpec) {
  const fixed = [year, month, day].map((field) =>
    field?.length === 1 && field[0]!.repeat === 0 ? field[0]!.start : undefined,
  );
  const [y, m, d] = fixed;
  if (weekdays === undefined || endOfMonth || y === undefined || m === undefined || d === undefined) return undefined;
  const date = new Date(Date.UTC(y, m - 1, d));
  const weekday = (date.getUTCDay() + 6) % 7;
  if (date.getUTCMonth() !== m - 1 || (weekdays & (1 << weekday)) !== 0) return undefined;
  return { date: date.toISOString().slice(0, 10), weekday: weekdayNames[weekday] };
}

function calendarProblem(text: string, fault: CalendarFault, context: ValueContext): ValueProblem {
  const { message, replacement, isMeant } = calendarReason(text, fault);
  const at = replacement !== undefined && (fault.fault !== 'zone' || isMeant) ? whole(text) : fault;
  const advice =
    replacement === undefined
      ? 'Write DAY YEAR-MONTH-DATE HOUR:MINUTE, like Mon..Fri *-*-* 04:00.'
      : `Did you mean ${replacement}?`;
  return problem(at, 'value-invalid', `${nameOf(context)} ${message}; systemd ignores this line. ${advice}`, {
    replacement,
  });
}

interface Reason {
  readonly message: string;
  readonly replacement?: string;
  /** The replacement is for the whole text. */
  readonly isMeant?: boolean;
}

function calendarReason(text: string, { fault, start, end }: CalendarFault): Reason {
  const word = text.slice(start, end);
  const meant = meantCalendar(text);
  if (meant !== undefined)
    return { message: `takes a calendar event, not ${quoted(text)}`, replacement: meant, isMeant: true };
  if (fault === 'zone') {
    const replacement = /^z$/i.test(word) ? 'UTC' : nearest(word, zoneNames());
    return { message: `takes a time zone such as Europe/Berlin, not ${quoted(word)}`, replacement };
  }
  if (fault === 'weekday') {
    return { message: `takes weekdays in order by their names (${listWords(shortWeekdays)}), not ${quoted(word)}` };
  }
  if (fault === 'time') return { message: `takes a time as HOUR:MINUTE or HOUR:MINUTE:SECOND, not ${quoted(word)}` };
  if (fault === 'date') return { message: `takes a date as YEAR-MONTH-DATE or MONTH-DATE, not ${quoted(word)}` };
  if (fault === 'range') return { message: `has a number out of range in ${quoted(word)}` };
  return { message: `takes a calendar event, not ${quoted(word)}` };
}

/** Spellings of other schedulers, and of people, whose meaning is certain. */
function meantCalendar(text: string): string | undefined {
  const word = text.toLowerCase().replace(/^@/, '');
  if (word === 'midnight') return 'daily';
  if (word !== text && calendarShorthands.includes(word)) return word;
  const said = spokenCalendar(text);
  if (said !== undefined) return said;
  const isoTime = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(Z?)$/.exec(text);
  if (isoTime) return `${isoTime[1]} ${isoTime[2]}${isoTime[3] ? ' UTC' : ''}`;
  return text.length < 20 ? nearest(text, calendarShorthands) : undefined;
}

/** The parts of a calendar event, systemd.time(7); each but the last may be left out. */
export const calendarSignature: Signature = {
  label: '[WEEKDAY] [[YEAR-]MONTH-DAY] [HOUR:MINUTE[:SECOND]] [ZONE]',
  parameters: [
    { label: '[WEEKDAY]', documentation: 'Mon, Mon,Fri or Mon..Fri; every day when left out.' },
    {
      label: '[[YEAR-]MONTH-DAY]',
      documentation:
        'Numbers, lists (1,15), ranges (1..7), * for any, /2 for every second; ~01 instead of -01 counts from the end of the month. Every day when left out.',
    },
    {
      label: '[HOUR:MINUTE[:SECOND]]',
      documentation: 'As the date: *:0/15 is every quarter of an hour. Midnight when left out.',
    },
    { label: '[ZONE]', documentation: 'UTC or a name such as Europe/Berlin; local time when left out.' },
  ],
  active: (text, offset) => partAt(text.slice(0, offset)),
};

function partAt(before: string): number {
  const words = before.split(/\s+/);
  const word = words.at(-1)!;
  if (word.includes(':')) return 2;
  if (/[-~]/.test(word) && !/[A-Za-z]/.test(word)) return 1;
  const last = words
    .slice(0, -1)
    .filter((earlier) => earlier !== '')
    .at(-1);
  if (word !== '' && /^[A-Za-z]/.test(word)) return last === undefined ? 0 : 3;
  if (last === undefined) return word === '' ? 0 : 1;
  if (last.includes(':')) return 3;
  return /^[A-Za-z]/.test(last) ? 1 : 2;
}
