import type { UnitName } from '../../schema/unit-name.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import { type ResolvedUnit, resolveUnit, type Viewpoint } from '../../units/resolve-unit.ts';
import { dropInsOfUnit } from '../../units/resolved-units.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { baseOf, treeOf } from '../../units/unit-location.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import { mentionsInLines } from '../lines/unit-mentions.ts';
import { referencesTo } from '../navigation/navigate.ts';
import { distinctPlaces, type FilePlace, ownUnit, startOf, viewOf } from '../navigation/unit-at.ts';

/** What stands above the first line: a title and the places it leads to. */
export interface Lens {
  readonly title: string;
  readonly type: 'references' | 'drop-ins';
  readonly places: readonly FilePlace[];
}

export function lenses(document: Document, { units: index, lines }: Pick<Environment, 'units' | 'lines'>): Lens[] {
  const name = ownUnit(document, index);
  if (!name) return [];
  const mentions = (unit: UnitName, view: Viewpoint): FilePlace[] => mentionsInLines(unit, view, lines);
  const references = referencesTo(name, document, { index, withDeclaration: false, mentions });
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
    const dropIns = others(dropInsOfUnit(resolveUnit(index, name, viewOf(document, index))));
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

/** A unit as its workspace would give it, beside what its manager finds on the machine. */
interface Installation {
  /** What the machine's unit paths hold of it. */
  readonly installed: ResolvedUnit;
  /** Drop-ins of the workspace that are not among them: the manager does not see them. */
  readonly left: readonly IndexedFile[];
}

/**
 * The unit of a file outside of the unit paths, as the machine has it; undefined where it has none, and for files that
 * are in the unit paths themselves.
 */
export function installationOf(document: Document, index: UnitIndex): Installation | undefined {
  const name = ownUnit(document, index);
  const view = viewOf(document, index);
  const tree = treeOf('', view.manager);
  if (!name || view.tree === tree) return undefined;
  const installed = resolveUnit(index, name, { tree, manager: view.manager });
  if (installed.fragment?.tree !== tree) return undefined;
  const own = resolveUnit(index, name, view).dropIns.filter((file) => file.tree !== tree);
  return { installed, left: own.filter((file) => !installed.dropIns.some((other) => isThere(file, other))) };
}

/** A link to the file, or a copy of it: in a folder of the same name, under the same name. */
const isThere = (file: IndexedFile, installed: IndexedFile): boolean =>
  installed.target === file.path || (installed.owner === file.owner && baseOf(installed.path) === baseOf(file.path));
