import { isInstance, parseUnitName, type UnitName, withKind } from '../../schema/unit-name.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import { folderOf } from '../../units/location.ts';
import { partnerNames } from '../../units/partners.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import type { Document } from '../document.ts';
import type { FilePlace } from './place.ts';
import { type UnitAt, unitAt } from './unit-at.ts';

/** One change of a rename; `with` names the partner it belongs to, which is asked about. */
export type RenameChange = { readonly with?: string } & (
  | ({ readonly type: 'text'; readonly text: string } & FilePlace)
  | { readonly type: 'file'; readonly from: string; readonly to: string }
);

export type Rename = { readonly changes: readonly RenameChange[] } | { readonly refusal: string };

/** What would be renamed at a place, if it is a unit of the workspace. */
export function renameTarget(
  document: Document,
  offset: number,
  index: UnitIndex,
): UnitAt | { readonly refusal: string } {
  const at = unitAt(document, offset);
  if (!at || at.span.start === at.span.end)
    return { refusal: 'Put the cursor on the name of a unit, or on a section header to rename this one.' };
  const { text } = templateFor(at.name);
  const files = index.get(text)?.fragments ?? [];
  if (files.some(({ origin }) => origin === 'workspace')) return at;
  const where = files[0]
    ? `lies in ${folderOf(files[0].path)}, outside of this workspace`
    : 'has no file in this workspace';
  return { refusal: `${text} ${where}, so it cannot be renamed from here.` };
}

/** An instance has no file of its own: its template is renamed. */
function templateFor(name: UnitName): UnitName {
  return isInstance(name) ? { ...name, instance: '', text: `${name.prefix}@.${name.kind}` } : name;
}

/** The files, folders of drop-ins and links, and names in other units that change with a unit's name. */
export function renameUnit(index: UnitIndex, from: UnitName, wanted: string): Rename {
  const old = templateFor(from);
  const name = parseUnitName(wanted.endsWith(`.${old.kind}`) ? wanted : `${wanted}.${old.kind}`);
  if (!name) return { refusal: `"${wanted}" is no name for a unit: letters, digits and : - _ . \\ @ only.` };
  if ((name.instance === undefined) !== (old.instance === undefined) || isInstance(name)) {
    return {
      refusal:
        old.instance === undefined
          ? `${old.text} is no template, so its name has no @.`
          : `${old.text} is a template: its name ends in @.${old.kind}.`,
    };
  }
  if (index.get(name.text)?.fragments.some(({ origin }) => origin === 'workspace')) {
    return { refusal: `There is a ${name.text} already.` };
  }
  const partners = partnerNames(old).filter(({ text }) => isOfWorkspace(index, text));
  const linked = partners.flatMap((partner) => {
    const to = parseUnitName(withKind(name, partner.kind))!;
    return changesOf(index, partner, to).map((change) => ({ ...change, with: partner.text }));
  });
  return { changes: [...changesOf(index, old, name), ...linked] };
}

const isOfWorkspace = (index: UnitIndex, name: string): boolean =>
  index.get(name)?.fragments.some(({ origin }) => origin === 'workspace') ?? false;

/** Text first: once a file has its new name, places in the old one are gone. */
function changesOf(index: UnitIndex, from: UnitName, to: UnitName): RenameChange[] {
  const files = [...index.files()].filter(({ origin, facts }) => origin === 'workspace' && facts.relations.length > 0);
  const texts = files.flatMap((file) => textChanges(file, from, to));
  const unit = index.get(from.text);
  const fragments = (unit?.fragments ?? []).filter(({ origin }) => origin === 'workspace').map(({ path }) => path);
  const owned = index.ownedBy(from.text).filter(({ origin }) => origin === 'workspace');
  const folders = [...new Set(owned.map(({ path }) => folderOf(path)))];
  const renamed = [...folders, ...fragments].map((path): RenameChange => {
    const end = path.slice(path.lastIndexOf('/') + 1 + from.text.length);
    return { type: 'file', from: path, to: `${folderOf(path)}/${to.text}${end}` };
  });
  return [...texts, ...renamed];
}

/** A name with specifiers in it follows by itself, or cannot be told; it stays. */
function textChanges({ path, facts }: IndexedFile, from: UnitName, to: UnitName): RenameChange[] {
  return facts.relations.flatMap(({ written, line, start, end }): RenameChange[] => {
    if (written === from.text) return [{ type: 'text', path, line, start, end, text: to.text }];
    const isOfTemplate =
      from.instance === '' && written.startsWith(`${from.prefix}@`) && written.endsWith(`.${from.kind}`);
    if (!isOfTemplate) return [];
    return [{ type: 'text', path, line, start, end: start + from.prefix.length, text: to.prefix }];
  });
}
