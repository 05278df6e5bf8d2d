import { printableLine } from '../text/printable.ts';
import { type CheckArguments, readCheckArguments } from './check-arguments.ts';
import { type CheckResult, checkOnce, tell } from './check-round.ts';
import { complain } from './door.ts';
import { plural } from './formats/summary.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { absolute } from './paths.ts';
import { type CheckedFile, problemsOf } from './problem.ts';
import { foldersToWatch, watching } from './watch.ts';

/**
 * Checks, and again whenever a file changes, a setting too. Everything is judged anew, as what one unit says counts for others;
 * what is said of a file is repeated only where it is something else.
 */
export function watchChecks(host: CliHost, args: readonly string[]): Promise<number> {
  const { paths } = readCheckArguments(host, args);
  let folders = foldersToWatch(host, paths);
  let said: ReadonlyMap<string, string> = new Map();
  let status: number = EXIT.clean;
  complain(host, `watching ${plural(folders.length, 'folder')}; Ctrl+C ends`);
  return watching(host, {
    folders,
    async run(changed) {
      try {
        const options = readCheckArguments(host, args);
        folders = foldersToWatch(host, options.paths);
        const own = [options.outputFile, options.baseline]
          .flatMap((path) => path ?? [])
          .map((path) => absolute(host, path));
        if (changed && [...changed].every((path) => own.includes(path))) return { status, folders };
        const result = await checkOnce(host, options);
        const now = new Map(result.files.map((file) => [file.path, wordsOn(file)]));
        tellChanges(host, result, { options, before: changed && said, now });
        said = now;
        status = result.status;
      } catch (error) {
        if (!changed || !(error instanceof UsageError)) throw error;
        complain(host, error.message);
        status = EXIT.failure;
      }
      return { status, folders };
    },
  });
}

interface Said {
  readonly options: CheckArguments;
  /** What was said of each file; undefined at first. */
  readonly before: ReadonlyMap<string, string> | undefined;
  readonly now: ReadonlyMap<string, string>;
}

function tellChanges(host: CliHost, result: CheckResult, { options, before, now }: Said): void {
  if (!before) {
    tell(host, result, options);
    return;
  }
  const isNews = ({ path }: CheckedFile): boolean => (before.get(path) ?? NOTHING) !== now.get(path);
  for (const [path, words] of before)
    if (words !== NOTHING && (now.get(path) ?? NOTHING) === NOTHING)
      host.stdout(`${printableLine(path)}: ${now.has(path) ? 'nothing found any more' : 'gone'}\n`);
  tell(host, result, options, (file) => isNews(file) && now.get(file.path) !== NOTHING);
}

const wordsOn = (file: CheckedFile): string => JSON.stringify(problemsOf(file));
const NOTHING = '[]';
