import { type BootTimes, duringBoot, type UnitTimes } from './boot-times.ts';

/** A unit in two boots. Times are microseconds. */
export interface ComparedUnit {
  readonly name: string;
  readonly now?: UnitTimes | undefined;
  readonly then?: UnitTimes | undefined;
  /** How much longer its start took now; undefined where one of them does not have it, or did not tell how long it took. */
  readonly slower?: number | undefined;
}

/** Two boots beside each other, what got slower most first; then what is new or gone. */
export function compareBoots(now: BootTimes, then: BootTimes): ComparedUnit[] {
  const before = new Map(duringBoot(then).map((unit) => [unit.name, unit]));
  const after = new Map(duringBoot(now).map((unit) => [unit.name, unit]));
  const names = [...new Set([...after.keys(), ...before.keys()])];
  const compared = names.map((name) => comparedUnit(name, after.get(name), before.get(name)));
  return compared.sort(
    (a, b) =>
      (b.slower ?? Number.NEGATIVE_INFINITY) - (a.slower ?? Number.NEGATIVE_INFINITY) || a.name.localeCompare(b.name),
  );
}

const comparedUnit = (name: string, now: UnitTimes | undefined, then: UnitTimes | undefined): ComparedUnit => ({
  ...{ name, now, then },
  ...(now && then && now.took > 0 && then.took > 0 && { slower: now.took - then.took }),
});

/** Differences that are worth a word: a tenth of a second, and a fifth of what it was. */
export const gotSlower = (compared: readonly ComparedUnit[]): ComparedUnit[] =>
  compared.filter(({ slower = 0, then }) => slower >= 100_000 && slower >= 0.2 * (then?.took ?? 0));

/** A measurement of a boot that is kept, so that a later one can be held against it. */
export interface KeptBoot extends BootTimes {
  readonly id: string;
}

const MOST_KEPT = 5;

/** The same with this one; of many the latest stay. */
export const keepBoot = (kept: readonly KeptBoot[], boot: KeptBoot): KeptBoot[] =>
  [boot, ...kept.filter(({ id }) => id !== boot.id)].slice(0, MOST_KEPT);

/** What is kept of a boot: the units whose start took time, and what is compared of them. */
export const asKept = (id: string, { units, finish }: BootTimes): KeptBoot => ({
  ...{ id, finish },
  units: duringBoot({ units, finish }).flatMap(({ name, start, took }) =>
    took > 0 ? [{ name, start, took, description: '', path: '' }] : [],
  ),
});
