import type { Runtime } from './runtime.ts';

/** What a file held, and whether nobody has begun to read it again meanwhile. */
export interface Reading {
  readonly text: string | undefined;
  readonly isLast: boolean;
}

/** Reads files that change while they are read: a reading that began before another may end after it, and what it has is old. */
export function lastReadings({ readText }: Pick<Runtime, 'readText'>): (path: string) => Promise<Reading> {
  const last = new Map<string, object>();
  return async (path) => {
    const own = {};
    last.set(path, own);
    const text = await readText(path);
    const isLast = last.get(path) === own;
    if (isLast) last.delete(path);
    return { text, isLast };
  };
}
