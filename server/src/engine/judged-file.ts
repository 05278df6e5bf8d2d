import type { FileIdentity } from '../schema/file-identity.ts';
import { PLACEHOLDER } from '../syntax/placeholders.ts';
import type { Block, NodeContent, Section } from '../syntax/tree.ts';
import { memoize } from '../text/memoize.ts';
import type { Directive, ValueContext, ValueProblem } from '../values/value-type.ts';
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
import { tellingNewer } from './newer-value.ts';
import type { Schema } from './schema.ts';

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
export type VerdictCache = Map<Directive, Map<string, Verdict>>;

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

/** Problems that are told of one value: nobody reads more of a line. */
const MOST_PROBLEMS = 100;

/** Characters that are read to see whether fixes mend a value; what is not tried is not offered. */
const MOST_TRIED = 50_000;

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

const costsAssignment = (problem: ValueProblem): boolean =>
  problem.severity === 'error' || (problem.severity === 'warning' && (problem.effect ?? 'ignored') === 'ignored');

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
  const { source, schema, version, cache } = judging;
  const directive = schema.directivesOf(source.identity).find(section, key, version);
  if (!directive) return UNKNOWN_KEY;
  if (isPlaceholder(source, text)) return { directive, problems: [], accepted: true };
  const verdicts = cache.get(directive) ?? new Map<string, Verdict>();
  cache.set(directive, verdicts);
  const known = verdicts.get(text);
  if (known) return known;
  const type = directive.valueType;
  const context = contextOf(directive, source.identity, version);
  const check = (value: string) => type?.check(value, context) ?? [];
  const all = tellingNewer(check(text), text, context);
  const tried = Math.max(1, Math.floor(MOST_TRIED / (text.length + 1)));
  const problems = all
    .slice(0, MOST_PROBLEMS)
    .map((problem, index) => (index < tried ? triedWhenAsked(problem, text, check) : withoutFix(problem)));
  const verdict: Verdict = { directive, problems, accepted: !all.some(costsAssignment) };
  if (verdicts.size > MOST_VERDICTS) verdicts.clear();
  verdicts.set(text, verdict);
  return verdict;
}

const withoutFix = (problem: ValueProblem): ValueProblem =>
  problem.replacement === undefined ? problem : { ...problem, replacement: undefined };

type Check = (value: string) => readonly ValueProblem[];

/** Most judgements are of texts whose fixes nobody reads, those of other fixes among them. */
function triedWhenAsked(problem: ValueProblem, text: string, check: Check): ValueProblem {
  if (!problem.replacement) return problem;
  let known: boolean | undefined;
  return { ...problem, isMended: () => (known ??= isMended(problem, text, check)) };
}

/** Whether systemd would be content with what the problem's fix writes. */
function isMended({ replacement = '', replaces, ...at }: ValueProblem, text: string, check: Check): boolean {
  const { start, end } = replaces ?? at;
  const after = check(text.slice(0, start) + replacement + text.slice(end));
  const isMinded = (left: ValueProblem): boolean =>
    (left.severity === 'error' || left.severity === 'warning') &&
    left.start < start + replacement.length &&
    left.end > start;
  return !after.some(isMinded);
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
