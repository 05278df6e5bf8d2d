import { mindsMode } from '../dialects/networkd/rules/world-readable-key.ts';
import type { Surroundings } from '../features/diagnostics.ts';
import { wideEncoding } from '../syntax/wide-text.ts';
import type { Runtime } from './runtime.ts';

/** What an editor does not show of a file: it decodes UTF-16, a text that systemd never sees, and has no modes. */
type Saved = Pick<Surroundings, 'savedAs' | 'isPrivate'>;

/** How open files lie on disk. */
export interface SavedFiles {
  /** Empty while nobody has looked. */
  of(path: string): Saved;
  /** Looks at the file; whether there is anything new. */
  look(path: string): Promise<boolean>;
  forget(path: string): void;
}

export function createSavedFiles({ readText, files }: Pick<Runtime, 'readText' | 'files'>): SavedFiles {
  const known = new Map<string, Saved>();
  return {
    of: (path) => known.get(path) ?? {},
    async look(path) {
      const before = known.get(path);
      const savedAs = wideEncoding((await readText(path)) ?? '');
      const isPrivate = mindsMode(path) && (await files?.look(path))?.isPrivate === true;
      if (savedAs || isPrivate) known.set(path, { savedAs, isPrivate });
      else known.delete(path);
      return savedAs !== before?.savedAs || isPrivate !== (before?.isPrivate ?? false);
    },
    forget: (path) => void known.delete(path),
  };
}
