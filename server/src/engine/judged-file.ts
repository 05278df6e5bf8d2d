import type { FileIdentity } from '../schema/file-identity.ts';
import { PLACEHOLDER } from '../syntax/placeholders.ts';
import type { Block, NodeContent, Section } from '../syntax/tree.ts';
import { memoize } from '../text/memoize.ts';
import type { Directive, ValueContext } from '../values/value-type.ts';
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
import type { Schema } from './schema.ts';
import { verdictOnValue } from './value-reading.ts';

export type { JudgedAssignment, SourceFile, Verdict } from './judged-block.ts';

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
  readonly version: number;
  readonly sections: readonly JudgedSection[];
  /** Those of all sections. */
  readonly blocks: readonly PlacedJudgement[];
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
  const known = schema.sectionsOf(source.identity);
  const isAlike = before !== undefined && isReadAlike(before, source, version);
  const reading = isAlike ? before.reading : {};
  if (before && !isAlike) cache.clear();
  const judged = (block: Block, section: string): JudgedBlock => {
    const readings = judgedBefore(block);
    const known = readings.find((each) => each.reading === reading && each.judged.section === section);
    if (known) return known.judged;
    if (readings.length >= MOST_READINGS) readings.shift();
    const made = judgeBlock(block, section, { source, schema, version, cache });
    readings.push({ reading, judged: made });
    return made;
  };
  const sections = source.tree.sections.map((section): JudgedSection => {
    const { name } = section;
    const status = known.includes(name) ? 'known' : name.startsWith('X-') ? 'extension' : 'unknown';
    const read = status === 'known' ? section.blocks : [];
    const blocks = read.map((placed) => placeJudgement(judged(placed.block, name), placed, source));
    return new SectionOfBlocks(section, status, blocks);
  });
  return judgedFile({ source, schema, version, reading }, sections);
}

/** What a block was judged as: as long as its file is read alike that stays. Of several targets each has its own reading. */
const judgedBefore = memoize((_: Block): { readonly reading: object; readonly judged: JudgedBlock }[] => []);

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

function judgedFile(
  { source, schema, version, reading }: Pick<JudgedFile, 'source' | 'schema' | 'version' | 'reading'>,
  whole: readonly JudgedSection[],
): JudgedFile {
  const allBlocks = whole.flatMap(({ blocks }) => blocks);
  const part = source.identity.role === 'drop-in' ? cutOffIn({ source, version, blocks: allBlocks }) : undefined;
  const sections = part
    ? whole.map(({ section, status, blocks }) => new SectionOfBlocks(section, status, blocks.map(part.cut)))
    : whole;
  const blocks = part ? sections.flatMap((section) => section.blocks) : allBlocks;
  return {
    source,
    schema,
    version,
    sections,
    blocks,
    allBlocks,
    reading,
    cutOff: part?.cutOff,
    get assignments() {
      return assignmentsIn(blocks);
    },
  };
}

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
  if (isPlaceholder(source, text)) return { directive, problems: [], accepted: true };
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
