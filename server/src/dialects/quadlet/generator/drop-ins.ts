import { byBytes } from './lookup.ts';

/**
 * The folders with drop-ins of a file, the nearest first: `foo-bar.container.d`, for an instance `foo-bar@.container.d`,
 * `foo-.container.d`, `container.d`. Podman looks for the shortened names of templates at `foo-@.container.d`.
 */
export function dropInFolders(name: string): string[] {
  const suffix = name.slice(name.lastIndexOf('.'));
  const stem = name.slice(0, -suffix.length);
  const [unit = '', instance] = splitTemplate(stem);
  const parts = unit.split('-').slice(0, -1);
  const shortened = parts.flatMap((_, index) => {
    const prefix = `${parts.slice(0, index + 1).join('-')}-`;
    return instance === undefined ? [prefix] : [prefix, `${prefix}@`];
  });
  const folders = [...shortened, ...(instance ? [`${unit}@`] : []), stem].map((each) => `${each}${suffix}.d`);
  return [`${suffix.slice(1)}.d`, ...folders].reverse();
}

function splitTemplate(stem: string): [unit: string, instance?: string] {
  const at = stem.indexOf('@');
  return at < 0 ? [stem] : [stem.slice(0, at), stem.slice(at + 1)];
}

/**
 * The drop-ins of a file in the order they are read, that is by name; of those of one name the first found counts. Podman 5.6
 * and newer look through all folders for the nearest drop-in directory first, before that through each folder for all of them.
 */
export function dropInsOf(
  name: string,
  folders: readonly string[],
  { podman, list }: { readonly podman: number; readonly list: (folder: string) => readonly string[] },
): string[] {
  const own = dropInFolders(name);
  const places =
    podman >= 506
      ? own.flatMap((each) => folders.map((folder) => below(folder, each)))
      : folders.flatMap((folder) => own.map((each) => below(folder, each)));
  const found = new Map<string, string>();
  for (const place of places) {
    for (const file of list(place)) if (/\.conf$/.test(file) && !found.has(file)) found.set(file, `${place}/${file}`);
  }
  return [...found].sort(([a], [b]) => byBytes(a, b)).map(([, path]) => path);
}

const below = (folder: string, name: string): string => `${folder === '/' ? '' : folder}/${name}`;
