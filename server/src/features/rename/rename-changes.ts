import { isTemplate, type UnitName } from '../../schema/unit-name.ts';
import { atOnce, inTimeSlices, type TimeSliced } from '../../text/time-slices.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import type { LineSpan } from '../../units/relations.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { baseOf, folderOf } from '../../units/unit-location.ts';
import { type FilePlace, lineSpan } from '../navigation/unit-at.ts';

/** One change of a rename; `with` names the partner it belongs to, which is asked about. */
export type RenameChange = { readonly with?: string } & (
  | ({ readonly type: 'text'; readonly text: string } & FilePlace)
  | { readonly type: 'file'; readonly from: string; readonly to: string }
);

export const isOfWorkspace = ({ origin }: IndexedFile): boolean => origin === 'workspace';

/**
 * Text first: once a file has its new name, places in the old one are gone. Then links in the `.wants/` folders of
 * others, then the unit's own folders, then its files.
 */
export const changesOf = (...asked: Parameters<typeof changesInSlices>): RenameChange[] =>
  atOnce(changesInSlices(...asked));

/** The same in time slices: thousands of files may name a unit. */
export function* changesInSlices(
  index: UnitIndex,
  from: UnitName,
  to: UnitName,
  includes: (file: IndexedFile) => boolean = () => true,
): TimeSliced<RenameChange[]> {
  const files = [...index.files()].filter((file) => isOfWorkspace(file) && includes(file));
  const naming = new Set(index.naming(from.text));
  const texts: RenameChange[] = [];
  yield* inTimeSlices(files, (file) => {
    if (naming.has(file)) texts.push(...textChanges(file, from, to));
  });
  const links = files.flatMap(({ path, link }) => moved(path, link && renamed(link.name, from, to)));
  const folders = files.flatMap(({ path, role, owner }) =>
    role === 'fragment' ? [] : moved(folderOf(path), renamedOwner(owner, folderOf(path), { from, to })),
  );
  const fragments = files.flatMap(({ path, role, owner, source }) =>
    role === 'fragment' && !source ? moved(path, renamed(owner, from, to)) : [],
  );
  return [...texts, ...links, ...distinct(folders), ...fragments];
}

/** The same of a file from which another program makes a unit: the file, folders of its drop-ins, and where it is named. */
export function sourceChanges(
  index: UnitIndex,
  { from, to }: { readonly from: string; readonly to: string },
  includes: (file: IndexedFile) => boolean,
): RenameChange[] {
  const files = [...index.files()].filter((file) => isOfWorkspace(file) && includes(file));
  const texts = files.flatMap(({ path, facts }) =>
    facts.relations.flatMap((relation): RenameChange[] =>
      relation.written === from ? [{ type: 'text', path, ...lineSpan(relation), text: to }] : [],
    ),
  );
  const folders = files.flatMap(({ path, role, owner }) =>
    role === 'drop-in' && owner === from ? moved(folderOf(path), `${to}.d`) : [],
  );
  const sources = files.flatMap(({ path, source }) => (source?.name === from ? moved(path, to) : []));
  return [...distinct(texts), ...distinct(folders), ...sources];
}

const moved = (path: string, name: string | undefined): RenameChange[] =>
  name === undefined ? [] : [{ type: 'file', from: path, to: `${folderOf(path)}/${name}` }];

/** The new name of a unit, or of an instance of a template; undefined for units that keep theirs. */
function renamed(name: string, from: UnitName, to: UnitName): string | undefined {
  if (name === from.text) return to.text;
  return isInstanceOf(name, from) ? `${to.prefix}${name.slice(from.prefix.length)}` : undefined;
}

/** `a.service.d`, `a.service.wants` and their like. */
function renamedOwner(
  owner: string,
  folder: string,
  { from, to }: { readonly from: UnitName; readonly to: UnitName },
): string | undefined {
  const name = renamed(owner, from, to);
  return name && `${name}${baseOf(folder).slice(owner.length)}`;
}

const isInstanceOf = (name: string, template: UnitName): boolean =>
  isTemplate(template) && name.startsWith(`${template.prefix}@`) && name.endsWith(`.${template.kind}`);

/** A folder is known by every file in it; a word may stand for several directives. */
const distinct = (changes: readonly RenameChange[]): RenameChange[] => [
  ...new Map(
    changes.map((change) => [
      change.type === 'file' ? change.from : `${change.line}:${change.start} ${change.path}`,
      change,
    ]),
  ).values(),
];

/** A name with specifiers in it follows by itself, or cannot be told; it stays. */
function textChanges({ path, facts }: IndexedFile, from: UnitName, to: UnitName): RenameChange[] {
  return facts.relations.flatMap((relation): RenameChange[] => {
    const { written } = relation;
    if (written === from.text) return [{ type: 'text', path, ...lineSpan(relation), text: to.text }];
    if (!isInstanceOf(written, from)) return [];
    return [{ type: 'text', path, ...firstOf(lineSpan(relation), from.prefix.length), text: to.prefix }];
  });
}

/** The first characters of a unit's name, of which each is one byte. */
const firstOf = ({ line, start, bytes }: LineSpan, count: number): LineSpan => ({
  line,
  start,
  end: start + count,
  ...(bytes && { bytes: { start: bytes.start, end: bytes.start + count } }),
});
