import { memoizeList } from '../text/memoize.ts';
import type { Span } from '../text/span.ts';
import { blockIndexAt } from './blocks.ts';
import type {
  AssignmentNode,
  Block,
  ErrorNode,
  HeaderNode,
  Node,
  Part,
  PlacedBlock,
  Section,
  UnitFile,
} from './tree.ts';

/** The file of these blocks, which cover the text. */
export const unitFile = (text: string, blocks: readonly PlacedBlock[]): UnitFile => new FileOfBlocks(text, blocks);

/** Whether a section starts with a block. */
export const startsSection = ({ contents }: Block): boolean => contents[0]?.kind === 'header';

function sectionsOf(blocks: readonly PlacedBlock[]): Section[] {
  const heads: number[] = [];
  for (let at = 0; at < blocks.length; at++) if (startsSection(blocks[at]!.block)) heads.push(at);
  return heads.map((from, i) => new SectionOfBlocks(blocks, from, heads[i + 1] ?? blocks.length));
}

/** The section that a block is in. */
function sectionAround(blocks: readonly PlacedBlock[], at: number): Section | undefined {
  let from = at;
  while (from >= 0 && !startsSection(blocks[from]!.block)) from--;
  if (from < 0) return undefined;
  let to = at + 1;
  while (to < blocks.length && !startsSection(blocks[to]!.block)) to++;
  return new SectionOfBlocks(blocks, from, to);
}

/** The places of a block's nodes of one kind. */
export const placesOf = {
  assignment: memoizeList((block: Block) => indexesOf(block, 'assignment')),
  error: memoizeList((block: Block) => indexesOf(block, 'error')),
} as const;

function indexesOf({ contents }: Block, kind: Node['kind']): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < contents.length; i++) if (contents[i]!.kind === kind) found.push(i);
  return found;
}

const nodesIn = (blocks: readonly PlacedBlock[]): Node[] => blocks.flatMap(({ nodes }) => nodes);

/** The lines before the first of these blocks that begins with a header. */
function preambleOf(blocks: readonly PlacedBlock[]): Part {
  const first = blocks.findIndex(({ block }) => startsSection(block));
  return new PartOfBlocks(blocks, 0, first < 0 ? blocks.length : first);
}

/** A file may have thousands, and few are asked for their blocks before the next edit. */
class PartOfBlocks implements Part {
  protected readonly all: readonly PlacedBlock[];
  protected readonly from: number;
  protected readonly to: number;
  private own: readonly PlacedBlock[] | undefined;
  private ownAssignments: readonly AssignmentNode[] | undefined;

  constructor(all: readonly PlacedBlock[], from: number, to: number) {
    this.all = all;
    this.from = from;
    this.to = to;
  }

  get blocks(): readonly PlacedBlock[] {
    this.own ??= this.all.slice(this.from, this.to);
    return this.own;
  }
  get name(): string {
    return '';
  }
  get nodes(): readonly Node[] {
    return nodesIn(this.blocks);
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

class SectionOfBlocks extends PartOfBlocks implements Section {
  get header(): HeaderNode {
    return this.all[this.from]!.nodeAt(0) as HeaderNode;
  }
  override get name(): string {
    return (this.all[this.from]!.block.contents[0] as HeaderNode['content'] & { readonly kind: 'header' }).name;
  }
  get span(): Span {
    return { start: this.all[this.from]!.start, end: this.all[this.to - 1]!.end };
  }
  override get nodes(): readonly Node[] {
    return super.nodes.slice(1);
  }
}

class FileOfBlocks implements UnitFile {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
  private ownSections: readonly Section[] | undefined;
  private ownNodes: readonly Node[] | undefined;

  constructor(text: string, blocks: readonly PlacedBlock[]) {
    this.text = text;
    this.blocks = blocks;
  }

  get sections(): readonly Section[] {
    this.ownSections ??= sectionsOf(this.blocks);
    return this.ownSections;
  }
  /** Of a file with thousands of sections the others are not made for it. */
  sectionAt(offset: number): Section | undefined {
    return this.blocks.length > 0 ? sectionAround(this.blocks, blockIndexAt(this.blocks, offset)) : undefined;
  }
  get nodes(): readonly Node[] {
    this.ownNodes ??= nodesIn(this.blocks);
    return this.ownNodes;
  }
  get preamble(): Part {
    return preambleOf(this.blocks);
  }
}
