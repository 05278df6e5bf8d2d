import type { AssignmentNode } from '../../syntax/tree.ts';
import type { Candidate, Directive, ValueContext } from '../../values/value-type.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';

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
