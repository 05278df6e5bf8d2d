import { dialectOf } from '../../dialects/index.ts';
import { parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import type { Span } from '../../text/span.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import type { LineSpan } from '../../units/relations.ts';
import { unitMeant, type Viewpoint } from '../../units/resolve-unit.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { locate, locateSource, roleOf, searchFolderOf } from '../../units/unit-location.ts';
import { type Document, placeAt } from '../document.ts';
import { referencesAround } from '../references.ts';

/** A unit at a place of a document: one named there, or the document's own. */
export interface UnitAt {
  readonly name: UnitName;
  /** What names it: a word of a value, or the header the cursor is on. */
  readonly span: Span;
  readonly isOwn: boolean;
}

/** The unit named under the cursor; outside of values that name units, the unit of the document. */
export function unitAt(document: Document, offset: number, index: UnitIndex): UnitAt | undefined {
  const reference = referencesAround(document, offset).find(
    ({ type, start, end }) => type === 'unit' && start <= offset && offset <= end,
  );
  const named = reference && parseUnitName(unitMeant(index, reference.target, viewOf(document, index)));
  if (named) return { name: named, span: { start: reference.start, end: reference.end }, isOwn: false };
  if (reference && !named) return undefined;
  const name = ownUnit(document, index);
  const place = placeAt(document, offset);
  const span = place.at === 'header' ? place.node.textSpan : place.at === 'key' ? place.node.keySpan : undefined;
  return name && { name, span: span ?? { start: offset, end: offset }, isOwn: true };
}

/** The unit a document is a file of, or that another program makes of it: drop-ins may tell how that is called. */
export function ownUnit({ judged, path }: Document, index: UnitIndex): UnitName | undefined {
  if (!judged) return undefined;
  const { identity } = judged.source;
  const made = identity.unit ? undefined : dialectOf(identity).nameMade?.(judged);
  if (!made) return identity.unit;
  const file = index.file(path);
  const known = file?.source ? file : file && index.sourcesNamed(file.owner).find(({ tree }) => tree === file.tree);
  return known ? parseUnitName(known.owner) : made;
}

/** From where the document sees other units. */
export function viewOf(document: Document, index: UnitIndex): Viewpoint {
  const { path } = document;
  const file = index.file(path);
  if (file) return file;
  const source = index.sources?.roleOf(path);
  if (source) return locateSource(source, { system: [], user: [] });
  const location = locate(searchFolderOf(path, roleOf(path)?.role ?? 'fragment'), { system: [], user: [] });
  return { tree: location.tree, manager: document.judged?.source.identity.manager ?? location.manager };
}

/** A place in some file, open or not. */
export interface FilePlace extends LineSpan {
  readonly path: string;
}

export const startOf = ({ path }: Pick<IndexedFile, 'path'>): FilePlace => ({ path, line: 0, start: 0, end: 0 });

/** What is said in a file. */
interface Said {
  readonly file?: Pick<IndexedFile, 'path'>;
  readonly at?: LineSpan;
}

/** Where an edge is said: in a line, or by a link that is there. */
export function placeOf({ file, at }: Said): FilePlace | undefined {
  if (!file) return undefined;
  return at ? { path: file.path, ...lineSpan(at) } : startOf(file);
}

/** The place of something that has more to say. */
export const lineSpan = ({ line, start, end, bytes }: LineSpan): LineSpan => ({
  line,
  start,
  end,
  ...(bytes && { bytes }),
});

/** The same place once. */
export function distinctPlaces(places: readonly FilePlace[]): FilePlace[] {
  const seen = new Map(places.map((place) => [`${place.path}:${place.line}:${place.start}`, place]));
  return [...seen.values()];
}
