import type { Manager } from '../../schema/file-kind.ts';

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
