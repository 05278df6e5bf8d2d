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

const SPAN_PARSERS =
  /^config_parse_(?:sec|nsec|sec_fix_0|sec_def_infinity|service_timeout|service_timeout_abort|job_timeout_sec|job_running_timeout_sec|managed_oom_mem_pressure_duration_sec)$/;

const isSpan = ({ directive: { parser, key } }: ValueContext): boolean =>
  SPAN_PARSERS.test(parser) || (parser === 'config_parse_timer' && key !== 'OnCalendar');

/** The units of time, after a number of a time span: systemd.time(7). */
export function unitOfTime(text: string, offset: number, context: ValueContext): Completion | undefined {
  if (!isSpan(context)) return undefined;
  let start = offset;
  while (start > 0 && /[a-z]/.test(text[start - 1]!)) start--;
  const letters = text.slice(start, offset);
  if (!/[\d.] ?$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  const rest = /^[a-z]*/.exec(text.slice(offset))![0];
  return { start: offset - letters.length, end: offset + rest.length, items: units };
}
