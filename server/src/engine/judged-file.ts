import type { FileIdentity } from '../schema/file-identity.ts';
import { PLACEHOLDER } from '../syntax/placeholders.ts';
import type { Block, NodeContent, PlacedBlock, Section } from '../syntax/tree.ts';
import { startsSection } from '../syntax/unit-file.ts';
import { memoize } from '../text/memoize.ts';
import type { Directive, ValueContext } from '../values/value-type.ts';
import type { DirectiveTable } from './directive-table.ts';
import { type CutOff, cutOffIn } from './drop-in-cut-off.ts';
import {
  assignmentsIn,
  type JudgedAssignment,
  type JudgedBlock,
  type PlacedJudgement,
  placeJudgement,
  type SourceFile,
  type Verdict,
} from './judged-block.ts';
import { isSectionless, PREAMBLE, type Schema, sectionsRead } from './schema.ts';
import { verdictOnValue } from './value-reading.ts';

export type { JudgedAssignment, SourceFile, Verdict } from './judged-block.ts';

/** One for each block of the tree; undefined for those of which systemd reads nothing. */
type JudgedBlocks = readonly (JudgedBlock | undefined)[];

export interface JudgedSection {
  readonly section: Section;
  /** `extension` sections start with `X-`; systemd reads nothing in those and in unknown ones. */
  readonly status: 'known' | 'unknown' | 'extension';
  /** Empty unless known; so are its assignments. */
  readonly blocks: readonly PlacedJudgement[];
  readonly assignments: readonly JudgedAssignment[];
}

export interface JudgedFile {
  readonly source: SourceFile;
  readonly schema: Schema;
  /** What may stand in the file. */
  readonly directives: DirectiveTable;
  readonly version: number;
  readonly sections: readonly JudgedSection[];
  /** What stands before the first header, where the program reads that. */
  readonly preamble: readonly PlacedJudgement[];
  /** Those of the preamble and of all sections. */
  readonly blocks: readonly PlacedJudgement[];
  readonly judgedBlocks: JudgedBlocks;
  /** Names of the sections that are read. */
  readonly known: ReadonlySet<string>;
  /** The same object as long as every value is judged as it was: for the same path, version and kind. */
  readonly reading: object;
  /** Of a drop-in, the line at which systemd stops reading: nothing below it is judged or counts. */
  readonly cutOff: CutOff | undefined;
  /** The blocks as if nothing had stopped systemd. */
  readonly allBlocks: readonly PlacedJudgement[];
  readonly assignments: readonly JudgedAssignment[];
}

/** Verdicts by directive and value, for one unit, manager and version. */
export type VerdictCache = Map<Directive, VerdictsOnValues>;

interface VerdictsOnValues {
  readonly verdicts: Map<string, Verdict>;
  readonly context: ValueContext;
}

export interface JudgeOptions {
  /** What may stand in the file. */
  readonly schema: Schema;
  readonly version: number;
  readonly cache?: VerdictCache | undefined;
  /** The same file as it was: verdicts on lines that stand there unchanged are taken over. */
  readonly before?: JudgedFile | undefined;
}

/** Values a file may have had before its verdicts are forgotten. */
const MOST_VERDICTS = 50_000;

const UNKNOWN_KEY: Verdict = { directive: undefined, problems: [], accepted: false };

/** Judges every value of a file for a systemd version. */
export function judgeFile(
  source: SourceFile,
  { schema, version, cache = new Map(), before }: JudgeOptions,
): JudgedFile {
  const known = new Set(sectionsRead(schema, source, version));
  const isAlike = before !== undefined && isReadAlike(before, source, version) && isSame(before.known, known);
  const reading = isAlike ? before.reading : {};
  if (before && !isAlike) cache.clear();
  const judging = { source, schema, version, cache, reading, known };
  return judgedFile(judging, judgeBlocks(judging, isAlike ? before : undefined));
}

/** Blocks that stand in the file before, in the same section, are as they were there: of thousands few are looked at. */
function judgeBlocks(judging: Judging, before: JudgedFile | undefined): JudgedBlocks {
  const { blocks } = judging.source.tree;
  const same = before ? unchanged(before.source.tree.blocks, blocks) : { above: 0, below: blocks.length };
  const judged: (JudgedBlock | undefined)[] = before?.judgedBlocks.slice(0, same.above) ?? [];
  for (let at = same.above; at < same.below; at++)
    judged.push(judgedAs(sectionAround(blocks, at), blocks[at]!.block, judging));
  const by = (before?.judgedBlocks.length ?? 0) - blocks.length;
  for (let at = same.below; at < blocks.length; at++) judged.push(before!.judgedBlocks[at + by]);
  return judged;
}

/** Up to which block all are as before, and from which on; the first of the latter begins a section. */
function unchanged(before: readonly PlacedBlock[], blocks: readonly PlacedBlock[]): { above: number; below: number } {
  const most = Math.min(before.length, blocks.length);
  let above = 0;
  while (above < most && before[above] === blocks[above]) above++;
  const by = before.length - blocks.length;
  let at = blocks.length;
  let below = at;
  while (at > above && at + by > above && before[at + by - 1]!.block === blocks[at - 1]!.block) {
    at--;
    if (startsSection(blocks[at]!.block)) below = at;
  }
  return { above, below };
}

/** The name of the section that the block with that number is in; undefined below a header without a name. */
function sectionAround(blocks: readonly PlacedBlock[], at: number): string | undefined {
  for (let head = at; head >= 0; head--) {
    const [first] = blocks[head]!.block.contents;
    if (first?.kind === 'header') return first.name === PREAMBLE ? undefined : first.name;
  }
  return PREAMBLE;
}

function judgedAs(section: string | undefined, block: Block, judging: Judging): JudgedBlock | undefined {
  if (section === undefined || !judging.known.has(section)) return undefined;
  const before = judgedBefore(block);
  for (const { reading, judged } of before.readings)
    if (reading === judging.reading && judged.section === section) return judged;
  const judged = judgeBlock(block, section, judging);
  before.readings = [...before.readings.slice(1 - MOST_READINGS), { reading: judging.reading, judged }];
  return judged;
}

interface Readings {
  readings: readonly { readonly reading: object; readonly judged: JudgedBlock }[];
}

/** What a block was judged as: as long as its file is read alike that stays. Of several targets each has its own reading. */
const judgedBefore = memoize((_: Block): Readings => ({ readings: [] }));

/** As many as there are releases; those of settings that were changed since go. */
const MOST_READINGS = 32;

class SectionOfBlocks implements JudgedSection {
  readonly section: Section;
  readonly status: JudgedSection['status'];
  readonly blocks: readonly PlacedJudgement[];

  constructor(section: Section, status: JudgedSection['status'], blocks: readonly PlacedJudgement[]) {
    this.section = section;
    this.status = status;
    this.blocks = blocks;
  }

  get assignments(): readonly JudgedAssignment[] {
    return assignmentsIn(this.blocks);
  }
}

/** Blocks are placed when somebody asks for them: of thousands of sections that is not done for a letter and its completion. */
function judgedFile({ source, schema, version, reading, known }: Judging, judgedBlocks: JudgedBlocks): JudgedFile {
  let all: readonly PlacedJudgement[] | undefined;
  let read: BlocksRead | undefined;
  let sections: readonly JudgedSection[] | undefined;
  const allBlocks = (): readonly PlacedJudgement[] => (all ??= placedBlocks(source, judgedBlocks));
  const blocksRead = (): BlocksRead => (read ??= readUntilCutOff({ source, version, blocks: allBlocks() }));
  return {
    source,
    schema,
    directives: schema.directivesOf(source.identity),
    version,
    get blocks() {
      return blocksRead().blocks;
    },
    get allBlocks() {
      return allBlocks();
    },
    judgedBlocks,
    known,
    reading,
    get cutOff() {
      return blocksRead().cutOff;
    },
    get preamble() {
      return this.blocks.slice(0, preambleLength(source, schema));
    },
    get sections() {
      sections ??= judgedSections({ source, schema, judgedBlocks, blocks: this.blocks });
      return sections;
    },
    get assignments() {
      return assignmentsIn(this.blocks);
    },
  };
}

function placedBlocks(source: SourceFile, judgedBlocks: JudgedBlocks): readonly PlacedJudgement[] {
  const { blocks } = source.tree;
  const placed: PlacedJudgement[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const judged = judgedBlocks[at];
    if (judged) placed.push(placeJudgement(judged, blocks[at]!, source));
  }
  return placed;
}

type BlocksRead = Pick<JudgedFile, 'blocks' | 'cutOff'>;

function readUntilCutOff(all: Pick<JudgedFile, 'source' | 'version' | 'blocks'>): BlocksRead {
  const { source, blocks } = all;
  const part = source.identity.role === 'drop-in' && !source.identity.isRefusedWhole ? cutOffIn(all) : undefined;
  return { blocks: part ? blocks.map(part.cut) : blocks, cutOff: part?.cutOff };
}

/** How many blocks stand before the first header, where the program reads those. */
const preambleLength = ({ tree, identity }: SourceFile, schema: Schema): number =>
  isSectionless(schema, identity) ? tree.preamble.blocks.length : 0;

function judgedSections({
  source,
  schema,
  judgedBlocks,
  blocks,
}: Pick<JudgedFile, 'source' | 'schema' | 'judgedBlocks' | 'blocks'>): JudgedSection[] {
  const { tree, identity } = source;
  const isForOthers = ({ name }: Section): boolean => name.startsWith('X-') && !isSectionless(schema, identity);
  let at = tree.blocks.findIndex(({ block }) => startsSection(block));
  let from = preambleLength(source, schema);
  return tree.sections.map((section) => {
    const count = section.blocks.length;
    const isKnown = judgedBlocks[at] !== undefined;
    const status = isKnown ? 'known' : isForOthers(section) ? 'extension' : 'unknown';
    const own = isKnown ? blocks.slice(from, from + count) : [];
    at += count;
    from += own.length;
    return new SectionOfBlocks(section, status, own);
  });
}

const isSame = (before: ReadonlySet<string>, now: ReadonlySet<string>): boolean =>
  before.size === now.size && [...now].every((name) => before.has(name));

/** Whether a value would be judged as it was in the file before. */
function isReadAlike(
  { source, version: earlier }: JudgedFile,
  { path, identity }: SourceFile,
  version: number,
): boolean {
  const before = source.identity;
  return (
    earlier === version &&
    source.path === path &&
    before.dialect === identity.dialect &&
    before.kind === identity.kind &&
    before.manager === identity.manager &&
    before.podman === identity.podman &&
    before.unit?.text === identity.unit?.text &&
    before.isSource === identity.isSource
  );
}

interface Judging {
  readonly source: SourceFile;
  readonly schema: Schema;
  readonly version: number;
  readonly cache: VerdictCache;
  readonly reading: object;
  /** Names of the sections that are read. */
  readonly known: ReadonlySet<string>;
}

function judgeBlock(block: Block, section: string, judging: Judging): JudgedBlock {
  const verdicts = block.contents.map((content) =>
    content.kind === 'assignment' ? verdictOn(content, section, judging) : undefined,
  );
  return { block, section, verdicts };
}

type Assignment = Extract<NodeContent, { kind: 'assignment' }>;

function verdictOn({ key, value: { text } }: Assignment, section: string, judging: Judging): Verdict {
  const { source, schema, version } = judging;
  const directive = schema.directivesOf(source.identity).find(section, key, version);
  if (!directive) return UNKNOWN_KEY;
  const isJudged = schema.isJudged?.(source.identity, version) ?? true;
  if (!isJudged || isPlaceholder(source, text)) return { directive, problems: [], accepted: true };
  const { verdicts, context } = cachedFor(directive, judging);
  const known = verdicts.get(text);
  if (known) return known;
  const verdict = verdictOnValue(text, context);
  if (verdicts.size > MOST_VERDICTS) verdicts.clear();
  verdicts.set(text, verdict);
  return verdict;
}

function cachedFor(directive: Directive, { source, version, cache }: Judging): VerdictsOnValues {
  const known = cache.get(directive);
  if (known) return known;
  const made = { verdicts: new Map(), context: contextOf(directive, source.identity, version) };
  cache.set(directive, made);
  return made;
}

/** The context in which a value of this file is judged. */
export function contextOf(directive: Directive, file: FileIdentity, version: number): ValueContext {
  return {
    directive,
    version,
    manager: file.manager,
    kind: directive.dialect === file.dialect ? file.kind : (file.makes ?? file.kind),
    unit: file.unit,
    podman: file.podman,
  };
}

/** In `foo.service.in` and the like, what the build will put there is not ours to judge. */
const isPlaceholder = (source: SourceFile, text: string): boolean =>
  source.identity.isSource && (text.startsWith('$') || PLACEHOLDER.test(text));
