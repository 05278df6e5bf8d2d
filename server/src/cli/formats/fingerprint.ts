import { createHash } from 'node:crypto';
import { type CheckedFile, type CheckProblem, problemsOf } from '../problem.ts';

interface Fingerprinted {
  readonly problem: CheckProblem;
  /** The same when its line has only moved, so that services do not take it for a new one; another for each of a file. */
  readonly fingerprint: string;
}

/** The problems of a file, each with a name of its own. */
export function fingerprinted(file: CheckedFile): Fingerprinted[] {
  // Of what is not shown no trace is left either.
  const lines = file.isSecret ? [] : file.text.split(/\r\n|\n|\r/);
  const seen = new Map<string, number>();
  return problemsOf(file).map((problem) => {
    const about = `${problem.code}\n${lines[problem.line - 1]?.trim() ?? ''}`;
    const count = (seen.get(about) ?? 0) + 1;
    seen.set(about, count);
    return { problem, fingerprint: hash(`${about}\n${count}`) };
  });
}

/** As long as services ask for. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
