import type { FileAmong } from '../../../engine/dialect.ts';
import type { JudgedFile } from '../../../engine/judged-file.ts';
import { type Generated, generate } from '../generator/generate.ts';
import { isPodmansFolder, quadletRoot } from '../identify.ts';
import { NEWEST_PODMAN } from '../keys.ts';

/** What is made of a file, and of those around it. */
export interface GeneratedAmong extends Generated {
  /** The path of the file as the generator has it. */
  readonly path: string;
  /** Whether all files that Podman could find are among those read. */
  readonly isComplete: boolean;
}

const absolute = (path: string): string => (path.startsWith('/') ? path : `/${path.replace(/^\.\//, '')}`);

/**
 * What Podman makes of a file with its drop-ins and those it refers to. By itself, or in a folder that is not one of Podman's,
 * files that it refers to are taken to be there. Unknown keys have a rule of their own, which names all of them.
 */
export function generatedAmong({ source }: JudgedFile, among: readonly FileAmong[] | undefined): GeneratedAmong {
  const path = absolute(source.path);
  const root = quadletRoot(source.path);
  const others = (among ?? []).filter((file) => absolute(file.path) !== path);
  const isComplete = among !== undefined && isPodmansFolder(root);
  const generated = generate({
    files: [
      { path, text: source.tree.text },
      ...others.map((file) => ({ path: absolute(file.path), text: file.text })),
    ],
    folders: [absolute(root === '.' ? '/' : root)],
    podman: NEWEST_PODMAN,
    isUser: source.identity.manager === 'user',
    hasDevice: () => true,
    isKnownKey: () => true,
    areOthersThere: !isComplete,
  });
  return { ...generated, path, isComplete };
}
