import { memoize } from '../text/memoize.ts';
import type { Span } from '../text/span.ts';
import type { AssignmentNode, Block, ErrorNode, HeaderNode, Node, PlacedBlock, Section, UnitFile } from './tree.ts';

/** The file of these blocks, which cover the text. */
export function unitFile(text: string, blocks: readonly PlacedBlock[]): UnitFile {
  const heads: number[] = [];
  for (let at = 0; at < blocks.length; at++) if (blocks[at]!.block.contents[0]?.kind === 'header') heads.push(at);
  const sections = heads.map(
    (from, i): Section => new SectionOfBlocks(blocks.slice(from, heads[i + 1] ?? blocks.length)),
  );
  return new FileOfBlocks(text, blocks, { sections, before: blocks.slice(0, heads[0] ?? blocks.length) });
}

/** The places of a block's nodes of one kind. */
export const placesOf = {
  assignment: memoize((block: Block) => indexesOf(block, 'assignment')),
  error: memoize((block: Block) => indexesOf(block, 'error')),
} as const;

function indexesOf({ contents }: Block, kind: Node['kind']): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < contents.length; i++) if (contents[i]!.kind === kind) found.push(i);
  return found;
}

const nodesIn = (blocks: readonly PlacedBlock[]): Node[] => blocks.flatMap(({ nodes }) => nodes);

class SectionOfBlocks implements Section {
  readonly blocks: readonly PlacedBlock[];
  private ownAssignments: readonly AssignmentNode[] | undefined;

  constructor(blocks: readonly PlacedBlock[]) {
    this.blocks = blocks;
  }

  get header(): HeaderNode {
    return this.blocks[0]!.nodeAt(0) as HeaderNode;
  }
  get name(): string {
    return (this.blocks[0]!.block.contents[0] as HeaderNode['content'] & { readonly kind: 'header' }).name;
  }
  get span(): Span {
    return { start: this.blocks[0]!.start, end: this.blocks.at(-1)!.end };
  }
  get nodes(): readonly Node[] {
    return nodesIn(this.blocks).slice(1);
  }
  get assignments(): readonly AssignmentNode[] {
    this.ownAssignments ??= this.blocks.flatMap((placed) =>
      placesOf.assignment(placed.block).map((at) => placed.nodeAt(at) as AssignmentNode),
    );
    return this.ownAssignments;
  }
  get errors(): readonly ErrorNode[] {
    return this.blocks.flatMap((placed) => placesOf.error(placed.block).map((at) => placed.nodeAt(at) as ErrorNode));
  }
}

class FileOfBlocks implements UnitFile {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
  readonly sections: readonly Section[];
  private readonly before: readonly PlacedBlock[];
  private ownNodes: readonly Node[] | undefined;

  constructor(
    text: string,
    blocks: readonly PlacedBlock[],
    { sections, before }: { readonly sections: readonly Section[]; readonly before: readonly PlacedBlock[] },
  ) {
    this.text = text;
    this.blocks = blocks;
    this.sections = sections;
    this.before = before;
  }

  get nodes(): readonly Node[] {
    this.ownNodes ??= nodesIn(this.blocks);
    return this.ownNodes;
  }
  get preamble(): readonly Node[] {
    return nodesIn(this.before);
  }
}
