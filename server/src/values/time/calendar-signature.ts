import type { Signature } from '../value-type.ts';

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
