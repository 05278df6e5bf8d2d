import { setFlagsFromString } from 'node:v8';

/**
 * While units are read V8 makes the space for young objects grow to 16 MB, twice over, and waits long before it looks for
 * garbage among the old. It asks these flags each time it decides on that, and only a long text needs what they deny.
 */
export function spareMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--optimize-for-size');
}

/** Asked for with each edit of a long text: V8 changes its mind at once, and does not mind being told again. */
export function spendMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
  setFlagsFromString('--no-optimize-for-size');
}
