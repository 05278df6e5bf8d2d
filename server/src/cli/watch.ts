import { UNSEARCHED } from './collect.ts';
import { type CliHost, UsageError } from './host.ts';
import { absolute } from './paths.ts';

export interface WatchRound {
  readonly status: number;
  /** Folders in which a change matters. */
  readonly folders: readonly string[];
}

export interface Watched {
  /** Folders in which a change matters before the first round has told. */
  readonly folders: readonly string[];
  /** Hears which paths have changed; undefined at first. */
  run(changed: ReadonlySet<string> | undefined): Promise<WatchRound>;
}

/**
 * Does something, and again at every change of files in the folders it names, until it is told to stop. Changes during a round are
 * for the next one: what is watched is exchanged, and never left alone.
 * @returns the exit status of the last round
 */
export async function watching(host: CliHost, { folders, run }: Watched): Promise<number> {
  const { watchFolders, stopped } = host;
  if (!watchFolders || !stopped) throw new UsageError('--watch cannot watch files here');
  let changed: Set<string> | undefined;
  let isOver = false;
  let wake = (): void => {};
  const heard = (paths: ReadonlySet<string>): void => {
    changed = new Set([...(changed ?? []), ...paths]);
    wake();
  };
  const over = stopped().then(() => {
    isOver = true;
    wake();
  });
  const stops = [await watchFolders(folders, heard)];
  let round = await run(undefined);
  while (!isOver) {
    stops.push(await watchFolders(round.folders, heard));
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (isOver || changed) resolve();
    });
    // What the older ones have noticed and not told yet, the last has noticed too by now.
    for (const stop of stops.splice(0, stops.length - 1)) stop();
    const paths = changed;
    changed = undefined;
    if (!isOver) round = await run(paths);
  }
  for (const stop of stops) stop();
  await over;
  return round.status;
}

/** The folders given with all below them, and those of the files given, by absolute paths. */
export function foldersToWatch(host: CliHost, paths: readonly string[]): string[] {
  const found = new Set<string>();
  const walk = (folder: string): void => {
    found.add(folder);
    for (const { name, type } of entriesOf(host, folder))
      if (type === 'directory' && !UNSEARCHED.has(name)) walk(host.join(folder, name));
  };
  for (const path of paths.filter((each) => each !== '-').map((each) => absolute(host, each))) {
    if (host.kindOf(path) === 'directory') walk(path);
    else found.add(host.join(path, '..'));
  }
  return [...found];
}

/** One that is gone by now has none. */
function entriesOf(host: CliHost, folder: string): ReturnType<CliHost['readDirectory']> {
  try {
    return host.readDirectory(folder);
  } catch {
    return [];
  }
}
