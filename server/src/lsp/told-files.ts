import { folderAbove } from './project-settings.ts';

/**
 * What the client has told of files that came and went. A folder is listed while the server does other things: by the time the list
 * is read, a file in it may be told to be gone.
 */
export interface ToldFiles {
  /** How much was told so far. */
  now(): number;
  tell(path: string, isThere: boolean): void;
  /** Whether a file is there, by what was told since then of it or of a folder above it; undefined where nothing was. */
  since(path: string, then: number): boolean | undefined;
}

interface Told {
  readonly at: number;
  readonly isThere: boolean;
}

export function createToldFiles(): ToldFiles {
  const last = new Map<string, Told>();
  let now = 0;
  return {
    now: () => now,
    tell(path, isThere) {
      now += 1;
      last.set(path, { at: now, isThere });
    },
    since(path, then) {
      let newest: Told | undefined;
      for (let each = path; each.length > 1; each = folderAbove(each)) {
        const told = last.get(each);
        // That a folder is there says nothing of its files.
        if (told && told.at > (newest?.at ?? then) && (each === path || !told.isThere)) newest = told;
      }
      return newest?.isThere;
    },
  };
}
