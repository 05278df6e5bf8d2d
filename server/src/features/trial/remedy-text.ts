import type { Remedy } from './restrictions.ts';

/** What to write, as a part of a sentence. */
export const remedyText = (key: string, { add, without }: Remedy): string =>
  without ? `take ${key}= out` : `write ${add.join(' and ')}`;
