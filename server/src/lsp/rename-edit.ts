import type { ChangeAnnotation, WorkspaceEdit } from 'vscode-languageserver';
import type { RenameChange } from '../features/units/rename-changes.ts';
import { toLocation } from './to-lsp.ts';
import { pathToUri } from './uris.ts';

/** Texts before files; a client that cannot ask about parts of an edit gets only what was asked for. */
export function toRenameEdit(all: readonly RenameChange[], annotations: boolean): WorkspaceEdit {
  const changes = annotations ? all : all.filter((change) => change.with === undefined);
  const files = new Map<string, Extract<RenameChange, { type: 'text' }>[]>();
  for (const change of changes) {
    if (change.type === 'text') files.set(change.path, [...(files.get(change.path) ?? []), change]);
  }
  const texts = [...files].map(([path, edits]) => ({
    textDocument: { uri: pathToUri(path), version: null },
    edits: edits.map((edit) => ({ range: toLocation(edit).range, newText: edit.text, ...annotationOf(edit) })),
  }));
  const renames = changes.flatMap((change) =>
    change.type === 'file'
      ? [
          {
            kind: 'rename' as const,
            oldUri: pathToUri(change.from),
            newUri: pathToUri(change.to),
            ...annotationOf(change),
          },
        ]
      : [],
  );
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  for (const { with: partner } of changes) {
    if (partner !== undefined) changeAnnotations[partner] = annotationFor(partner);
  }
  return { documentChanges: [...texts, ...renames], changeAnnotations };
}

const annotationOf = (change: RenameChange): { annotationId?: string } =>
  change.with === undefined ? {} : { annotationId: change.with };

const annotationFor = (partner: string): ChangeAnnotation => ({
  label: `Rename ${partner} as well`,
  description: 'It has the same name because it belongs to this unit.',
  needsConfirmation: true,
});
