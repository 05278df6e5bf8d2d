import type { UnitName } from '../../schema/unit-name.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import { resolveUnit } from '../../units/resolve-unit.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import type { Document } from '../document.ts';
import { distinctPlaces, type FilePlace, startOf } from '../navigation/file-place.ts';
import { referencesTo } from '../navigation/navigate.ts';
import { ownUnit, viewOf } from '../navigation/unit-at.ts';
import { installationOf } from './installed.ts';

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
  const { dropIns, title } = dropInsOf(document, name, index);
  const shown: Lens[] = [];
  if (elsewhere.length > 0)
    shown.push({ title: counted(elsewhere.length, 'reference'), type: 'references', places: elsewhere });
  if (dropIns.length > 0) shown.push({ title, type: 'drop-ins', places: dropIns.map(startOf) });
  return shown;
}

/** Those that count; of an installed unit those its manager sees, and then those of the workspace that it does not. */
function dropInsOf(document: Document, name: UnitName, index: UnitIndex) {
  const installation = installationOf(document, index);
  const others = (files: readonly IndexedFile[]) => files.filter(({ path }) => path !== document.path);
  if (!installation) {
    const dropIns = others(resolveUnit(index, name, viewOf(document, index)).dropIns);
    return { dropIns, title: counted(dropIns.length, 'drop-in') };
  }
  const seen = others(installation.installed.dropIns);
  const left = others(installation.left);
  const titles = [
    ...(seen.length > 0 ? [counted(seen.length, 'drop-in')] : []),
    ...(left.length > 0 ? [`${counted(left.length, 'drop-in')} not installed`] : []),
  ];
  return { dropIns: [...seen, ...left], title: titles.join(', ') };
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
