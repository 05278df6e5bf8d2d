import { setFlagsFromString } from 'node:v8';

interface Flags {
  /**
   * V8 soon makes fast code of functions that ran some hundred times. A check of a thousand units is over before that
   * pays: one of 2,800 files computes 2.4 s with this and 3.5 s without.
   */
  readonly patient: readonly string[];
  /**
   * While units are read V8 makes the space for young objects grow to 16 MB, twice over, and waits long before it looks
   * for garbage among the old. It asks these flags each time it decides on that.
   * A server with a thousand units open has 105 MB with both, 120 MB with the first alone, 174 MB without.
   */
  readonly sparing: readonly string[];
  /**
   * Only a long text needs what the sparing ones deny: fast code, and fewer searches for garbage. The old are let grow by three
   * tenths of what is alive and no more: as V8 begins it keeps three times as much, which is garbage of former keystrokes.
   */
  readonly spending: readonly string[];
}

/**
 * V8 has other threads help it when it looks through young objects, and waits for them: where the machine is busy they come late.
 * Among builds of others that took a tenth of a second and more again and again; alone it takes a few milliseconds, as with help.
 */
const ALONE = '--no-parallel-scavenge';

const memory = {
  sparing: ['--semi-space-growth-factor=1', '--optimize-for-size', ALONE],
  spending: ['--no-optimize-for-size', '--heap-growing-percent=30'],
};

const byMajor: Readonly<Record<string, Flags>> = {
  11: { ...memory, patient: ['--interrupt-budget=1000000', ALONE] },
  12: { ...memory, patient: ['--invocation-count-for-turbofan=50000', ALONE] },
  13: { ...memory, patient: ['--invocation-count-for-turbofan=50000', ALONE] },
};

/** Only those of the V8 in Node 20, 22 and 24, which were tried: of a flag it does not know V8 complains to the user. */
export const v8Flags = (version: string): Flags | undefined => byMajor[version.split('.', 1)[0]!];

/** V8 changes its mind at once, and does not mind being told again. */
export function setV8Flags(use: keyof Flags): void {
  for (const flag of v8Flags(process.versions.v8)?.[use] ?? []) setFlagsFromString(flag);
}
