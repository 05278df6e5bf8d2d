import { isInstance, isTemplate, parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import { atOnce, type TimeSliced } from '../../text/time-slices.ts';
import { sourceDropIns } from '../../units/drop-in-order.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import { resolveUnit, type Viewpoint } from '../../units/resolve-unit.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { folderOf } from '../../units/unit-location.ts';
import type { Document } from '../document.ts';
import { type UnitAt, unitAt } from '../navigation/unit-at.ts';
import { changesInSlices, changesOf, isOfWorkspace, type RenameChange, sourceChanges } from './rename-changes.ts';
import { type Partner, partnersOf } from './rename-partners.ts';

export type Rename =
  | {
      readonly changes: readonly RenameChange[];
      /** Units of the same name, which may be renamed with it. */
      readonly partners: readonly Partner[];
    }
  | { readonly refusal: string };

/** What would be renamed at a place, if it is a unit of the workspace. */
export function renameTarget(
  document: Document,
  offset: number,
  index: UnitIndex,
): UnitAt | { readonly refusal: string } {
  const at = unitAt(document, offset, index);
  if (!at || at.span.start === at.span.end)
    return { refusal: 'Put the cursor on the name of a unit, or on a section header to rename this one.' };
  const { text } = templateFor(at.name);
  const files = index.get(text)?.fragments ?? [];
  if (files.some(isOfWorkspace)) return at;
  const where = files[0]
    ? `lies in ${folderOf(files[0].path)}, outside of this workspace`
    : 'has no file in this workspace';
  return { refusal: `${text} ${where}, so it cannot be renamed from here.` };
}

/** An instance has no file of its own: its template is renamed. */
function templateFor(name: UnitName): UnitName {
  return isInstance(name) ? { ...name, instance: '', text: `${name.prefix}@.${name.kind}` } : name;
}

interface Wanted {
  readonly wanted: string;
  /** From where the unit was looked at: another of the same name elsewhere keeps it. */
  readonly from?: Viewpoint | undefined;
}

/** The files, folders of drop-ins and links, and names in other units that change with a unit's name. */
export const renameUnit = (...asked: Parameters<typeof renameUnitInSlices>): Rename =>
  atOnce(renameUnitInSlices(...asked));

/** The same in time slices: thousands of files may name the unit. */
export function* renameUnitInSlices(index: UnitIndex, unit: UnitName, { wanted, from }: Wanted): TimeSliced<Rename> {
  const old = templateFor(unit);
  const { fragment } = resolveUnit(index, old, from);
  if (fragment?.source && isOfWorkspace(fragment)) return renameSource(index, fragment, wanted);
  const name = parseUnitName(wanted.endsWith(`.${old.kind}`) ? wanted : `${wanted}.${old.kind}`);
  if (!name) return { refusal: `"${wanted}" is not a valid name for a unit: letters, digits and : - _ . \\ @ only.` };
  if ((name.instance === undefined) !== (old.instance === undefined) || isInstance(name)) {
    return {
      refusal:
        old.instance === undefined
          ? `${old.text} is not a template, so its name has no @.`
          : `${old.text} is a template: its name ends in @.${old.kind}.`,
    };
  }
  const trees = new Set((index.get(old.text)?.fragments ?? []).filter(isOfWorkspace).map(({ tree }) => tree));
  const tree = trees.size > 1 ? resolveUnit(index, old, from).fragment?.tree : undefined;
  const concerns = (file: IndexedFile): boolean => isOfWorkspace(file) && (tree === undefined || file.tree === tree);
  if (index.get(name.text)?.fragments.some(concerns)) return { refusal: `There is a ${name.text} already.` };
  const changes = yield* changesInSlices(index, old, name, concerns);
  return { changes, partners: partnersOf(index, old, { to: name, concerns }) };
}

/** The same of a unit that another program makes: its file gets another name, and so does the unit unless the file names it. */
function renameSource(index: UnitIndex, fragment: IndexedFile, wanted: string): Rename {
  const { source, tree, owner } = fragment;
  const to = index.sources?.renamed(source!.name, wanted);
  const naming = namingFile(index, fragment);
  if (to === undefined || (naming && wanted.endsWith('.service')))
    return {
      refusal: naming
        ? `${owner} has its name from ServiceName= in ${naming.path.slice(folderOf(fragment.path).length + 1)}: change it there.`
        : `No file like ${source!.name} makes a unit called ${wanted}.`,
    };
  const concerns = (file: IndexedFile): boolean => isOfWorkspace(file) && file.tree === tree;
  if (index.sourcesNamed(to).some(concerns)) return { refusal: `There is a ${to} already.` };
  return sourceRename(index, fragment, to);
}

/** The file that gives the unit its name, which may be a drop-in; undefined where the unit is called after its file. */
const namingFile = (index: UnitIndex, fragment: IndexedFile): IndexedFile | undefined =>
  [fragment, ...sourceDropIns(index, fragment)].filter(({ facts }) => facts.made?.unit !== undefined).at(-1);

/** What changes with the name of a file from which another program makes a unit. */
export function sourceRename(index: UnitIndex, fragment: IndexedFile, to: string): Rename {
  const { source, path, owner } = fragment;
  const role = index.sources?.roleOf(`${folderOf(path)}/${to}`);
  const [old, unit] = [parseUnitName(owner), role?.role === 'fragment' ? role.unit : undefined];
  if (!unit || !old || isTemplate(unit) !== isTemplate(old))
    return { refusal: `"${to}" is not a valid name in place of ${source!.name}.` };
  const own = sourceChanges(index, { from: source!.name, to }, isOfWorkspace);
  if (namingFile(index, fragment)) return { changes: own, partners: [] };
  const all = [...own, ...changesOf(index, old, unit)];
  const textsFirst = [...all.filter(({ type }) => type === 'text'), ...all.filter(({ type }) => type === 'file')];
  return { changes: textsFirst, partners: partnersOf(index, old, { to: unit }) };
}
