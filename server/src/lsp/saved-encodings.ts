import { type WideEncoding, wideEncoding } from '../syntax/wide-text.ts';
import type { Runtime } from './runtime.ts';

/** In which encodings open files lie on disk: an editor decodes UTF-16 and shows a text that systemd never sees. */
export interface SavedEncodings {
  /** Undefined for UTF-8, and while nobody has looked. */
  of(path: string): WideEncoding | undefined;
  /** Looks at the file; whether there is anything new. */
  look(path: string): Promise<boolean>;
  forget(path: string): void;
}

export function createSavedEncodings({ readText }: Pick<Runtime, 'readText'>): SavedEncodings {
  const known = new Map<string, WideEncoding>();
  return {
    of: (path) => known.get(path),
    async look(path) {
      const before = known.get(path);
      const found = wideEncoding((await readText(path)) ?? '');
      if (found) known.set(path, found);
      else known.delete(path);
      return found !== before;
    },
    forget: (path) => void known.delete(path),
  };
}
