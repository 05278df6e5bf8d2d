import { resolveUnit } from '../../units/resolve-unit.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import type { Document } from '../document.ts';
import { referencesTo } from './navigate.ts';
import { distinctPlaces, type FilePlace, startOf } from './place.ts';
import { ownUnit, viewOf } from './unit-at.ts';

/** What stands above the first line: a title and the places it leads to. */
export interface Lens {
  readonly title: string;
  readonly type: 'references' | 'drop-ins';
  readonly places: readonly FilePlace[];
}

export function lenses(document: Document, index: UnitIndex): Lens[] {
  const name = ownUnit(document);
  if (!name) return [];
  const references = referencesTo(name, document, { index, withDeclaration: false });
  const elsewhere = distinctPlaces(references).filter(({ path }) => path !== document.path);
  const dropIns = resolveUnit(index, name, viewOf(document, index)).dropIns.filter(
    ({ path }) => path !== document.path,
  );
  const shown: Lens[] = [];
  if (elsewhere.length > 0)
    shown.push({ title: counted(elsewhere.length, 'reference'), type: 'references', places: elsewhere });
  if (dropIns.length > 0)
    shown.push({ title: counted(dropIns.length, 'drop-in'), type: 'drop-ins', places: dropIns.map(startOf) });
  return shown;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
