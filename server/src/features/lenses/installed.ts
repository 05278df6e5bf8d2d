import type { IndexedFile } from '../../units/indexed-file.ts';
import { type ResolvedUnit, resolveUnit } from '../../units/resolve-unit.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { baseOf, treeOf } from '../../units/unit-location.ts';
import type { Document } from '../document.ts';
import { ownUnit, viewOf } from '../navigation/unit-at.ts';

/** A unit as its workspace would give it, beside what its manager finds on the machine. */
export interface Installation {
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
  const name = ownUnit(document);
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
