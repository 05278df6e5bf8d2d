import { type FileOperationRegistrationOptions, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type FileRename, followRenames } from '../../features/units/file-rename.ts';
import { renameTarget, renameUnit } from '../../features/units/rename.ts';
import { unitKinds } from '../../schema/kinds.ts';
import { toRenameEdit } from '../rename-edit.ts';
import { toRange } from '../to-lsp.ts';
import { uriToPath } from '../uris.ts';
import type { At, LspFeature } from '../wire.ts';

/** Renames a unit with all that goes by its name; its partners of the same name are asked about. */
export const renameFeature: LspFeature = ({ connection, service, session, linesOf, offsetAt }) => {
  const { units } = service.environment;
  // Clients ask about the file renames of our own edits as well: all that goes with those is in the edit.
  let own: readonly FileRename[] = [];
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
    own = rename.changes.filter((change) => change.type === 'file');
    return toRenameEdit(rename.changes, session.annotations);
  });
  connection.workspace.onWillRenameFiles(({ files }) => {
    const renames = files.map(({ oldUri, newUri }) => ({ from: uriToPath(oldUri), to: uriToPath(newUri) }));
    const others = renames.filter((rename) => !isAmong(own, rename));
    if (others.length === 0) {
      own = own.filter((rename) => !isAmong(renames, rename));
      return null;
    }
    const changes = followRenames(units, others);
    own = changes.filter((change) => change.type === 'file');
    return changes.length === 0 ? null : toRenameEdit(changes, session.annotations);
  });
  return { renameProvider: { prepareProvider: true } };
};

const isAmong = (renames: readonly FileRename[], { from, to }: FileRename): boolean =>
  renames.some((rename) => rename.from === from && rename.to === to);

/** Told only to clients that ask before they rename a file. */
export const willRename: FileOperationRegistrationOptions = {
  filters: [{ scheme: 'file', pattern: { glob: `**/*.{${unitKinds.join(',')}}`, matches: 'file' } }],
};

const refused = (message: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, message);
