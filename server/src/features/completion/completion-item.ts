import type { ManualPlace } from '../../engine/lines/line-dialect.ts';
import type { AssignmentNode } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate, CandidateKind, Directive, ValueContext } from '../../values/value-type.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';

/** One completion, placed in the source. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CandidateKind | 'section' | 'directive';
  readonly detail?: string;
  /** Markdown known at once; the rest comes by {@link CompletionItem.help}. */
  readonly documentation?: string;
  readonly insert: string;
  readonly isSnippet?: boolean;
  /** What is inserted where snippets are not understood; the label unless told. */
  readonly plain?: string;
  /** What is compared with what was typed; the label unless told. */
  readonly filter?: string;
  /** What the item replaces. */
  readonly span: Span;
  /** Items sort by this, then by label. */
  readonly rank: number;
  readonly deprecated?: boolean;
  /** Ask for completions again after inserting: `Key=` wants its value. */
  readonly continues?: boolean;
  /** What to look up in the manual when the item is shown. */
  readonly help?: HelpKey;
}

export type HelpKey =
  | { readonly of: 'section'; readonly kind: string; readonly section: string }
  | { readonly of: 'directive'; readonly page: string; readonly section: string; readonly key: string }
  | {
      readonly of: 'value';
      readonly page: string;
      readonly section: string;
      readonly key: string;
      readonly value: string;
    }
  /** Of units unless a page is named. */
  | { readonly of: 'specifier'; readonly letter: string; readonly page?: string }
  | ({ readonly of: 'page' } & ManualPlace)
  | { readonly of: 'unit'; readonly name: string }
  | { readonly of: 'variable'; readonly name: string };

export interface ValuePlace {
  readonly node: AssignmentNode;
  readonly directive: Directive;
  /** Offset in the value's text. */
  readonly offset: number;
}

/** A candidate and where it comes among the others. */
export type Ranked = readonly [candidate: Candidate, rank: number];

/** Where candidates that the value type cannot know are asked for. */
export interface SourcePlace {
  readonly document: Document;
  readonly node: AssignmentNode;
  readonly context: ValueContext;
  /** What stands between the start of the replaced text and the cursor. */
  readonly typed: string;
  readonly environment: Environment;
}
