import type { Span } from '../text/span.ts';
import type { AssignmentNode, BlankNode, CommentNode, ErrorNode, HeaderNode, Node, NodeContent } from './tree.ts';
import type { Piece, Value } from './value.ts';

type ContentOf<N extends Node> = Extract<NodeContent, { kind: N['kind'] }>;

/**
 * A node at its place. An edit moves every node below it, and hardly any of those is asked where it stands before the
 * next edit: what is kept of a place is one number, and spans are made when they are asked for.
 */
export function placeNode(content: NodeContent, start: number): Node {
  switch (content.kind) {
    case 'blank':
      return new PlacedBlank(content, start);
    case 'comment':
      return new PlacedComment(content, start);
    case 'header':
      return new PlacedHeader(content, start);
    case 'assignment':
      return new PlacedAssignment(content, start);
    case 'error':
      return new PlacedError(content, start);
  }
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const movedFault = (span: Span | undefined, by: number): Span | undefined => span && moved(span, by);

/** A value knows its text at once, and its places when asked. */
class MovedValue implements Value {
  readonly text: string;
  private readonly parts: readonly Piece[];
  private readonly by: number;
  private placed: readonly Piece[] | undefined;

  constructor({ text, pieces }: Value, by: number) {
    this.text = text;
    this.parts = pieces;
    this.by = by;
  }

  get pieces(): readonly Piece[] {
    const { parts, by } = this;
    if (parts.length === 1) return [{ at: 0, source: parts[0]!.source + by }];
    // A value over thousands of lines is asked for each of its words.
    this.placed ??= parts.map(({ at, source }) => ({ at, source: source + by }));
    return this.placed;
  }
}

abstract class Placed<N extends Node> {
  readonly content: ContentOf<N>;
  readonly start: number;

  constructor(content: ContentOf<N>, start: number) {
    this.content = content;
    this.start = start;
  }

  get span(): Span {
    return { start: this.start, end: this.start + this.content.length };
  }
}

class PlacedBlank extends Placed<BlankNode> implements BlankNode {
  readonly kind = 'blank';
}

class PlacedComment extends Placed<CommentNode> implements CommentNode {
  readonly kind = 'comment';

  get textSpan(): Span {
    return moved(this.content.textSpan, this.start);
  }
}

class PlacedHeader extends Placed<HeaderNode> implements HeaderNode {
  readonly kind = 'header';

  get name(): string {
    return this.content.name;
  }
  get nameSpan(): Span {
    return moved(this.content.nameSpan, this.start);
  }
  get textSpan(): Span {
    return moved(this.content.textSpan, this.start);
  }
  get closed(): boolean {
    return this.content.closed;
  }
  get tooLong(): true | undefined {
    return this.content.tooLong;
  }
  get invalidText(): Span | undefined {
    return movedFault(this.content.invalidText, this.start);
  }
}

class PlacedAssignment extends Placed<AssignmentNode> implements AssignmentNode {
  readonly kind = 'assignment';
  private ofLines: Value | undefined;

  get key(): string {
    return this.content.key;
  }
  get keySpan(): Span {
    return moved(this.content.keySpan, this.start);
  }
  get equals(): number {
    return this.content.equals + this.start;
  }
  get value(): Value {
    const { value } = this.content;
    if (value.pieces.length === 1) return new MovedValue(value, this.start);
    this.ofLines ??= new MovedValue(value, this.start);
    return this.ofLines;
  }
  get comments(): readonly Span[] {
    return this.content.comments.map((span) => moved(span, this.start));
  }
  get textSpan(): Span {
    return moved(this.content.textSpan, this.start);
  }
  get tooLong(): true | undefined {
    return this.content.tooLong;
  }
  get invalidText(): Span | undefined {
    return movedFault(this.content.invalidText, this.start);
  }
}

class PlacedError extends Placed<ErrorNode> implements ErrorNode {
  readonly kind = 'error';

  get fault(): ErrorNode['fault'] {
    return this.content.fault;
  }
  get text(): Value {
    return new MovedValue(this.content.text, this.start);
  }
  get textSpan(): Span {
    return moved(this.content.textSpan, this.start);
  }
  get tooLong(): true | undefined {
    return this.content.tooLong;
  }
  get invalidText(): Span | undefined {
    return movedFault(this.content.invalidText, this.start);
  }
}
