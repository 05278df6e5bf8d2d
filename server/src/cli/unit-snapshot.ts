import type { UnitState, UnitStates } from '../features/compare/compare-trees.ts';
import type { UnitText } from '../features/diagnostics.ts';
import { createDocument } from '../features/document.ts';
import { loadedUnitOf, loadedUnitOfTexts, madeUnitOf } from '../features/lenses/effective-unit.ts';
import type { Manager } from '../schema/file-identity.ts';
import { parseUnitName, type UnitName } from '../schema/unit-name.ts';
import type { IndexedFile } from '../units/indexed-file.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import { type ResolvedUnit, resolveUnit } from '../units/resolve-unit.ts';
import { filesOf } from '../units/resolved-units.ts';
import { treeOf } from '../units/unit-location.ts';
import type { CliHost } from './host.ts';
import { type UnitTree, unitTree } from './unit-tree.ts';

/** How files are read. */
export interface Reading {
  readonly version: number;
  readonly manager: Manager;
}

/** The unit of one file, or the one that another program makes of it, with what lies beside it; undefined where there is none. */
export function stateOfFile(host: CliHost, path: string, { version, manager }: Reading): UnitState | undefined {
  const tree = unitTree(host);
  tree.addFile(path);
  const text = tree.text(path);
  if (text === undefined) return undefined;
  const options = { path, version, ...(manager === 'user' && { manager }) };
  const document = createDocument(text, options);
  const unit = loadedUnitOf(document, tree.around(path)) ?? madeUnitOf(document, tree.around(path));
  if (!unit) return undefined;
  return { state: 'loaded', unit, texts: unit.files.map(({ source }) => source.tree.text) };
}

/** The unit that a manager of this machine loads by that name; undefined where it has no file. */
export function unitCalled(tree: UnitTree, name: UnitName, { version, manager }: Reading): LoadedUnit | undefined {
  const resolved = resolveUnit(tree.index, name, { tree: treeOf('', manager), manager });
  const unit = loadedUnitOfTexts(textsOf(tree, resolved), { version, manager });
  return unit && { ...unit, name };
}

const textsOf = (tree: UnitTree, resolved: ResolvedUnit): UnitText[] =>
  filesOf(resolved).flatMap(({ path }) => {
    const text = tree.text(path);
    return text === undefined ? [] : [{ path, text }];
  });

/** All units of a folder, by name; those of a user manager say so where both are there. */
export function statesBelow(host: CliHost, folder: string, { version }: Reading): UnitStates {
  const tree = unitTree(host);
  tree.addFolder(folder);
  const states = new Map<string, UnitState>();
  for (const file of [...tree.index.files()]) {
    const name = file.role === 'link' || file.aliasOf !== undefined ? undefined : parseUnitName(file.owner);
    if (!name || states.has(titleOf(file))) continue;
    const state = stateOf(tree, file, version);
    if (state) states.set(titleOf(file), state);
  }
  return states;
}

const titleOf = ({ owner, manager }: IndexedFile): string => (manager === 'user' ? `${owner} (user)` : owner);

function stateOf(tree: UnitTree, file: IndexedFile, version: number): UnitState | undefined {
  const resolved = resolveUnit(tree.index, parseUnitName(file.owner)!, file);
  if (resolved.state === 'masked') return { state: 'masked' };
  const files = textsOf(tree, resolved);
  const { manager } = file;
  const unit = loadedUnitOfTexts(files, { version, manager }) ?? madeUnit(tree, files, { version, manager });
  return unit && { state: 'loaded', unit: { ...unit, name: resolved.name }, texts: files.map(({ text }) => text) };
}

function madeUnit(tree: UnitTree, files: readonly UnitText[], { version, manager }: Reading): LoadedUnit | undefined {
  const [source] = files;
  if (!source) return undefined;
  const document = createDocument(source.text, { path: source.path, version, ...(manager === 'user' && { manager }) });
  return madeUnitOf(document, { ...tree.around(source.path), units: [files] });
}
