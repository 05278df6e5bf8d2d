import type { UnitState, UnitStates } from '../features/compare/compare-trees.ts';
import { createDocument } from '../features/document.ts';
import { loadedUnitOf, loadedUnitOfTexts } from '../features/lenses/effective-unit.ts';
import type { Manager } from '../schema/file-identity.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import type { IndexedFile } from '../units/indexed-file.ts';
import { resolveUnit } from '../units/resolve-unit.ts';
import { filesOf } from '../units/resolved-units.ts';
import type { CliHost } from './host.ts';
import { type UnitTree, unitTree } from './unit-tree.ts';

/** How files are read. */
export interface Reading {
  readonly version: number;
  readonly manager: Manager;
}

/** The unit of one file, with what lies beside it; undefined for what is not a unit. */
export function stateOfFile(host: CliHost, path: string, { version, manager }: Reading): UnitState | undefined {
  const tree = unitTree(host);
  tree.addFile(path);
  const text = tree.text(path);
  if (text === undefined) return undefined;
  const options = { path, version, ...(manager === 'user' && { manager }) };
  const unit = loadedUnitOf(createDocument(text, options), tree.around(path));
  if (!unit) return undefined;
  return { state: 'loaded', unit, texts: unit.files.map(({ source }) => source.tree.text) };
}

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
  const files = filesOf(resolved).flatMap(({ path }) => {
    const text = tree.text(path);
    return text === undefined ? [] : [{ path, text }];
  });
  const unit = loadedUnitOfTexts(files, { version, manager: file.manager });
  return unit && { state: 'loaded', unit: { ...unit, name: resolved.name }, texts: files.map(({ text }) => text) };
}
