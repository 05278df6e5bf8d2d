import { calendarOf } from './cron-schedule.ts';
import {
  distinct,
  ImportError,
  type Imported,
  type ImportedFile,
  literal,
  type Remark,
  type UnitLine,
  unitText,
  withoutSpecifiers,
  word,
} from './imported.ts';

export interface CrontabOptions {
  /** `/etc/crontab` and files of /etc/cron.d say behind the schedule as whom a command runs. */
  readonly hasUser: boolean;
}

/** What lines above a job set. */
interface Setting {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

interface Job {
  readonly schedule: string;
  readonly user: string | undefined;
  readonly command: string;
  readonly line: number;
  readonly comments: readonly string[];
  readonly settings: readonly Setting[];
}

const SETTING = /^\s*(?:"([^"]+)"|'([^']+)'|([A-Za-z_]\w*))\s*=(.*)$/;

/** The first words of a line, and what follows them. */
function firstWords(line: string, count: number): { words: readonly string[]; rest: string } | undefined {
  let rest = line.trim();
  const words: string[] = [];
  while (words.length < count) {
    const end = rest.search(/\s/);
    if (end < 0) return undefined;
    words.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return { words, rest };
}

/** The schedule a line begins with: five fields, or a word such as `@daily`. */
const scheduled = (line: string) => firstWords(line, line.trimStart().startsWith('@') ? 1 : 5);

/** Whether a text is a crontab, by its first line that is neither a comment nor a setting. */
export function isCrontab(text: string): boolean {
  const line = text.split(/\r?\n/).find((each) => /^\s*[^\s#]/.test(each) && !SETTING.test(each));
  const schedule = line === undefined ? undefined : scheduled(line)?.words.join(' ');
  return schedule !== undefined && (schedule.toLowerCase() === '@reboot' || calendarOf(schedule) !== undefined);
}

/**
 * A timer and a service for each job of a crontab (crontab(5)); a service alone for `@reboot`.
 * @throws ImportError where there is no job
 */
export function importCrontab(text: string, { hasUser }: CrontabOptions): Imported {
  const remarks: Remark[] = [];
  const jobs = jobsOf(text, hasUser, remarks);
  if (jobs.length === 0)
    throw new ImportError('There is no job here: a line with five fields of time and a command.', 1);
  const taken = new Set<string>();
  const files = jobs.flatMap((job) => filesOf(job, freeName(job.command, taken), remarks));
  if (files.some(({ name }) => name.endsWith('.timer')))
    remarks.push({
      line: jobs[0]!.line,
      message:
        'Like cron, the timers do not make up for what was missed while the machine was off. Persistent=true in [Timer] would.',
    });
  return { files, remarks: distinct(remarks) };
}

function jobsOf(text: string, hasUser: boolean, remarks: Remark[]): Job[] {
  const jobs: Job[] = [];
  const settings: Setting[] = [];
  let comments: string[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const setting = SETTING.exec(raw);
    if (raw.trim() === '') comments = [];
    else if (/^\s*#/.test(raw)) comments.push(raw.trim());
    else if (setting) {
      const [, double, single, plain, value = ''] = setting;
      comments = [];
      settings.push({ name: double ?? single ?? plain!, value: value.trim().replace(/^(["'])(.*)\1$/, '$2'), line });
    } else {
      const job = jobOf(raw, hasUser);
      if (job) jobs.push({ ...job, line, comments, settings: [...settings] });
      else remarks.push({ line, message: 'This line is neither a setting nor a job; it is left out.' });
      comments = [];
    }
  }
  return jobs;
}

function jobOf(raw: string, hasUser: boolean): Pick<Job, 'schedule' | 'user' | 'command'> | undefined {
  const found = scheduled(raw);
  if (!found) return undefined;
  const schedule = found.words.join(' ');
  const behind = hasUser ? firstWords(found.rest, 1) : { words: [undefined], rest: found.rest };
  return behind && { schedule, user: behind.words[0], command: behind.rest };
}

/** Words before the program a job is about. */
const BEFORE =
  /^(?:cd\s+\S+\s*(?:&&|;)\s*|(?:nice|ionice|env|exec|sudo|time)\s+|-\S+\s+|\w+=\S*\s+|(?:test|\[)\s.*?&&\s*)+/;

/** What a job is called: its program, without folder and ending. */
function freeName(command: string, taken: Set<string>): string {
  const [program = ''] = command.replace(BEFORE, '').split(/\s+/);
  const plain = program
    .split('/')
    .at(-1)!
    .replace(/\.(?:sh|py|pl)$/, '');
  const base = plain.replace(/[^A-Za-z0-9:_.-]/g, '') || 'job';
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}-${number}`;
  taken.add(name);
  return name;
}

function filesOf(job: Job, name: string, remarks: Remark[]): ImportedFile[] {
  const last = (setting: string): Setting | undefined => job.settings.filter((each) => each.name === setting).at(-1);
  const remark = (message: string, line = job.line): void => void remarks.push({ line, message });
  const isAtBoot = job.schedule.toLowerCase() === '@reboot';
  const events = calendarOf(job.schedule, last('CRON_TZ')?.value);
  if (!isAtBoot && !events) {
    remark(`"${job.schedule}" is not a schedule of cron; the job is left out.`);
    return [];
  }
  const mail = last('MAILTO');
  if (mail && mail.value !== '')
    remark('systemd sends no mail: output goes to the journal. OnFailure= can start a unit that sends one.', mail.line);
  const delay = last('RANDOM_DELAY');
  const service = unitText([
    ['Unit', [...job.comments, ['Description', withoutSpecifiers(`${name}, from cron`)]]],
    ['Service', serviceLines(job, last)],
    ['Install', isAtBoot ? [['WantedBy', 'default.target']] : []],
  ]);
  const timer = unitText([
    ['Unit', [['Description', withoutSpecifiers(`Starts ${name} on schedule`)]]],
    [
      'Timer',
      [
        ...(events ?? []).map((event): UnitLine => ['OnCalendar', event]),
        ['AccuracySec', '1s'],
        ...(delay ? [['RandomizedDelaySec', `${delay.value}min`] as const] : []),
      ],
    ],
    ['Install', [['WantedBy', 'timers.target']]],
  ]);
  const files = [{ name: `${name}.service`, text: service }];
  return isAtBoot ? files : [...files, { name: `${name}.timer`, text: timer }];
}

/** Settings that cron itself reads. */
const OWN: ReadonlySet<string> = new Set([
  'SHELL',
  'MAILTO',
  'MAILFROM',
  'CRON_TZ',
  'RANDOM_DELAY',
  'HOME',
  'LOGNAME',
  'USER',
]);

function serviceLines({ command, user, settings }: Job, last: (name: string) => Setting | undefined): UnitLine[] {
  const { program, input } = commandOf(command);
  const shell = last('SHELL')?.value ?? '/bin/sh';
  const environment = new Map(settings.filter(({ name }) => !OWN.has(name)).map(({ name, value }) => [name, value]));
  const home = last('HOME')?.value;
  return [
    ['Type', 'oneshot'],
    ...(user === undefined ? [] : [['User', user] as const]),
    ...(home === undefined
      ? user === undefined
        ? []
        : [['WorkingDirectory', '~'] as const]
      : [['WorkingDirectory', withoutSpecifiers(home)] as const]),
    ...[...environment].map(([name, value]): UnitLine => ['Environment', word(withoutSpecifiers(`${name}=${value}`))]),
    ...input.map((text): UnitLine => ['StandardInputText', withoutSpecifiers(text)]),
    ['ExecStart', isPlain(program) ? literal(program) : `${shell} -c ${word(literal(program))}`],
  ];
}

/** An unescaped `%` ends the command; what follows is its standard input, with line breaks for further ones. */
function commandOf(command: string): { program: string; input: readonly string[] } {
  const [program = '', ...input] = command.split(/(?<!\\)%/).map((part) => part.replaceAll('\\%', '%'));
  return { program: program.trim(), input };
}

/** Whether a shell would do nothing but run it. */
const isPlain = (command: string): boolean => /^\/[\w./+-]+(?:\s+[\w./:=@,+-]+)*$/.test(command);
