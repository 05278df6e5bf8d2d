import type { AllAnswers, Answers, Purpose } from './answers.ts';

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
  /** What is wrong with a text. */
  validate?(text: string): Promise<string | undefined>;
}

/** Says what is wrong with a unit made from answers. */
export type Judge = (answers: Answers) => Promise<string | undefined>;

/** The next question, as long as there is one. */
export type NextQuestion = (answers: Answers) => Question | undefined;

const purposes: readonly (readonly [Purpose, label: string, detail: string])[] = [
  ['service', 'Keep a program running', 'A service that is started again when it fails'],
  ['timer', 'Run a command at certain times', 'A timer and the service it starts: what cron did'],
  ['once', 'Run a command once at start', 'A service of Type=oneshot'],
  ['socket', 'Start a program when somebody connects', 'A socket and the service that gets it'],
  ['path', 'Run a command when a file appears', 'A path unit and the service it starts'],
  ['template', 'Run several copies of a program', 'A template: one file, a service for each instance'],
  ['mount', 'Mount a file system', 'A mount unit, named after its folder'],
];

const calendars: readonly (readonly [calendar: string, label: string])[] = [
  ['*-*-* 04:00', 'Every day at 04:00'],
  ['hourly', 'Every hour'],
  ['*:0/15', 'Every quarter of an hour'],
  ['Mon..Fri 09:00', 'On workdays at 09:00'],
  ['Sun 03:00', 'On Sundays at 03:00'],
  ['monthly', 'On the first of every month'],
];

/** Asks only what the purpose needs and has not been answered; each text is judged with the unit it would make. */
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
  title: 'New unit: what is it for?',
  placeHolder: 'What systemd is to do',
  choices: purposes.map(([value, label, detail]) => ({ label, detail, answers: { purpose: value } })),
};

function ask(key: keyof AllAnswers, answers: Answers, judge: Judge): Question {
  const question = texts[key];
  if (question) return withJudge(question, key, answers, judge);
  return key === 'manager' ? manager : start(answers);
}

const manager: Question = {
  title: 'New unit: who runs it?',
  placeHolder: 'The system manager, or your own',
  choices: [
    {
      label: 'The machine',
      detail: 'From boot on, as root unless User= says otherwise',
      answers: { manager: 'system' },
    },
    { label: 'Me', detail: 'While I am logged in, with my rights', answers: { manager: 'user' } },
  ],
};

const start = ({ manager: who }: Answers): Question => ({
  title: 'New unit: when does it start?',
  placeHolder: 'By itself, or when told',
  choices: [
    { label: who === 'user' ? 'When I log in' : 'At boot', detail: 'Once it is enabled', answers: { atBoot: true } },
    { label: 'When told', detail: 'By systemctl start, or by another unit that needs it', answers: { atBoot: false } },
  ],
});

type TextQuestion = Omit<Question, 'key' | 'validate'>;

const texts: Partial<Record<keyof AllAnswers, TextQuestion>> = {
  command: {
    title: 'New unit: which command?',
    placeHolder: '/usr/bin/program --option; the path of the program first',
  },
  calendar: {
    title: 'New unit: when?',
    placeHolder: 'A calendar event, such as Mon..Fri 09:00',
    choices: [
      ...calendars.map(([calendar, label]) => ({ label, detail: calendar, answers: { calendar } })),
      { label: 'At other times…', detail: 'A calendar event of your own', answers: undefined },
    ],
  },
  listen: {
    title: 'New unit: where does it listen?',
    placeHolder: '8080, 127.0.0.1:8080 or /run/name.sock',
  },
  watched: {
    title: 'New unit: which file?',
    placeHolder: '/run/flag; with a slash at its end a folder that something is put into',
  },
  what: { title: 'New unit: what is mounted?', placeHolder: '/dev/disk/by-label/DATA, UUID=…, server:/export, tmpfs' },
  where: { title: 'New unit: in which folder?', placeHolder: '/mnt/data', suggestion: '/mnt/' },
  type: {
    title: 'New unit: which file system?',
    placeHolder: 'Its type',
    choices: [
      { label: 'auto', detail: 'Look what is there', answers: { type: 'auto' } },
      ...['ext4', 'btrfs', 'xfs', 'vfat', 'nfs', 'cifs', 'tmpfs'].map((type) => ({
        label: type,
        detail: '',
        answers: { type },
      })),
    ],
  },
  name: { title: 'New unit: what is it called?', placeHolder: 'backup' },
};

/** A value that is right wherever the answer in question is not the one to judge. */
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
      text.trim() === '' ? 'This is needed.' : await judge({ ...placeholders, ...answers, [key]: text.trim() }),
  };
}

/** `backup` for `/usr/local/bin/backup.sh --all`. */
export function nameFrom(command: string): string {
  const program = /^[-@:+!|]*(?:"([^"]+)"|(\S+))/.exec(command.trim());
  const path = program?.[1] ?? program?.[2] ?? '';
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:sh|py|pl|rb|js)$/, '');
  return base.replace(/[^0-9A-Za-z:_.-]+/g, '-');
}
