import { codeSpan } from '../../text/markdown.ts';
import { parseCalendar } from '../../values/time/calendar-parse.ts';
import { parseCron } from '../../values/time/cron.ts';
import { calendarMarkdown } from '../hover/calendar.ts';

const FENCE = '```';

/** A schedule of cron as lines of a timer, and when they elapse. */
export function cronMarkdown(topic: string, now: number): string | undefined {
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
