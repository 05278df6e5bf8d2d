import type { FilesAmong } from '../../../engine/dialect.ts';
import type { JudgedFile } from '../../../engine/judged-file.ts';
import { clampPodman, NEWEST_PODMAN } from '../../../schema/podman.ts';
import { type Generated, generate } from '../generator/generate.ts';
import { quadletFolders, quadletRoot } from '../identify.ts';

/** What is made of a file, and of those around it. */
export interface GeneratedAmong extends Generated {
  /** The path of the file as the generator has it. */
  readonly path: string;
}

const absolute = (path: string): string => (path.startsWith('/') ? path : `/${path.replace(/^\.\//, '')}`);

/**
 * What Podman makes of a file with its drop-ins and those it refers to. Unless all files
 * are known, those that it refers to are taken to be there. Unknown keys have a rule of their own, which names all of them.
 */
export function generatedAmong({ source }: JudgedFile, among: FilesAmong | undefined): GeneratedAmong {
  const path = absolute(source.path);
  const root = quadletRoot(source.path);
  const others = (among?.files ?? []).filter((file) => absolute(file.path) !== path);
  const generated = generate({
    files: [
      { path, text: source.tree.text },
      ...others.map((file) => ({ path: absolute(file.path), text: file.text })),
    ],
    folders: root === '.' ? ['/'] : quadletFolders(root).map(absolute),
    podman: clampPodman(source.identity.podman ?? NEWEST_PODMAN),
    isUser: source.identity.manager === 'user',
    hasDevice: () => true,
    isKnownKey: () => true,
    areOthersThere: !among?.areAll,
  });
  return { ...generated, path };
}
