import { UsageError } from '../../cli/host.ts';
import { manualPageView } from '../../features/manual-view.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import { nearest } from '../../text/edit-distance.ts';
import { captured } from '../captured.ts';
import { type AssistantTool, shortened } from '../tool.ts';
import { operand, printed, systemdVersion, versionArgs } from './common.ts';

export const explain: AssistantTool = {
  name: 'explain',
  title: 'Explain systemd',
  description:
    'Says what a word of systemd means, from its manual: a directive ("Restart", "Service.Type"), a value ("Type=notify"), a difference ("Wants vs Requires"), a specifier ("%i"), an exit status ("status=203/EXEC"), a state ("oom-kill"), a time span ("1h 30min"), a rule of check_unit ("value-invalid"). With "search", lists directives about some words.',
  fields: {
    topic: { type: 'string', description: 'What to explain.' },
    search: { type: 'string', description: 'Words to find directives by, instead of a topic: "memory limit".' },
    systemd_version: systemdVersion,
  },
  required: [],
  async run(host, input) {
    const { topic, search } = input;
    if ((topic === undefined) === (search === undefined)) throw new UsageError('Give a "topic" or words to "search".');
    const asked = search === undefined ? ['--', operand(topic)] : [`--search=${search}`];
    return shortened(printed(await captured(host, ['explain', '--format=markdown', ...versionArgs(input), ...asked])));
  },
};

/** Characters of a page at once. */
const PART = 8_000;

export const readManual: AssistantTool = {
  name: 'read_manual',
  title: "Read systemd's manual",
  description:
    'Reads a page of systemd\'s manual, such as "systemd.service(5)", in Markdown. Without "heading" it answers the beginning and the outline; with it, what stands below that heading. Use explain for a single directive.',
  fields: {
    page: { type: 'string', description: 'The page: "systemd.timer(5)" or "systemd.exec".' },
    heading: { type: 'string', description: 'A heading of its outline, such as "OPTIONS".' },
    offset: { type: 'integer', minimum: 0, description: 'Characters to skip, as the end of an answer says.' },
    systemd_version: systemdVersion,
  },
  required: ['page'],
  async run(host, { page, heading, offset = 0, systemd_version: version = NEWEST_VERSION }) {
    const manual = host.manual(Number(version));
    if (!manual) throw new UsageError('This build has no manual.');
    const view = manualPageView(manual, String(page));
    if (!view) {
      const meant = nearest(
        String(page),
        manual.pages().map(({ name }) => name),
      );
      throw new UsageError(`There is no page ${page}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`);
    }
    const text = heading === undefined ? view.markdown : below(view.markdown, String(heading));
    const start = Number(offset);
    const part = text.slice(start, start + PART);
    const rest = text.length - start - part.length;
    return rest > 0 ? `${part}\n… ${rest} more characters; offset ${start + PART} goes on.\n` : part;
  },
};

/** From a heading to the next one of its rank. */
function below(markdown: string, heading: string): string {
  const lines = markdown.split('\n');
  const rankOf = (line: string): number => /^#*(?= )/.exec(line)?.[0].length ?? 0;
  const wanted = heading.toLowerCase();
  const from = lines.findIndex((line) => rankOf(line) > 0 && line.replace(/^#+ /, '').toLowerCase().includes(wanted));
  if (from < 0) {
    const all = lines.filter((line) => rankOf(line) > 0).map((line) => line.replace(/^#+ /, ''));
    throw new UsageError(`There is no heading "${heading}". There are: ${all.slice(0, 60).join('; ')}.`);
  }
  const rank = rankOf(lines[from]!);
  const end = lines.findIndex((line, i) => i > from && rankOf(line) > 0 && rankOf(line) <= rank);
  return lines.slice(from, end < 0 ? undefined : end).join('\n');
}

export const calendar: AssistantTool = {
  name: 'calendar',
  title: 'When a calendar event elapses',
  description:
    'Tells whether a calendar event (OnCalendar=) is valid, its normal form, and when it elapses next. Call it before you write OnCalendar=.',
  fields: {
    expression: {
      type: 'string',
      description: 'The calendar event: "Mon..Fri 04:00", "*-*-01 00:00:00 UTC", "weekly".',
    },
    count: { type: 'integer', minimum: 1, maximum: 50, description: 'How many times to list; 3 unless told.' },
    timezone: {
      type: 'string',
      description: 'The zone of local time, such as "Europe/Berlin"; that of this machine unless told.',
    },
  },
  required: ['expression'],
  async run(host, { expression, count = 3, timezone }) {
    const zone = timezone === undefined ? [] : [`--timezone=${timezone}`];
    const { status, stdout, stderr } = await captured(host, [
      'calendar',
      `--iterations=${count}`,
      ...zone,
      '--',
      operand(expression),
    ]);
    return status === 2 ? printed({ status, stdout, stderr }) : shortened(`${stdout}${stderr}`);
  },
};
