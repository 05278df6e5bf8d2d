/** Timers that run within the same minute or hour. */
export interface PileUp {
  /** The first moments of those minutes or hours, seconds since 1970. */
  readonly times: readonly number[];
  /** Names, sorted. */
  readonly timers: readonly string[];
}

/** What is looked at: when it runs, and how far its runs are spread by chance, in seconds. */
export interface Piling {
  readonly name: string;
  readonly runs: readonly number[];
  readonly spread: number;
}

export const MINUTE = 60;
export const HOUR = 3600;

/**
 * Where at least so many timers run in one slot (a minute or an hour, in seconds), the largest first; those with the same
 * timers are one. A timer that chance spreads over more than the slot is not among them: that is what the delay is for.
 */
export function pileUps(timers: readonly Piling[], slot: number, least: number): PileUp[] {
  const slots = new Map<number, Set<string>>();
  for (const { name, runs, spread } of timers) {
    if (spread >= slot) continue;
    for (const run of runs) {
      const at = Math.floor(run / slot) * slot;
      const names = slots.get(at) ?? new Set();
      slots.set(at, names.add(name));
    }
  }
  const groups = new Map<string, { readonly times: number[]; readonly timers: readonly string[] }>();
  for (const [at, names] of [...slots].sort(([a], [b]) => a - b)) {
    if (names.size < least) continue;
    const sorted = [...names].sort();
    const key = sorted.join(' ');
    const group = groups.get(key) ?? { times: [], timers: sorted };
    group.times.push(at);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.timers.length - a.timers.length || a.times[0]! - b.times[0]!);
}
