import type { FilesAmong, MadeUnit } from '../../engine/dialect.ts';
import type { LineOrigin } from '../../engine/judged-block.ts';
import type { JudgedFile } from '../../engine/judged-file.ts';
import { dropInFolders } from './generator/drop-ins.ts';
import type { GeneratedUnit, Generator } from './generator/generate.ts';
import { baseOf, folderOf } from './generator/go.ts';
import { Refusal } from './generator/refusal.ts';
import { absolutePath, generatorAmong } from './rules/generated.ts';
import { messageOf } from './rules/refused.ts';

/** The service Podman makes of a file, for a drop-in that of the first file it belongs to; or why it makes none. */
export function madeUnit(file: JudgedFile, among: FilesAmong | undefined): MadeUnit | { readonly refusal: string } {
  const { path, identity } = file.source;
  const generator = generatorAmong(file, among);
  const own = absolutePath(path);
  const source = identity.role === 'drop-in' ? ownerOf(own, generator) : own;
  if (source === undefined) return { refusal: 'This drop-in does not belong to any Quadlet file here.' };
  const made = generator.of(source);
  if (made instanceof Refusal) return { refusal: messageOf(made, identity.kind) };
  if (made)
    return shown(
      made,
      new Map([...(among?.files ?? []), { path }].map((each) => [absolutePath(each.path), each.path])),
    );
  const fault = generator.faults.find((each) => each.path === source || each.lost.includes(source));
  const where = fault ? `line ${fault.line} of ${baseOf(fault.path)}` : baseOf(source);
  return { refusal: `Podman cannot read ${where}, and does not generate a service from any file in the same folder.` };
}

const ownerOf = (dropIn: string, { paths }: Generator): string | undefined =>
  paths.find((path) => dropInFolders(baseOf(path)).includes(baseOf(folderOf(dropIn))));

/** The lines as the editor has them, with the paths that it knows. */
function shown({ name, text, lines }: GeneratedUnit, paths: ReadonlyMap<string, string>): MadeUnit {
  // A blank line stands in the file as well, but nobody asks from where.
  const origins = lines.flatMap(({ key, value, origins: from }, line) =>
    (key === undefined && value.trim() === '' ? [] : from).map(
      (origin): LineOrigin => ({
        line,
        path: paths.get(origin.path) ?? origin.path,
        sourceLine: origin.line - 1,
      }),
    ),
  );
  const added = lines.flatMap(({ key, origins: from }, line) => (key !== undefined && from.length === 0 ? [line] : []));
  return { name, text, origins, by: 'Podman', added };
}
