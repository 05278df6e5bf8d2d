/**
 * What is used of the library when the server runs. The bundler copies the list of all 450 names of a CommonJS package, a closure
 * for each, for every file that imports a value from it: fifteen files took 2 MB of every server. Types are imported from where they are.
 */
export {
  CodeActionKind,
  CodeLensRefreshRequest,
  CompletionItemKind,
  CompletionItemTag,
  DiagnosticRefreshRequest,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  FoldingRangeKind,
  InsertTextFormat,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  SymbolKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
