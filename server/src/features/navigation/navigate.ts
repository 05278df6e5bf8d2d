import { mountNames } from '../../schema/escape.ts';
import { parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import type { Span } from '../../text/span.ts';
import { atOnce, type TimeSliced } from '../../text/time-slices.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import type { LineSpan } from '../../units/relations.ts';
import { resolveUnit, type Viewpoint } from '../../units/resolve-unit.ts';
import { dropInsOfUnit, filesOf } from '../../units/resolved-units.ts';
import { unitGraph } from '../../units/unit-graph.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { traitsOf } from '../../values/traits.ts';
import { type Document, placeAt } from '../document.ts';
import { referencesAround } from '../references.ts';
import { partnersByName } from './partners-of.ts';
import { distinctPlaces, type FilePlace, placeOf, startOf, unitAt, viewOf } from './unit-at.ts';

/** Where a definition lies: a file, and the place in it where there is a better one than its start. */
export interface DefinitionTarget {
  readonly path: string;
  readonly place?: LineSpan;
  /** What was pointed at. */
  readonly origin: Span;
}

/**
 * The file that systemd loads for the unit under the cursor; its drop-ins where it has none. On a header the unit's
 * partners, what it starts and what starts it; in a drop-in the unit it changes. On a path of `RequiresMountsFor=` the
 * mount units it lies on.
 */
export function definition(document: Document, offset: number, index: UnitIndex): DefinitionTarget[] {
  const mounts = mountsAt(document, offset, index);
  if (mounts.length > 0) return mounts;
  const at = unitAt(document, offset, index);
  if (!at) return [];
  const targets = (files: readonly IndexedFile[]): DefinitionTarget[] =>
    files.map(({ path }) => ({ path, origin: at.span }));
  const unit = resolveUnit(index, at.name, viewOf(document, index));
  if (!at.isOwn) return targets(unit.fragment ? [unit.fragment] : unit.dropIns);
  if (placeAt(document, offset).at !== 'header') return [];
  if (document.judged?.source.identity.role === 'drop-in') return targets(unit.fragment ? [unit.fragment] : []);
  const view = viewOf(document, index);
  const partners = partnersByName(index, at.name, view).flatMap(
    (name) => resolveUnit(index, name, view).fragment ?? [],
  );
  return targets([...partners, ...dropInsOfUnit(unit)]);
}

function mountsAt(document: Document, offset: number, index: UnitIndex): DefinitionTarget[] {
  const path = referencesAround(document, offset).find(
    ({ assignment: { directive }, start, end }) =>
      start <= offset && offset <= end && directive && traitsOf(directive)?.holds === 'mounts',
  );
  if (!path) return [];
  return mountNames(path.target).flatMap((text): DefinitionTarget[] => {
    const name = parseUnitName(text);
    const fragment = name && resolveUnit(index, name, viewOf(document, index)).fragment;
    return fragment ? [{ path: fragment.path, origin: { start: path.start, end: path.end } }] : [];
  });
}

/** The fragment of the unit under the cursor, or of the document's own. */
export function declaration(document: Document, offset: number, index: UnitIndex): FilePlace[] {
  const unit = resolvedAt(document, offset, index);
  return unit?.fragment ? [startOf(unit.fragment)] : [];
}

/** Its drop-ins, in the order systemd reads them. */
export function implementations(document: Document, offset: number, index: UnitIndex): FilePlace[] {
  const unit = resolvedAt(document, offset, index);
  return unit ? dropInsOfUnit(unit).map(startOf) : [];
}

/** Who names the unit under the cursor. */
export function* referencesAt(document: Document, offset: number, options: ReferenceOptions): TimeSliced<FilePlace[]> {
  const at = unitAt(document, offset, options.index);
  return at ? yield* referencesInSlices(at.name, viewOf(document, options.index), options) : [];
}

interface ReferenceOptions {
  readonly index: UnitIndex;
  readonly withDeclaration: boolean;
  /** Files that are no units and name one. */
  readonly mentions?: ((name: UnitName, view: Viewpoint) => readonly FilePlace[]) | undefined;
}

/** Who names a unit, in text or by a link in a folder; its own files first when they are asked for. */
export const referencesTo = (name: UnitName, from: Document, options: ReferenceOptions): FilePlace[] =>
  atOnce(referencesInSlices(name, viewOf(from, options.index), options));

/** The same, as it is seen from somewhere. */
export function* referencesInSlices(
  name: UnitName,
  view: Viewpoint,
  { index, withDeclaration, mentions }: ReferenceOptions,
): TimeSliced<FilePlace[]> {
  const graph = unitGraph(index, view);
  const own = graph.unit(name.text);
  const files = own && withDeclaration ? filesOf(own) : [];
  const places = (yield* graph.incomingInSlices(name.text)).flatMap((edge) => placeOf(edge) ?? []);
  return distinctPlaces([...files.map(startOf), ...places, ...(mentions?.(name, view) ?? [])]);
}

function resolvedAt(document: Document, offset: number, index: UnitIndex) {
  const at = unitAt(document, offset, index);
  return at && resolveUnit(index, at.name, viewOf(document, index));
}
