import { complain } from './door.ts';
import type { CliHost } from './host.ts';

/** What kept a command from its work, said as it comes up. */
export interface Complaints {
  /** Something could not be read or written. */
  error(message: string): void;
  /** Something was named that holds nothing to judge, which passes for a success if nobody says so. */
  empty(message: string): void;
  /** Something the user should know, which is in nobody's way. */
  note(message: string): void;
  /** Errors so far. */
  readonly count: number;
  /** Whether the work was not done as asked. */
  readonly failed: boolean;
}

export interface Manner {
  /** The user does not mind when there is nothing to judge. */
  readonly allowEmpty: boolean;
  readonly quiet?: boolean;
}

export function complaintsTo(host: CliHost, { allowEmpty, quiet = false }: Manner): Complaints {
  let errors = 0;
  let failed = false;
  return {
    error(message) {
      errors++;
      failed = true;
      complain(host, message);
    },
    empty(message) {
      failed ||= !allowEmpty;
      if (!(allowEmpty && quiet)) complain(host, message);
    },
    note: (message) => complain(host, message),
    get count() {
      return errors;
    },
    get failed() {
      return failed;
    },
  };
}

/** An error or an empty thing, to be complained of later. */
export interface Complaint {
  readonly kind: 'error' | 'empty';
  readonly message: string;
}

/** Complaints of one file among many that are judged at once: they are said in the order of the files. */
export const recorded = (said: Complaint[]): Pick<Complaints, 'error' | 'empty'> => ({
  error: (message) => void said.push({ kind: 'error', message }),
  empty: (message) => void said.push({ kind: 'empty', message }),
});
