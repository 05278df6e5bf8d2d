import type { Span } from '../text/span.ts';
import type { TimeSliced } from '../text/time-slices.ts';
import type { CompletionItem } from './completion/completion-item.ts';
import type { Document } from './document.ts';
import type { Environment } from './environment.ts';
import type { Edit } from './format.ts';
import type { Highlight } from './navigation/highlights.ts';
import type { DefinitionTarget } from './navigation/navigate.ts';
import type { FilePlace } from './navigation/unit-at.ts';
import type { TokenGroup } from './semantic-tokens.ts';
import type { SignatureHelp } from './signature-help.ts';
import type { DocumentSymbol, Fold } from './symbols.ts';

/** What an editor asks of a file, whether it has sections or lines. What only units have is asked of units alone. */
export interface FileFeatures {
  hover(
    document: Document,
    offset: number,
    environment: Environment,
  ): Promise<(Span & { markdown: string }) | undefined>;
  completion(document: Document, offset: number, environment: Environment): Promise<CompletionItem[]>;
  signatureHelp(document: Document, offset: number): SignatureHelp | undefined;
  symbols(document: Document): DocumentSymbol[];
  folds(document: Document): Fold[];
  /** In source order; those of a part of the text when it is given. */
  tokenGroups(document: Document, part?: Span): TokenGroup[];
  /** Edits that change nothing of what the program reads, those in a range when it is given. */
  format(document: Document, range?: Span): Edit[];
  /** What a growing selection takes in, the smallest first, each within the next. */
  selection(document: Document, offset: number): Span[];
  definition(document: Document, offset: number, environment: Environment): readonly DefinitionTarget[];
  /** Everything in the text that means the same as what is under the cursor. */
  highlights(document: Document, offset: number): Highlight[];
  /** Who names what is under the cursor; undefined where that has no name that others could write. */
  references(
    document: Document,
    offset: number,
    around: { readonly environment: Environment; readonly withDeclaration: boolean },
  ): readonly FilePlace[] | TimeSliced<FilePlace[]>;
}
