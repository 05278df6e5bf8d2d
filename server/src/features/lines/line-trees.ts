import { lineRoot, lineTree } from '../../dialects/lines/places.ts';
import type { JudgedLines } from '../../engine/lines/line-dialect.ts';
import { editorLines } from '../../syntax/editor-lines.ts';
import type { Span } from '../../text/span.ts';
import type { Viewpoint } from '../../units/resolve-unit.ts';
import { treeOf } from '../../units/unit-location.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import { type FilePlace, viewOf } from '../navigation/unit-at.ts';

/** What stands before the folders of a tree of units, nothing for the machine's; undefined for a folder that stands alone. */
export const rootOfTree = ({ tree, manager }: Viewpoint): string | undefined =>
  tree.startsWith(`${manager}:`) ? tree.slice(manager.length + 1) : undefined;

/** The same for a file of either form. */
export const rootOf = (document: Document, { units }: Pick<Environment, 'units'>): string | undefined =>
  document.ofLines ? lineTree(lineRoot(document.path)) : rootOfTree(viewOf(document, units));

/** Whether a file of lines may be meant for a tree: of one tree, or one of them a folder of the workspace that stands alone. */
export function isMeantTogether(path: string, root: string | undefined): boolean {
  const own = lineTree(lineRoot(path));
  if (own === undefined || root === undefined) return (own ?? root) !== '';
  return own === root;
}

/** From where a file of lines sees units. */
export function viewOfLines({ path, ofLines }: Document): Viewpoint {
  const manager = ofLines?.source.identity.manager ?? 'system';
  return { tree: treeOf(lineTree(lineRoot(path)) ?? '', manager), manager };
}

/** A part of a file of lines, as editors count. */
export function placeInLines({ source: { tree, path } }: JudgedLines, { start, end }: Span): FilePlace {
  const from = editorLines(tree).positionAt(start);
  return { path, line: from.line, start: from.character, end: from.character + end - start };
}
