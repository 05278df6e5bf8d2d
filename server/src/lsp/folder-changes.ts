import type { Connection, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { type Folder, folderOf } from './folders.ts';
import type { Reporting } from './machine-watch.ts';
import { notifySafe } from './run-safe.ts';
import type { Session } from './session.ts';
import { fillIndex } from './workspace-files.ts';

/** Folders opened and closed while the server runs: their units and settings come and go with them. */
export function watchFolderChanges(connection: Connection, session: Session, { changed, log }: Reporting): void {
  if (!session.client.folders) return;
  connection.workspace.onDidChangeWorkspaceFolders(
    notifySafe('opened folders', log, async (event: WorkspaceFoldersChangeEvent) => {
      const before = session.folders;
      session.changeFolders(event);
      forgetClosed(
        session,
        before.filter((folder) => !session.folders.includes(folder)),
      );
      await session.readConfiguration(connection);
      await fillIndex(session);
      changed();
    }),
  );
}

/** Units of a closed folder are known only as long as an editor shows them. */
function forgetClosed({ environment: { units }, folders, unitFiles }: Session, closed: readonly Folder[]): void {
  for (const { path, origin } of [...units.files()]) {
    const isGone = origin === 'workspace' && folderOf(closed, path) && !folderOf(folders, path);
    if (isGone && !unitFiles.isEdited(path)) units.remove(path);
  }
}
