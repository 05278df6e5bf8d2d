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
import type { CheckedFile, FileFinding } from './problem.ts';
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

const sent = ({ file, complaints }: Outcome): Outcome => ({ file: file && plain(file), complaints });

/** Without trees; the text is of use only where something was found in it. */
function plain(file: CheckedFile): CheckedFile {
  const findings = file.findings.map((finding): FileFinding => {
    const { source, ...rest } = finding as FileFinding & { readonly source?: unknown };
    return rest;
  });
  return { ...file, findings, text: findings.length === 0 ? '' : file.text };
}
