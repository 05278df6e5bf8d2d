import * as vscode from 'vscode';

/** Scheme of texts that the language server writes and one reads as a Markdown preview. */
export const SCHEME = 'systemd-manual';

export interface ManualText {
  readonly markdown: string;
}

const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();

/** Grows whenever a text is written anew. */
let edition = 1;

/**
 * Read-only Markdown files made when they are read. A file system rather than plain contents, since the preview
 * follows links only to files it can look at.
 */
export function manualFileSystem(read: (name: string) => Promise<ManualText | undefined>): vscode.Disposable {
  const load = async (uri: vscode.Uri): Promise<Uint8Array> => {
    const text = await read(uri.path.slice(1).replace(/\.md$/, ''));
    if (!text) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text.markdown);
  };
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    async stat(uri) {
      if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      const { length } = await load(uri);
      return {
        type: vscode.FileType.File,
        ctime: 0,
        mtime: edition,
        size: length,
        permissions: vscode.FilePermission.Readonly,
      };
    },
    readFile: load,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return vscode.workspace.registerFileSystemProvider(SCHEME, provider, { isReadonly: true, isCaseSensitive: true });
}

const uriOf = (name: string, anchor = ''): vscode.Uri =>
  vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md`, fragment: anchor });

/** A text was written anew: whoever shows it reads it again. */
export function textChanged(name: string): void {
  edition++;
  changed.fire([{ type: vscode.FileChangeType.Changed, uri: uriOf(name) }]);
}

/** Opens a text beside the unit being edited, at a heading. */
export async function openManualText(name: string, anchor = ''): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreviewToSide', uriOf(name, anchor));
}
