import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { filesBelowRequest, fileTextRequest, manualBundleRequest } from '../../../server/src/protocol/web-files.ts';
import { toServer, toWorkspace } from './web-uris.ts';

const SKIPPED_FOLDERS = new Set(['.git', 'node_modules', '.hg', '.svn']);
/** Each folder may be a request to a server far away. */
const MOST_FOLDERS = 500;
const MOST_FILES = 5_000;
const DEEPEST = 8;
/** No unit is longer. */
const LONGEST = 1 << 20;

export const answerFiles = (client: BaseLanguageClient, extension: vscode.Uri): vscode.Disposable =>
  vscode.Disposable.from(
    client.onRequest(filesBelowRequest, ({ uri }) => filesBelow(toWorkspace(uri))),
    client.onRequest(fileTextRequest, ({ uri }) => textOf(toWorkspace(uri))),
    client.onRequest(manualBundleRequest, () => bytesOf(shipped(extension, 'manual.bin'))),
  );

const shipped = (extension: vscode.Uri, name: string): vscode.Uri =>
  vscode.Uri.joinPath(extension, 'server', 'dist', name);

const bytesOf = (uri: vscode.Uri): Promise<Uint8Array | null> =>
  Promise.resolve(vscode.workspace.fs.readFile(uri)).catch(() => null);

async function textOf(uri: vscode.Uri): Promise<string | null> {
  const bytes = await bytesOf(uri);
  return bytes && bytes.length <= LONGEST ? new TextDecoder().decode(bytes) : null;
}

async function filesBelow(root: vscode.Uri): Promise<string[]> {
  const found: string[] = [];
  let folders = 0;
  const visit = async (folder: vscode.Uri, left: number): Promise<void> => {
    if (++folders > MOST_FOLDERS) return;
    const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
    for (const [name, type] of entries) {
      if (found.length >= MOST_FILES) return;
      const uri = vscode.Uri.joinPath(folder, name);
      if (type & vscode.FileType.File) found.push(toServer(uri));
      // Links to folders may be loops.
      else if (type === vscode.FileType.Directory && left > 0 && !SKIPPED_FOLDERS.has(name)) await visit(uri, left - 1);
    }
  };
  await visit(root, DEEPEST);
  return found;
}
