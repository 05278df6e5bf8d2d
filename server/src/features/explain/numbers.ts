import { codeSpan } from '../../text/markdown.ts';
import { formatMode, parseMode } from '../../values/basic/mode.ts';
import { formatSize, parseSize } from '../../values/numbers/sizes.ts';
import { parseCalendar } from '../../values/time/calendar-parse.ts';
import { parseCron } from '../../values/time/cron.ts';
import { describeTimespan } from '../../values/time/spans.ts';
import { calendarMarkdown } from '../hover/calendar.ts';
import { exitStatusMarkdown } from './endings.ts';
import { type Explainer, type Explanation, said } from './question.ts';

/** A bare number says nothing of what it counts: each thing it may be, the likeliest first. */
export const aboutNumber: Explainer = (question) => {
  const { topic } = question;
  if (!/^\d+$/.test(topic)) return undefined;
  const status = /^(?:0|[1-9]\d{0,2})$/.test(topic) && Number(topic) < 256 ? Number(topic) : undefined;
  const mode = /^0[0-7]{3,4}$/.test(topic) ? parseMode(topic) : undefined;
  const span = describeTimespan(topic)?.markdown;
  const parts = [
    typeof mode === 'number' ? `As an access mode: ${formatMode(mode)}.` : undefined,
    status === undefined ? undefined : exitStatusMarkdown(status, question),
    span && `As a time span: ${span}`,
  ];
  const told = parts.filter((part) => part !== undefined);
  return told.length === 0 ? undefined : said('number', told.join('\n\n'));
};

/** `512M`, `1.5G`. A month has the same letter as a million bytes. */
export const aboutSize: Explainer = ({ topic }) => {
  const bytes = /^[\d.]+[KMGTPE]$/.test(topic) ? parseSize(topic) : undefined;
  if (typeof bytes !== 'bigint') return undefined;
  const own = `**${topic}** · a size: ${formatSize(bytes)} = ${bytes.toLocaleString('en')} bytes. K, M, G and T count by 1,024 in directives such as \`MemoryMax=\`.`;
  const span = topic.endsWith('M') ? describeTimespan(topic)?.markdown : undefined;
  return said('size', span === undefined ? own : `${own}\n\nAs a time span, M counts months: ${span}`);
};

/** A calendar event or a time span. */
export const aboutTime: Explainer = ({ topic, environment }): Explanation | undefined => {
  const spec = parseCalendar(topic);
  if (!('fault' in spec)) return said('calendar event', calendarMarkdown(spec, environment.now()));
  return said('time span', describeTimespan(topic)?.markdown);
};

/** `0 9 * * 1-5`, `@daily`: a schedule of cron, as a timer would say it. */
export const aboutCron: Explainer = ({ topic, environment }) =>
  said('cron schedule', cronMarkdown(topic, environment.now()));

const FENCE = '```';

/** A schedule of cron as lines of a timer, and when they elapse. */
function cronMarkdown(topic: string, now: number): string | undefined {
  const schedule = parseCron(topic);
  if (!schedule) return undefined;
  if (schedule.isBoot) {
    return `**@reboot** · cron: once after each boot. A service does so by itself once it is enabled:\n\n${FENCE}systemd\n[Install]\nWantedBy=multi-user.target\n${FENCE}`;
  }
  const lines = schedule.calendar.map((value) => `OnCalendar=${value}`);
  const head = `**${codeSpan(topic)}** · a schedule of cron; a timer says \`${lines.join('` and `')}\`.`;
  const timer = `${FENCE}systemd\n[Timer]\n${lines.join('\n')}\nPersistent=yes\n${FENCE}`;
  const told = schedule.calendar.flatMap((value) => {
    const spec = parseCalendar(value);
    return 'fault' in spec ? [] : [calendarMarkdown(spec, now)];
  });
  const both = told.length > 1 ? ['Cron runs on days that fit either field, so there are two lines.'] : [];
  return [
    head,
    timer,
    ...both,
    ...told,
    'Persistent=yes also makes up for a run that was missed while the machine was off.',
  ].join('\n\n');
}
