import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { filesBelowRequest, fileTextRequest, manualBundleRequest } from '../../../server/src/protocol/web-files.ts';
import { EFFECTIVE } from './client-options.ts';

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

/** Schemes that only the client can open; a path in one of them is a file to the server. */
const KEPT = new Set(['untitled', 'command', EFFECTIVE]);

/** The server knows files by their paths; which of a window's file systems they are in, only the client knows. */
export const toServer = (uri: vscode.Uri): string => {
  if (KEPT.has(uri.scheme) || uri.scheme === 'file') return uri.toString();
  known.set(uri.path, uri);
  return vscode.Uri.file(uri.path).toString();
};

/** Uris as they came, for those outside the opened folders. */
const known = new Map<string, vscode.Uri>();

/** The file system of the opened folder the path is in. */
export function toWorkspace(text: string): vscode.Uri {
  const uri = vscode.Uri.parse(text);
  if (uri.scheme !== 'file') return uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.find(({ uri: { path } }) => `${uri.path}/`.startsWith(path.endsWith('/') ? path : `${path}/`));
  const other = known.get(uri.path) ?? folders[0]?.uri.with({ path: uri.path }) ?? uri;
  return folder ? folder.uri.with({ path: uri.path }) : other;
}
