import type { OwnName } from '../../engine/lines/line-dialect.ts';
import type { Document } from '../document.ts';
import type { Highlight } from '../navigation/highlights.ts';
import type { DefinitionTarget } from '../navigation/navigate.ts';
import type { FilePlace } from '../navigation/unit-at.ts';
import type { RenameChange } from '../rename/rename-changes.ts';
import { placeInLines } from './line-trees.ts';

/** The name that lines of the file call each other by, at an offset. */
export function ownNameAt({ ofLines }: Document, offset: number): OwnName | undefined {
  const all = ofLines?.dialect.ownNames?.(ofLines) ?? [];
  return all.find(({ start, end }) => start <= offset && offset <= end);
}

/** The same name wherever it stands in the file. */
function alike({ ofLines }: Document, { name }: OwnName): readonly OwnName[] {
  return (ofLines?.dialect.ownNames?.(ofLines) ?? []).filter((each) => each.name === name);
}

/** What is meant by the name under the cursor. */
export function ownDefinition(document: Document, offset: number): DefinitionTarget[] {
  const at = ownNameAt(document, offset);
  if (!at?.target || !document.ofLines) return [];
  const { path, ...place } = placeInLines(document.ofLines, at.target);
  return [{ path, place, origin: { start: at.start, end: at.end } }];
}

export function ownReferences(document: Document, offset: number, withDeclaration: boolean): FilePlace[] {
  const at = ownNameAt(document, offset);
  if (!at) return [];
  return alike(document, at)
    .filter(({ isDefinition }) => withDeclaration || !isDefinition)
    .map((each) => placeInLines(document.ofLines!, each));
}

export function ownHighlights(document: Document, offset: number): Highlight[] {
  const at = ownNameAt(document, offset);
  if (!at) return [];
  return alike(document, at).map(({ start, end, isDefinition }) => ({
    start,
    end,
    kind: isDefinition ? 'write' : 'read',
  }));
}

/** Every place of a name, in its file alone: whoever uses it means the one that is there. */
export function renameOwnName(
  document: Document,
  offset: number,
  wanted: string,
): readonly RenameChange[] | { readonly refusal: string } {
  const at = ownNameAt(document, offset);
  if (!at) return { refusal: 'There is no name here that can be changed.' };
  const { dialect } = document.ofLines!;
  const fault = dialect.ownNameFault?.(wanted);
  if (fault !== undefined) return { refusal: `"${wanted}" cannot be written here: ${fault}.` };
  const isTaken = wanted !== at.name && dialect.ownNames!(document.ofLines!).some(({ name }) => name === wanted);
  if (isTaken) return { refusal: `This file has the name ${wanted} already.` };
  return alike(document, at).map(
    (each): RenameChange => ({
      type: 'text',
      ...placeInLines(document.ofLines!, each),
      text: wanted,
    }),
  );
}
