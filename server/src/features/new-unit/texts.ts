import { usualTarget } from '../../rules/install-section.ts';
import { escapePath } from '../../schema/escape.ts';
import type { Manager } from '../../schema/file-kind.ts';

/** The files of a new unit, its partner first if it has one; each line that is not plain says why it is there. */
export function textsOf(answers: Answers): NewFile[] {
  switch (answers.purpose) {
    case 'service':
      return [file(answers, 'service', unit(answers), longRunning(answers), startedBy(answers))];
    case 'once':
      return [file(answers, 'service', unit(answers), once(answers), startedBy(answers))];
    case 'template':
      return [template(answers)];
    case 'timer':
      return [file(answers, 'service', unit(answers), run(answers)), timer(answers)];
    case 'socket':
      return [file(answers, 'service', unit(answers), onDemand(answers)), socket(answers)];
    case 'path':
      return [file(answers, 'service', unit(answers), run(answers)), path(answers)];
    case 'mount':
      return [mount(answers)];
  }
}

const file = ({ name }: Answers, suffix: string, ...sections: readonly string[]): NewFile => ({
  name: `${name}.${suffix}`,
  text: `${sections.filter((section) => section !== '').join('\n\n')}\n`,
});

/** A percent sign would begin a specifier, a line break another line. */
const literal = (text: string): string => text.replace(/[\r\n]+/g, ' ').replace(/%/g, '%%');
const line = (text: string): string => text.trim().replace(/[\r\n]+/g, ' ');

const unit = ({ name }: Answers, about = ''): string => `[Unit]\nDescription=${literal(name)}${about}`;

const command = (answers: Answers): string =>
  `# Runs without a shell: pipes, ~ and && do not work here.\nExecStart=${line(answers.command)}`;

const longRunning = (answers: Answers): string =>
  `[Service]\n${command(answers)}\n# Start it again when it fails.\nRestart=on-failure`;

const once = (answers: Answers): string =>
  `[Service]\n# Whoever comes after this waits until the command has ended.\nType=oneshot\n${command(answers)}\n# Counts as active afterwards, so that it is not run a second time.\nRemainAfterExit=yes`;

const run = (answers: Answers): string => `[Service]\n# Runs and ends.\nType=oneshot\n${command(answers)}`;

const onDemand = (answers: Answers): string =>
  `[Service]\n# Gets the socket passed as file descriptor 3: see sd_listen_fds(3).\n${command(answers)}`;

/** What `systemctl enable` links it to. */
function startedBy({ atBoot, manager }: Answers): string {
  if (!atBoot) return '';
  const target = usualTarget({ kind: 'service', manager });
  const when = manager === 'user' ? 'when you log in' : 'at boot';
  return `[Install]\n# "systemctl ${manager === 'user' ? '--user ' : ''}enable" makes it start ${when}.\nWantedBy=${target}`;
}

const wantedBy = (target: string): string =>
  `[Install]\n# "systemctl enable" makes it start with all others of its kind.\nWantedBy=${target}`;

function template(answers: Answers): NewFile {
  const section = `${unit(answers, ' for %i')}\n\n${longRunning(answers)}`;
  const install = startedBy(answers).replace('enable"', `enable ${answers.name}@NAME"`);
  const about = '# A template: start it as NAME@INSTANCE.service; %i stands for INSTANCE.';
  return {
    name: `${answers.name}@.service`,
    text: `${about.replace('NAME@', `${answers.name}@`)}\n${section}${install ? `\n\n${install}` : ''}\n`,
  };
}

const timer = (answers: Answers): NewFile =>
  file(
    answers,
    'timer',
    unit(answers, ': when it runs'),
    `[Timer]\n# Starts ${answers.name}.service.\nOnCalendar=${line(answers.calendar)}\n# Catches up on a run that was missed while the machine was off.\nPersistent=yes`,
    wantedBy('timers.target'),
  );

const socket = (answers: Answers): NewFile =>
  file(
    answers,
    'socket',
    unit(answers, ': where it listens'),
    `[Socket]\n# The first to connect starts ${answers.name}.service.\nListenStream=${line(answers.listen)}`,
    wantedBy('sockets.target'),
  );

const path = (answers: Answers): NewFile =>
  file(
    answers,
    'path',
    unit(answers, ': what it watches'),
    `[Path]\n# Starts ${answers.name}.service when something is there, and again while it is: the command should clear it away.\n${watching(answers)}`,
    wantedBy('paths.target'),
  );

/** A name that ends in a slash is a folder whose entries count. */
const watching = ({ watched }: Answers): string =>
  watched.trim().endsWith('/')
    ? `DirectoryNotEmpty=${line(watched).replace(/(?<=.)\/+$/, '')}`
    : `PathExists=${line(watched)}`;

function mount({ what, where, type }: Answers): NewFile {
  const folder = line(where).replace(/(?<=.)\/+$/, '');
  const isRemote = /^(?:nfs4?|cifs|sshfs|fuse\.sshfs)$/.test(type) || /^\/\/|^[\w.-]+:\//.test(what);
  const options = type && type !== 'auto' ? `\nType=${line(type)}` : '';
  const target = isRemote ? 'remote-fs.target' : 'local-fs.target';
  return {
    name: `${escapePath(folder) ?? 'mount'}.mount`,
    text: `# The name of this file follows from Where=: systemd-escape --path --suffix=mount ${folder}\n[Unit]\nDescription=${literal(folder)}\n\n[Mount]\nWhat=${line(what)}\nWhere=${folder}${options}\n\n[Install]\n# "systemctl enable" makes it be mounted at boot.\nWantedBy=${target}\n`,
  };
}

/** What a new unit is to do. */
export type Purpose = 'service' | 'once' | 'timer' | 'socket' | 'path' | 'template' | 'mount';

/** What was asked; which of it counts depends on the purpose. */
export interface Answers {
  readonly purpose: Purpose;
  readonly manager: Manager;
  /** Without suffix. For a mount it follows from `where`. */
  readonly name: string;
  /** The program and its arguments. */
  readonly command: string;
  /** Whether it starts by itself: at boot, or when the user logs in. */
  readonly atBoot: boolean;
  /** A calendar event. */
  readonly calendar: string;
  /** A port, an address with a port, or the path of a socket. */
  readonly listen: string;
  /** The file or folder to watch. */
  readonly watched: string;
  readonly what: string;
  readonly where: string;
  readonly type: string;
}

export const noAnswers: Answers = {
  purpose: 'service',
  manager: 'system',
  name: '',
  command: '',
  atBoot: true,
  calendar: 'daily',
  listen: '',
  watched: '',
  what: '',
  where: '',
  type: 'auto',
};

/** A file to be written. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}
