import { stopsInstead } from '../values/problem.ts';
import type { JudgedFile } from './judged-file.ts';
import type { Finding } from './rule.ts';

/** How to say what makes systemd stop reading: of a fragment it refuses the unit, of a drop-in it skips the rest. */
export const fatal = ({ source }: JudgedFile, message: string): Pick<Finding, 'severity' | 'message'> =>
  source.identity.role === 'drop-in'
    ? { severity: 'warning', message: stopsInstead(message) }
    : { severity: 'error', message };
