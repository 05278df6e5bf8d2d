import { baseOf } from '../../../server/src/index.ts';
import type { Answers as AllAnswers, Purpose } from '../../../server/src/protocol/requests.ts';
import { t } from '../localize.ts';

/** What has been answered so far. */
export type Answers = Partial<AllAnswers>;

/** One of several ways to go on. */
export interface Choice {
  readonly label: string;
  readonly detail: string;
  /** What choosing it adds to the answers; undefined asks for a text instead. */
  readonly answers: Answers | undefined;
}

export interface Question {
  readonly title: string;
  readonly placeHolder: string;
  /** Ways to choose from, if there are any. */
  readonly choices?: readonly Choice[];
  /** The answer a text is for. */
  readonly key?: keyof AllAnswers;
  /** A text to begin with. */
  readonly suggestion?: string;
  /** Validates a text; resolves to the problem, if any. */
  validate?(text: string): Promise<string | undefined>;
}

/** Validates the unit made from answers; resolves to the problem, if any. */
export type Judge = (answers: Answers) => Promise<string | undefined>;

/** The next question, as long as there is one. */
export type NextQuestion = (answers: Answers) => Question | undefined;

const purposes: readonly (readonly [Purpose, label: string, detail: string])[] = [
  ['service', t('Keep a program running'), t('A service that is restarted when it fails')],
  ['timer', t('Run a command at certain times'), t('A timer and the service it starts, in place of cron')],
  ['once', t('Run a command once at start'), t('A service of Type=oneshot')],
  ['socket', t('Start a program when somebody connects'), t('A socket and the service that receives its connections')],
  ['path', t('Run a command when a file appears'), t('A path unit and the service it starts')],
  ['template', t('Run several copies of a program'), t('A template: one file, a service for each instance')],
  ['mount', t('Mount a file system'), t('A mount unit, named after its folder')],
];

const calendars: readonly (readonly [calendar: string, label: string])[] = [
  ['*-*-* 04:00', t('Every day at 04:00')],
  ['hourly', t('Every hour')],
  ['*:0/15', t('Every quarter of an hour')],
  ['Mon..Fri 09:00', t('On workdays at 09:00')],
  ['Sun 03:00', t('On Sundays at 03:00')],
  ['monthly', t('On the first of every month')],
];

/** Asks only what the purpose needs and is not answered yet; each text is validated in the unit it would make. */
export function questionsFor(judge: Judge): NextQuestion {
  return (answers) => {
    if (!answers.purpose) return purpose;
    const open = needs(answers.purpose).find((key) => answers[key] === undefined);
    return open && ask(open, answers, judge);
  };
}

function needs(purpose: Purpose): readonly (keyof AllAnswers)[] {
  if (purpose === 'mount') return ['what', 'where', 'type'];
  const own = {
    service: ['atBoot'],
    once: ['atBoot'],
    template: ['atBoot'],
    timer: ['calendar'],
    socket: ['listen'],
    path: ['watched'],
  } as const;
  return ['manager', 'command', ...own[purpose], 'name'];
}

const purpose: Question = {
  title: t('New unit: what is it for?'),
  placeHolder: t('What should systemd do?'),
  choices: purposes.map(([value, label, detail]) => ({ label, detail, answers: { purpose: value } })),
};

function ask(key: keyof AllAnswers, answers: Answers, judge: Judge): Question {
  const question = texts[key];
  if (question) return withJudge(question, key, answers, judge);
  return key === 'manager' ? manager : start(answers);
}

const manager: Question = {
  title: t('New unit: who runs it?'),
  placeHolder: t('The system manager or your user manager'),
  choices: [
    {
      label: t('The machine'),
      detail: t('From boot on, as root unless User= says otherwise'),
      answers: { manager: 'system' },
    },
    { label: t('Me'), detail: t('While I am logged in, with my privileges'), answers: { manager: 'user' } },
  ],
};

const start = ({ manager: who }: Answers): Question => ({
  title: t('New unit: when does it start?'),
  placeHolder: t('Automatically or on request'),
  choices: [
    {
      label: who === 'user' ? t('When I log in') : t('At boot'),
      detail: t('Once it is enabled'),
      answers: { atBoot: true },
    },
    {
      label: t('On request'),
      detail: t('With systemctl start, or when another unit needs it'),
      answers: { atBoot: false },
    },
  ],
});

type TextQuestion = Omit<Question, 'key' | 'validate'>;

const texts: Partial<Record<keyof AllAnswers, TextQuestion>> = {
  command: {
    title: t('New unit: which command?'),
    placeHolder: t('/usr/bin/program --option, beginning with the path of the program'),
  },
  calendar: {
    title: t('New unit: when?'),
    placeHolder: t('A calendar event, such as Mon..Fri 09:00'),
    choices: [
      ...calendars.map(([calendar, label]) => ({ label, detail: calendar, answers: { calendar } })),
      { label: t('At other times…'), detail: t('A calendar event of your own'), answers: undefined },
    ],
  },
  listen: {
    title: t('New unit: where does it listen?'),
    placeHolder: t('8080, 127.0.0.1:8080 or /run/name.sock'),
  },
  watched: {
    title: t('New unit: which file?'),
    placeHolder: t('/run/flag, or /run/queue/ for a folder in which files appear'),
  },
  what: {
    title: t('New unit: what is mounted?'),
    placeHolder: t('/dev/disk/by-label/DATA, UUID=…, server:/export, tmpfs'),
  },
  where: { title: t('New unit: in which folder?'), placeHolder: '/mnt/data', suggestion: '/mnt/' },
  type: {
    title: t('New unit: which file system?'),
    placeHolder: t('Its type'),
    choices: [
      { label: 'auto', detail: t('Detect automatically'), answers: { type: 'auto' } },
      ...['ext4', 'btrfs', 'xfs', 'vfat', 'nfs', 'cifs', 'tmpfs'].map((type) => ({
        label: type,
        detail: '',
        answers: { type },
      })),
    ],
  },
  name: { title: t('New unit: what is it called?'), placeHolder: 'backup' },
};

/** Valid values for all answers but the one being validated. */
const placeholders: Answers = {
  name: 'unit',
  command: '/bin/true',
  calendar: 'daily',
  listen: '8080',
  watched: '/run/flag',
  what: 'tmpfs',
  where: '/mnt',
};

function withJudge(question: TextQuestion, key: keyof AllAnswers, answers: Answers, judge: Judge): Question {
  const suggestion = key === 'name' ? nameFrom(answers.command ?? '') : question.suggestion;
  return {
    ...question,
    ...(suggestion === undefined ? {} : { suggestion }),
    key,
    validate: async (text) =>
      text.trim() === '' ? t('Enter a value.') : await judge({ ...placeholders, ...answers, [key]: text.trim() }),
  };
}

/** `backup` for `/usr/local/bin/backup.sh --all`. */
function nameFrom(command: string): string {
  const program = /^[-@:+!|]*(?:"([^"]+)"|(\S+))/.exec(command.trim());
  const path = program?.[1] ?? program?.[2] ?? '';
  const base = baseOf(path).replace(/\.(?:sh|py|pl|rb|js)$/, '');
  return base.replace(/[^0-9A-Za-z:_.-]+/g, '-');
}
