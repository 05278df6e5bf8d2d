import { exitStatusOf, parseExitStatus } from '../../values/basic/exit-statuses.ts';
import { formatMode, parseMode } from '../../values/basic/mode.ts';
import { parseCalendar } from '../../values/time/calendar-parse.ts';
import { describeTimespan } from '../../values/time/spans.ts';
import { calendarMarkdown } from '../hover/calendar.ts';
import { withManual } from '../hover/manual.ts';
import { type Explainer, type Explanation, type Question, said } from './question.ts';

/** `203/EXEC`, `EXIT_EXEC`, `TEMPFAIL`. */
export const aboutExitStatus: Explainer = (question) => {
  const { topic, version } = question;
  const name = /^(?:\d{1,3}\/|EX(?:IT)?_)?([A-Z_]+)$/.exec(topic)?.[1];
  const number = name === undefined ? undefined : parseExitStatus(name, version);
  return number === undefined ? undefined : said('exit status', exitStatusMarkdown(number, question));
};

/** A bare number says nothing of what it counts: each thing it may be. */
export const aboutNumber: Explainer = (question) => {
  const { topic } = question;
  if (!/^\d+$/.test(topic)) return undefined;
  const status = /^(?:0|[1-9]\d{0,2})$/.test(topic) && Number(topic) < 256 ? Number(topic) : undefined;
  const mode = /^0[0-7]{3,4}$/.test(topic) ? parseMode(topic) : undefined;
  const span = describeTimespan(topic)?.markdown;
  const parts = [
    typeof mode === 'number' ? `As an access mode: ${formatMode(mode)}.` : undefined,
    span && `As a time span: ${span}`,
    status === undefined ? undefined : exitStatusMarkdown(status, question),
  ];
  const told = parts.filter((part) => part !== undefined);
  return told.length === 0 ? undefined : said('number', told.join('\n\n'));
};

function exitStatusMarkdown(number: number, { environment }: Question): string {
  const known = exitStatusOf(number);
  const signal = number > 128 && number < 193 ? `; a shell says so of signal ${number - 128}` : '';
  const own = known
    ? `**Exit status ${number}/${known.name}**: ${known.what}.`
    : `**Exit status ${number}**: ${number === 0 ? 'success' : 'a failure the program itself knows'}${signal}.`;
  return withManual(own, environment.manual?.exitStatus(String(number)), environment);
}

/** A calendar event or a time span. */
export const aboutTime: Explainer = ({ topic, environment }): Explanation | undefined => {
  const spec = parseCalendar(topic);
  if (!('fault' in spec)) return said('calendar event', calendarMarkdown(spec, environment.now()));
  return said('time span', describeTimespan(topic)?.markdown);
};
