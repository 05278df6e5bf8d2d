import { type Connection, DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver';
import { fileKindOfPath } from '../schema/file-kind.ts';
import type { Session } from './session.ts';
import { uriToPath } from './uris.ts';

/** Fills the unit index in the background and keeps it true; `changed` is called when open files may be judged anew. */
export async function watchFiles(connection: Connection, session: Session, changed: () => void): Promise<void> {
  const { runtime, environment } = session;
  const { units } = environment;
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri, type } of changes) {
      const path = uriToPath(uri);
      if (type === FileChangeType.Deleted) units.remove(path);
      else units.add(path, 'workspace');
      await refreshDropIns(session, path);
    }
    changed();
  });
  const found = await Promise.all([
    ...session.folders.map((folder) => runtime.workspaceFiles(folder)),
    runtime.machineFiles(),
  ]);
  const machine = found.pop() ?? [];
  for (const { path } of found.flat()) units.add(path, 'workspace');
  for (const { path, rank } of machine) units.add(path, 'machine', rank);
  await connection.client
    .register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: '**/*.{service,socket,timer,path,mount,automount,swap,target,slice,scope,device}' },
        { globPattern: '**/*.d/*.conf' },
      ],
    })
    .catch(() => undefined);
}

/** A drop-in changed: the unit it belongs to is judged with the new text. */
async function refreshDropIns({ runtime, setDropIns }: Session, path: string): Promise<void> {
  if (fileKindOfPath(path)?.role !== 'drop-in') return;
  const folder = path.slice(0, path.lastIndexOf('/'));
  const fragment = folder.slice(0, -'.d'.length);
  setDropIns(fragment, await runtime.dropInsBeside(fragment));
}
