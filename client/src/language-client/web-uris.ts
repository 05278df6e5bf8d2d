import * as vscode from 'vscode';
import { EFFECTIVE } from '../systemd/schemes.ts';

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
