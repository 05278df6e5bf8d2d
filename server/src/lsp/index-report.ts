import { isBelow } from './folders.ts';

/** What was read, for the log: each folder and how many unit files it holds. One within another counts for itself. */
export function indexReport(folders: readonly string[], paths: Iterable<string>): string {
  const longestFirst = [...folders].sort((a, b) => b.length - a.length);
  const counts = new Map(folders.map((folder) => [folder, 0]));
  let all = 0;
  for (const path of paths) {
    all++;
    const folder = longestFirst.find((other) => isBelow(path, other));
    if (folder !== undefined) counts.set(folder, counts.get(folder)! + 1);
  }
  return [`index: ${all} unit files`, ...[...counts].map(([folder, count]) => `  ${folder}: ${count}`)].join('\n');
}
