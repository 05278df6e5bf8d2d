import { type CalendarFault, type Draft, endFault, skipSpaces, wordEnd } from './calendar-draft.ts';
import { readField } from './calendar-field.ts';
import { type CalendarField, EVERY_DAY, single, weekdayNames } from './calendar-spec.ts';

/** Monday before Mon: the longer name of a day is tried first. */
const dayNames = weekdayNames.flatMap((name, day) => [
  { name: name.toLowerCase(), day },
  { name: name.slice(0, 3).toLowerCase(), day },
]);

/** Reads `Mon..Fri,Sun `; returns where the date begins. */
export function readWeekdays(text: string, draft: Draft): number | CalendarFault {
  const lower = text.toLowerCase();
  let bits = 0;
  let from = -1;
  for (let at = 0, first = true; ; first = false) {
    const found = dayNames.find(({ name }) => lower.startsWith(name, at));
    const fault = (): CalendarFault => ({ fault: 'weekday', start: at, end: wordEnd(text, at) });
    if (!found) return first ? 0 : fault();
    const after = at + found.name.length;
    const next = text[after] ?? '';
    if (!['', '-', '.', ',', ' '].includes(next)) return fault();
    if (from > found.day) return { fault: 'weekday', start: 0, end: after };
    for (let day = from >= 0 ? from : found.day; day <= found.day; day++) bits |= 1 << day;
    draft.weekdays = bits === EVERY_DAY ? undefined : bits;
    if (next === '' || next === ' ') return skipSpaces(text, after);
    if (next !== ',' && (from >= 0 || (next === '.' && text[after + 1] !== '.'))) return fault();
    from = next === ',' ? -1 : found.day;
    at = after + (next === '.' ? 2 : 1);
    if (at === text.length || text[at] === ' ') return from < 0 ? skipSpaces(text, at) : fault();
  }
}

/** Reads a date if there is one; returns where the time begins. */
export function readDate(text: string, start: number, draft: Draft): number | CalendarFault {
  if (start === text.length) return start;
  if (text[start] === '@') return readEpoch(text, start, draft);
  const fields: CalendarField[] = [];
  for (let at = start; ; at++) {
    const field = readField(text, at, false);
    if ('fault' in field) return field;
    fields.push(field.value);
    at = field.next;
    const next = text[at] ?? '';
    if (fields.length === 1 && (next === '' || next === ':')) return start;
    if (fields.length > 1 && (next === '' || next === ' ')) {
      draft.day = fields.pop();
      draft.month = fields.pop();
      draft.year = fields.pop();
      return skipSpaces(text, at);
    }
    const isDash = next === '-' || next === '~';
    if (fields.length === 3 || !isDash || draft.endOfMonth) return { fault: 'date', start, end: wordEnd(text, start) };
    draft.endOfMonth = next === '~';
  }
}

/** `@1700000000`: one second, in UTC, and no time after it. */
function readEpoch(text: string, start: number, draft: Draft): number | CalendarFault {
  const digits = /^@\d+/.exec(text.slice(start, start + 24))?.[0] ?? '@';
  const seconds = Number(digits.slice(1));
  const end = start + digits.length;
  if (digits === '@') return { fault: 'number', start, end: wordEnd(text, start) };
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return { fault: 'range', start, end };
  draft.year = [single(date.getUTCFullYear())];
  draft.month = [single(date.getUTCMonth() + 1)];
  draft.day = [single(date.getUTCDate())];
  draft.hour = [single(date.getUTCHours())];
  draft.minute = [single(date.getUTCMinutes())];
  draft.second = [single(date.getUTCSeconds() * 1_000_000)];
  draft.zone = 'UTC';
  return endFault(text, end) ?? end;
}
