import { type Argv, commandLine } from './command.ts';

/** Something to write to, such as an output channel. */
export interface LogTarget {
  info(message: string): void;
  debug(message: string): void;
  warn(message: string): void;
}

/** How a program ended. */
export interface Ended {
  /** Undefined when it was ended, or could not be begun. */
  readonly code: number | undefined;
  readonly milliseconds: number;
  readonly stderr?: string;
  readonly failure?: string | undefined;
}

export interface CommandLog {
  /** Where to write from now on. */
  to(target: LogTarget): void;
  /** What the user asked for. */
  ran(argv: Argv, ended: Ended): void;
  /** Background queries: logged at the level Debug, and as a warning when they begin to fail. */
  asked(argv: Argv, ended: Ended): void;
  /** What is no command. */
  told(message: string): void;
}

/** Tells which commands were run and how they ended, each in one line: `systemctl start -- a.service: exit code 0 (0.3 s)`. */
export function createCommandLog(): CommandLog {
  let target: LogTarget | undefined;
  const complaints = new Map<string, string>();
  return {
    to(wanted) {
      target = wanted;
    },
    told: (message) => target?.info(message),
    ran: (argv, ended) => target?.info(line(argv, ended)),
    asked(argv, ended) {
      const command = commandLine(argv);
      const complaint = ended.code === 0 ? '' : (ended.stderr ?? '').trim();
      const isNew = complaint !== '' && complaints.get(command) !== complaint;
      if (complaint === '') complaints.delete(command);
      else complaints.set(command, complaint);
      if (isNew) target?.warn(`${line(argv, ended)}\n${complaint}`);
      else target?.debug(line(argv, ended));
    },
  };
}

const line = (argv: Argv, { code, milliseconds, failure }: Ended): string => {
  const end = failure ?? (code === undefined ? 'ended from outside' : `exit code ${code}`);
  return `${commandLine(argv)}: ${end} (${(milliseconds / 1_000).toFixed(1)} s)`;
};

/** The log of this extension, shared by everything that runs commands. */
export const commandLog = createCommandLog();
