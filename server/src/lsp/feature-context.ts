import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { LanguageService } from '../service/language-service.ts';
import { type LineIndex, lineIndex } from '../text/line-index.ts';
import { encodedLines } from './position-encoding.ts';
import { logOnce } from './run-safe.ts';
import type { Session } from './session.ts';

/** What an LSP feature is given to connect itself. */
export interface FeatureContext {
  readonly connection: Connection;
  readonly service: LanguageService;
  readonly session: Session;
  /** Logs a fault; never shown to the user by itself. */
  log(message: string): void;
  /** Lines of an open text; of an empty one when it is not open. */
  linesOf(uri: string): LineIndex;
  offsetAt(at: AtPosition): number;
}

/** Connects one feature and says what the client is to be told of it. One file each in `features/`. */
export type LspFeature = (context: FeatureContext) => Partial<ServerCapabilities>;

/** Parameters that name a document. */
export interface InDocument {
  readonly textDocument: { readonly uri: string };
}

/** Parameters that name a place. */
export interface AtPosition extends InDocument {
  readonly position: { readonly line: number; readonly character: number };
}

export function createFeatureContext(
  connection: Connection,
  service: LanguageService,
  session: Session,
): FeatureContext {
  const empty = lineIndex('');
  const linesOf = (uri: string): LineIndex => {
    const document = service.document(uri);
    return document ? encodedLines(document.lines, document.text, session.encoding) : empty;
  };
  return {
    connection,
    service,
    session,
    log: logOnce((message) => connection.console.error(message)),
    linesOf,
    offsetAt: ({ textDocument: { uri }, position }) => linesOf(uri).offsetAt(position),
  };
}
