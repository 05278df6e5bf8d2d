import type { InitializeParams, ClientCapabilities as LspCapabilities } from 'vscode-languageserver';

/** What the client can do beyond the bare protocol, as it says itself. */
export interface ClientCapabilities {
  /** It lets the server say which files it wants to hear of. */
  readonly watchers: boolean;
  /** It understands snippets in completions. */
  readonly snippets: boolean;
  /** A completion may have several lines. */
  readonly lineCompletions: boolean;
  /** It draws Markdown, and says with what. */
  readonly drawsMarkdown: boolean;
  /** It shows what a definition would lead from, and where in a file to. */
  readonly links: boolean;
  /** It shows symbols within symbols. */
  readonly symbolTree: boolean;
  /** It asks for the place of a name before it asks for a new one. */
  readonly preparesRenames: boolean;
  /** It asks before it renames a file. */
  readonly asksBeforeRenames: boolean;
  /** It takes edits of texts and files in one list. */
  readonly fileEdits: boolean;
  /** Among those edits it can make files, and give files other names. */
  readonly creates: boolean;
  readonly renames: boolean;
  /** Folders, too. */
  readonly renamesFolders: boolean;
  /** A symbolic link gets the new name, rather than what it leads to. */
  readonly renamesLinks: boolean;
  /** It asks for lenses anew when it is told to. */
  readonly refreshesLenses: boolean;
  /** It can ask about parts of an edit. */
  readonly annotations: boolean;
  /** It can be asked for settings, for a folder too. */
  readonly settings: boolean;
  /** It tells of folders opened and closed while the server runs. */
  readonly folders: boolean;
}

export function clientCapabilities(
  { general, workspace, textDocument }: LspCapabilities,
  info: InitializeParams['clientInfo'],
): ClientCapabilities {
  const edit = workspace?.workspaceEdit;
  const operations = edit?.resourceOperations ?? [];
  // Neovim names the operations alone. The protocol has them in `documentChanges` only, so one means the other.
  const fileEdits = edit?.documentChanges === true || operations.length > 0;
  const neovim = neovimVersion(info);
  return {
    watchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    // complete() of Neovim before 0.12 writes a NUL for the end of a line.
    lineCompletions: neovim === undefined || neovim >= 12,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    drawsMarkdown: general?.markdown !== undefined,
    links: textDocument?.definition?.linkSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    preparesRenames: textDocument?.rename?.prepareSupport === true,
    asksBeforeRenames: workspace?.fileOperations?.willRename === true,
    fileEdits,
    creates: operations.includes('create'),
    renames: operations.includes('rename'),
    // vim.lsp.util.rename(): 0.7 writes what it renames first, which a folder refuses; 0.10 and later rename the real path.
    renamesFolders: neovim === undefined || neovim >= 10,
    renamesLinks: neovim === undefined,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    annotations: edit?.changeAnnotationSupport !== undefined,
    settings: workspace?.configuration === true,
    folders: workspace?.workspaceFolders === true,
  };
}

/** The 12 of Neovim 0.12; undefined for any other client. No ability of the protocol tells what these are needed for. */
const neovimVersion = (info: InitializeParams['clientInfo']): number | undefined =>
  info?.name === 'Neovim' ? Number(/^0\.(\d+)/.exec(info.version ?? '')?.[1] ?? 0) : undefined;
