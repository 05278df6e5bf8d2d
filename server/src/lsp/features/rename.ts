import {
  type FileOperationRegistrationOptions,
  LSPErrorCodes,
  type RenameFilesParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type FileRename, followRenames } from '../../features/units/file-rename.ts';
import { renameTarget, renameUnit } from '../../features/units/rename.ts';
import type { RenameChange } from '../../features/units/rename-changes.ts';
import { viewOf } from '../../features/units/unit-at.ts';
import { unitKinds } from '../../schema/kinds.ts';
import { baseOf } from '../../units/location.ts';
import { canRename, toRenameEdit } from '../rename-edit.ts';
import { runSafe } from '../run-safe.ts';
import { toRange } from '../to-lsp/places.ts';
import type { At, LspFeature } from '../wire.ts';

/** Renames a unit with all that goes by its name; its partners of the same name are asked about. */
export const renameFeature: LspFeature = ({ connection, service, session, log, linesOf, offsetAt }) => {
  const { units } = service.environment;
  const { uris } = session;
  // Clients ask about the file renames of our own edits as well: all that goes with those is in the edit.
  let own: readonly FileRename[] = [];
  const targetAt = (params: At) => {
    const { uri } = params.textDocument;
    const found = service.ask(uri, undefined, (document) => ({
      document,
      target: renameTarget(document, offsetAt(params), units),
    }));
    if (!found || 'refusal' in found.target)
      throw refused(found && 'refusal' in found.target ? found.target.refusal : 'There is no unit here.');
    return { ...found.target, document: found.document };
  };
  connection.onPrepareRename(
    runSafe('rename', null, log, (params: At) => {
      const { name, span } = targetAt(params);
      return { range: toRange(linesOf(params.textDocument.uri), span), placeholder: name.text };
    }),
  );
  connection.onRenameRequest(
    runSafe('rename', null, log, (params: At & { readonly newName: string }) => {
      const { name, document } = targetAt(params);
      const rename = renameUnit(units, name, { wanted: params.newName.trim(), from: viewOf(document, units) });
      if ('refusal' in rename) throw refused(rename.refusal);
      if (!canRename(rename.changes, session)) throw refused(byHand(rename.changes));
      own = rename.changes.filter((change) => change.type === 'file');
      return toRenameEdit(rename.changes, session);
    }),
  );
  connection.workspace.onWillRenameFiles(
    runSafe('rename of files', null, log, ({ files }: RenameFilesParams): WorkspaceEdit | null => {
      const renames = files.map(({ oldUri, newUri }) => ({ from: uris.toPath(oldUri), to: uris.toPath(newUri) }));
      const others = renames.filter((rename) => !isAmong(own, rename));
      if (others.length === 0) {
        own = own.filter((rename) => !isAmong(renames, rename));
        return null;
      }
      const changes = followRenames(units, others);
      own = changes.filter((change) => change.type === 'file');
      return changes.length === 0 ? null : toRenameEdit(changes, session);
    }),
  );
  return { renameProvider: { prepareProvider: true } };
};

/** Half a rename would leave units that name what is gone. */
function byHand(changes: readonly RenameChange[]): string {
  const files = changes.flatMap((change) => (change.type === 'file' ? `${change.from} to ${baseOf(change.to)}` : []));
  const naming = new Set(changes.flatMap((change) => (change.type === 'text' ? change.path : [])));
  const texts = naming.size === 0 ? '' : ` Then write the new name in ${[...naming].join(', ')}.`;
  return `This editor cannot rename all of these for a language server, so nothing was changed. Rename ${files.join(', ')}.${texts}`;
}

const isAmong = (renames: readonly FileRename[], { from, to }: FileRename): boolean =>
  renames.some((rename) => rename.from === from && rename.to === to);

/** Told only to clients that ask before they rename a file. */
export const willRename: FileOperationRegistrationOptions = {
  filters: [{ scheme: 'file', pattern: { glob: `**/*.{${unitKinds.join(',')}}`, matches: 'file' } }],
};

const refused = (message: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, message);
