import type { Span } from '../text/span.ts';
import type { Value } from './value.ts';

/** One or more whole physical lines; together the nodes of a file cover its text without a gap. */
export type Node = BlankNode | CommentNode | HeaderNode | AssignmentNode | ErrorNode;

interface NodeBase {
  /** All lines of the node, line ends included. */
  readonly span: Span;
  /** Where they start. */
  readonly start: number;
  /** The node without its place: the same object while its lines stay as they are, wherever they move. */
  readonly content: NodeContent;
}

/** A node as if it stood at the start of the text. */
export type NodeContent =
  | ContentOf<BlankNode>
  | ContentOf<CommentNode>
  | ContentOf<HeaderNode>
  | ContentOf<AssignmentNode>
  | ContentOf<ErrorNode>;

type ContentOf<N extends Node> = Omit<N, 'span' | 'start' | 'content'> & { readonly length: number };

export interface BlankNode extends NodeBase {
  readonly kind: 'blank';
}

export interface CommentNode extends NodeBase {
  readonly kind: 'comment';
  /** From the comment sign to the end of the line, line end excluded. */
  readonly textSpan: Span;
}

export interface HeaderNode extends NodeBase, Faults {
  readonly kind: 'header';
  /** What stands between the brackets. */
  readonly name: string;
  readonly nameSpan: Span;
  /** From `[` to the last character of the line that is not blank. */
  readonly textSpan: Span;
  /** systemd takes a header only if the line's last character is `]`; otherwise it refuses the file. */
  readonly closed: boolean;
}

export interface AssignmentNode extends NodeBase, Faults {
  readonly kind: 'assignment';
  readonly key: string;
  readonly keySpan: Span;
  /** The place of `=`. */
  readonly equals: number;
  readonly value: Value;
  /** Comment lines between continued lines. */
  readonly comments: readonly Span[];
  /** From the key to the last character of the value; blanks around excluded. */
  readonly textSpan: Span;
}

/** A line without `=`, or with nothing before it: systemd ignores it with a warning. */
export interface ErrorNode extends NodeBase, Faults {
  readonly kind: 'error';
  readonly fault: 'missing-equals' | 'missing-key';
  readonly text: Value;
  readonly textSpan: Span;
}

interface Faults {
  /** First place that is not valid UTF-8: systemd refuses the file. */
  readonly invalidText?: Span | undefined;
  /** Longer than systemd reads (1 MiB): it refuses the file. */
  readonly tooLong?: true | undefined;
}

/**
 * Some nodes that follow each other, as if they stood at the start of the text: the same object while their lines stay as
 * they are, wherever they move. What is worked out of a block alone is worked out once, so that after an edit of a long
 * file little is looked at but the block it is in. A header is the first node of its block.
 */
export interface Block {
  readonly contents: readonly NodeContent[];
  /** Where each starts in the block. */
  readonly offsets: readonly number[];
  readonly length: number;
}

/** A block at its place. */
export interface PlacedBlock {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  /** The same object each time; made when it is asked for. */
  nodeAt(index: number): Node;
  readonly nodes: readonly Node[];
}

/** What stands below one header, or before the first. */
export interface Part {
  /** Empty before the first header. */
  readonly name: string;
  /** That of a section begins with its header. */
  readonly blocks: readonly PlacedBlock[];
  /** All nodes up to the next header, without its own. */
  readonly nodes: readonly Node[];
  readonly assignments: readonly AssignmentNode[];
  /** The lines in it that are no assignments. */
  readonly errors: readonly ErrorNode[];
}

export interface Section extends Part {
  readonly header: HeaderNode;
  /** From the header to the next header or the end of the text. */
  readonly span: Span;
}

/** The lossless tree of one unit file, drop-in or other file of that syntax. */
export interface UnitFile {
  readonly text: string;
  /** Together they cover the text. Lists of nodes are made from them when they are asked for. */
  readonly blocks: readonly PlacedBlock[];
  readonly nodes: readonly Node[];
  /** In the order of the text; the same name may come again. */
  readonly sections: readonly Section[];
  /** The section that holds an offset; undefined before the first header. */
  sectionAt(offset: number): Section | undefined;
  /** What stands before the first header. */
  readonly preamble: Part;
}
