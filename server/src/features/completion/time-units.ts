import { quantityOf } from '../../values/traits.ts';
import type { Candidate, Completion, ValueContext } from '../../values/value-type.ts';

const units: readonly Candidate[] = [
  ['s', 'seconds'],
  ['min', 'minutes'],
  ['h', 'hours'],
  ['d', 'days'],
  ['w', 'weeks'],
  ['month', 'months of 30.44 days'],
  ['y', 'years of 365.25 days'],
  ['ms', 'milliseconds'],
  ['us', 'microseconds'],
].map(([label = '', detail = '']): Candidate => ({ label, detail, kind: 'keyword', documentation: '' }));

/** The units of time, after a number of a time span: systemd.time(7). */
export function unitOfTime(text: string, offset: number, { directive }: ValueContext): Completion | undefined {
  const quantity = quantityOf(directive);
  if (quantity !== 'time' && quantity !== 'nanoseconds') return undefined;
  let start = offset;
  while (start > 0 && /[a-z]/.test(text[start - 1]!)) start--;
  const letters = text.slice(start, offset);
  if (!/[\d.] ?$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  const rest = /^[a-z]*/.exec(text.slice(offset))![0];
  return { start: offset - letters.length, end: offset + rest.length, items: units };
}
