import type { FileAmong, FilesAmong } from '../../../engine/dialect.ts';
import type { JudgedFile } from '../../../engine/judged-file.ts';
import { clampPodman, NEWEST_PODMAN } from '../../../schema/podman.ts';
import { memoize } from '../../../text/memoize.ts';
import { dropInFolders } from '../generator/drop-ins.ts';
import { createGenerator, type GeneratedUnit, type Generator } from '../generator/generate.ts';
import { baseOf, folderOf } from '../generator/go.ts';
import type { TextFile } from '../generator/read-files.ts';
import type { Refusal } from '../generator/refusal.ts';
import { quadletFolders, quadletRoot } from '../identify.ts';

/** What is made of a file. */
export interface GeneratedAmong {
  /** The path of the file as the generator has it. */
  readonly path: string;
  /** The service, or why there is none; undefined for a file that Podman cannot read, or does not read. */
  readonly made: GeneratedUnit | Refusal | undefined;
}

export const absolutePath = (path: string): string => (path.startsWith('/') ? path : `/${path.replace(/^\.\//, '')}`);

/**
 * What Podman makes of a file with its drop-ins and those it refers to. Unless all files
 * are known, those that it refers to are taken to be there. Unknown keys have a rule of their own, which names all of them.
 */
export function generatedAmong(file: JudgedFile, among: FilesAmong | undefined): GeneratedAmong {
  const path = absolutePath(file.source.path);
  const generator = generatorAmong(file, among);
  return { path, made: generator.of(path) };
}

/** Owners of a drop-in that are looked at: one of a whole kind has as many as there are files. */
const MOST_OWNERS = 8;

/** What Podman makes of the files that a drop-in belongs to, as far as they are known. */
export function generatedWith(file: JudgedFile, among: FilesAmong | undefined): readonly GeneratedAmong[] {
  const path = absolutePath(file.source.path);
  const folder = baseOf(folderOf(path));
  const generator = generatorAmong(file, among);
  const owners = generator.paths.filter((owner) => dropInFolders(baseOf(owner)).includes(folder));
  return owners.slice(0, MOST_OWNERS).map((owner) => ({ path, made: generator.of(owner), faults: [] }));
}

/** What makes the services of all files that Podman reads with one. */
export function generatorAmong({ source }: JudgedFile, among: FilesAmong | undefined): Generator {
  const files = withText(among?.files ?? [], { path: source.path, text: source.tree.text });
  const { manager, podman = NEWEST_PODMAN } = source.identity;
  const root = quadletRoot(source.path);
  return generatorOf(files, { root, manager, podman: clampPodman(podman), areAll: among?.areAll === true });
}

/** The same list where the text is among them: what was worked out of it stays. */
function withText(files: readonly FileAmong[], own: FileAmong): readonly FileAmong[] {
  const known = textsOf(files).get(own.path);
  if (known === own.text) return files;
  return [own, ...files.filter(({ path }) => path !== own.path)];
}

const textsOf = memoize(
  (files: readonly FileAmong[]): ReadonlyMap<string, string> => new Map(files.map(({ path, text }) => [path, text])),
);

interface Among {
  readonly root: string;
  readonly manager: string;
  readonly podman: number;
  readonly areAll: boolean;
}

function generatorOf(files: readonly FileAmong[], { root, manager, podman, areAll }: Among): Generator {
  const known = generatorsOf(files);
  const key = `${manager} ${podman} ${areAll} ${root}`;
  const generator =
    known.get(key) ??
    createGenerator({
      files: placedFiles(files),
      folders: root === '.' ? ['/'] : quadletFolders(root).map(absolutePath),
      podman,
      isUser: manager === 'user',
      hasDevice: () => true,
      isKnownKey: () => true,
      areOthersThere: !areAll,
    });
  known.set(key, generator);
  return generator;
}

const generatorsOf = memoize((_: readonly FileAmong[]) => new Map<string, Generator>());

const placedFiles = memoize((files: readonly FileAmong[]): readonly TextFile[] => files.map(placed));

/** One object a text: it is parsed once. */
const placed = memoize(
  (file: FileAmong): TextFile =>
    file.path.startsWith('/') ? file : { path: absolutePath(file.path), text: file.text },
);
