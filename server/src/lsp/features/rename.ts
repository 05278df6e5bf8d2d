import { type ChangeAnnotation, LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { type RenameChange, renameTarget, renameUnit } from '../../features/units/rename.ts';
import { toLocation, toRange } from '../to-lsp.ts';
import { pathToUri } from '../uris.ts';
import type { At, LspFeature } from '../wire.ts';

/** Renames a unit with all that goes by its name; its partners of the same name are asked about. */
export const renameFeature: LspFeature = ({ connection, service, session, linesOf, offsetAt }) => {
  const { units } = service.environment;
  const targetAt = (params: At) => {
    const { uri } = params.textDocument;
    const target = service.ask(uri, undefined, (document) => renameTarget(document, offsetAt(params), units));
    if (!target || 'refusal' in target) throw refused(target?.refusal ?? 'There is no unit here.');
    return target;
  };
  connection.onPrepareRename((params) => {
    const { name, span } = targetAt(params);
    return { range: toRange(linesOf(params.textDocument.uri), span), placeholder: name.text };
  });
  connection.onRenameRequest((params) => {
    const rename = renameUnit(units, targetAt(params).name, params.newName.trim());
    if ('refusal' in rename) throw refused(rename.refusal);
    return toWorkspaceEdit(rename.changes, session.annotations);
  });
  return { renameProvider: { prepareProvider: true } };
};

const refused = (message: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, message);

/** Texts before files; a client that cannot ask about parts of an edit gets only what was asked for. */
function toWorkspaceEdit(all: readonly RenameChange[], annotations: boolean): WorkspaceEdit {
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
