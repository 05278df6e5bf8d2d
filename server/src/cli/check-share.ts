import { filledRound, outcomeOf } from './check-files.ts';
import {
  type Answer,
  type CheckTask,
  type Outcome,
  portion,
  portions,
  type ReadShare,
  readShare,
} from './check-threads.ts';
import type { CliHost } from './host.ts';
import { rootedHost } from './rooted-host.ts';

/** How a thread that helps speaks with the one that started it. */
interface MainThread {
  tell(message: ReadShare | Answer): void;
  /** What it tells next. */
  told(): Promise<unknown>;
}

/** What a thread does that helps with a check. */
export async function judgeShare(
  machine: CliHost,
  { options, paths, next, reading }: CheckTask,
  { tell, told }: MainThread,
): Promise<void> {
  const host = options.root === undefined ? machine : rootedHost(machine, options.root);
  const round = await filledRound(host, options, {
    paths,
    async read(texts) {
      tell({ read: readShare(texts, reading) });
      texts.setRead(((await told()) as ReadShare).read);
    },
  });
  for (const first of portions(next, paths.length)) {
    const outcomes = portion(paths, first).map((path) => outcomeOf(host, path, { round, options }));
    tell({ first, outcomes: outcomes.map(sent) });
  }
}

/** The text is of use only where something was found in it. */
const sent = ({ file, complaints }: Outcome): Outcome => ({
  file: file && { ...file, text: file.findings.length === 0 ? '' : file.text },
  complaints,
});
