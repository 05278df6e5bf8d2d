import { checkUnitText, type LineProblem } from '../../server/src/service/check.ts';
import type { Manager } from './verify.ts';

/** What our engine says of a unit text, asked as systemd is asked. */
export function ourProblems(name: string, text: string, options: { version: number; manager: Manager }): LineProblem[] {
  return checkUnitText(text, { path: `/etc/systemd/${options.manager}/${name}`, ...options });
}
