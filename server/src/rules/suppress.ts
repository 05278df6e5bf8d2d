import type { Block, CommentNode, PlacedBlock, UnitFile } from '../syntax/tree.ts';
import { nearest } from '../text/distance.ts';
import { lastAtMost } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import type { SourceFile } from '../units/judged-file.ts';
import type { Severity } from '../values/value-type.ts';
import { rules } from './registry.ts';
import { type Batch, countsOf, LaterSketch, rankOf, type Said, type Sketch, sketched, withSeverity } from './sketch.ts';

/** `# systemd-units: ignore rule-id other-rule`, `# systemd-units: ignore-file`. */
const DIRECTIVE = /^[#;]\s*systemd-units:\s*(ignore|ignore-file)(?:[\s:](.*))?$/;

/** The rules a comment keeps quiet, none named for all of them, and where; undefined for any other comment. */
export function suppressionIn(
  comment: string,
): { readonly ids: readonly string[]; readonly where: 'line' | 'file' } | undefined {
  const match = DIRECTIVE.exec(comment.trimEnd());
  if (!match) return undefined;
  const ids = (match[2] ?? '').split(/[\s,:]+/).filter((id) => id !== '');
  return { ids, where: match[1] === 'ignore-file' ? 'file' : 'line' };
}

/** Comments that say the same line is not to be minded, or the file: as far as they stand in one block. */
interface Suppressions {
  readonly placed: PlacedBlock;
  readonly group: Group;
  readonly where: 'line' | 'file';
  /** What they cover. */
  readonly covers: Span;
  /** Those of them that have suppressed something, by their places in the block. */
  readonly used: Set<number>;
}

/** What a user says of the severity of rules; a rule that is not named keeps its own. */
export type SeverityMap = Readonly<Record<string, Severity | 'off'>>;

/** Findings after suppression comments and the user's severities; comments that suppress nothing are told as hints. */
export function settle(said: readonly Said[], source: SourceFile, severities: SeverityMap = {}): readonly Said[] {
  const suppressions = suppressionsOf(source.tree);
  const kept = suppressions.length === 0 ? said : suppressed(said, source, suppressions);
  if (Object.keys(severities).length === 0) return kept;
  return sketched(kept).flatMap((sketch) => {
    const own = Object.hasOwn(severities, sketch.rule) ? severities[sketch.rule]! : sketch.severity;
    return own === 'off' ? [] : [withSeverity(sketch, own)];
  });
}

/** What no comment suppresses, and the comments that suppress nothing. */
function suppressed(said: readonly Said[], source: SourceFile, suppressions: readonly Suppressions[]): Said[] {
  const ofFile = firstOfFile(suppressions);
  const ofLines = linesOf(suppressions);
  const isMeant = (each: Said): boolean =>
    each.source === source && (ofFile !== undefined || ofLines(each.end).some(({ covers }) => covers.end > each.start));
  const isKept = (sketch: Sketch): boolean => {
    const all = ofFile?.(sketch.rule);
    const line = firstHit(
      ofLines(sketch.start).filter(({ covers }) => isIn(covers, sketch.start)),
      sketch.rule,
    );
    // Of two comments the first counts as used.
    const hit = all && line ? (all.at < line.at ? all : line) : (all ?? line);
    hit?.used.add(hit.index);
    return !hit;
  };
  // What is said of a block that no comment is about need not be looked at.
  const kept = said.flatMap((each) => (isMeant(each) ? sketched([each]).filter(isKept) : [each]));
  for (const each of suppressions) {
    if (each.group.unknown.length > 0) kept.push(...unknownSketches(each, source));
    if (each.used.size < each.group.known.length) kept.push(unusedComments(each, source));
  }
  return kept;
}

const isIn = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < Math.max(end, start + 1);

/** A comment that suppresses a finding. */
interface Hit extends Pick<Suppressions, 'used'> {
  readonly index: number;
  /** Where it stands. */
  readonly at: number;
}

function firstHit(suppressions: readonly Suppressions[], rule: string): Hit | undefined {
  for (const { placed, group, used } of suppressions) {
    const index = group.indexes.find((each) => {
      const { ids } = group.readings[each]!;
      return ids.length === 0 || ids.includes(rule);
    });
    if (index !== undefined) return { used, index, at: placed.start + placed.block.offsets[index]! };
  }
  return undefined;
}

/** The first comment that keeps a rule quiet in the whole file; undefined where there is none about the file. */
function firstOfFile(suppressions: readonly Suppressions[]): ((rule: string) => Hit | undefined) | undefined {
  const ofFile = suppressions.filter(({ where }) => where === 'file');
  if (ofFile.length === 0) return undefined;
  const known = new Map<string, Hit | undefined>();
  return (rule) => {
    if (!known.has(rule)) known.set(rule, firstHit(ofFile, rule));
    return known.get(rule);
  };
}

/** The comments about the line at a place: those of one line stand together, and lines follow each other. */
function linesOf(suppressions: readonly Suppressions[]): (offset: number) => readonly Suppressions[] {
  const lines: Suppressions[][] = [];
  for (const suppression of suppressions) {
    if (suppression.where === 'file') continue;
    const last = lines.at(-1);
    if (last?.[0]?.covers.start === suppression.covers.start) last.push(suppression);
    else lines.push([suppression]);
  }
  if (lines.length === 0) return () => [];
  return (offset) => lines[lastAtMost(lines.length, offset, (index) => lines[index]![0]!.covers.start)]!;
}

function suppressionsOf({ blocks, text }: UnitFile): Suppressions[] {
  const found: Suppressions[] = [];
  /** Those of the lines right above: they wait for the line they are about. */
  let waiting: Omit<Suppressions, 'covers'>[] = [];
  const about = (covers: Span): void => {
    if (waiting.length === 0) return;
    found.push(...waiting.map((suppressions) => ({ ...suppressions, covers })));
    waiting = [];
  };
  for (const placed of blocks) {
    const { groups, first } = groupsIn(placed, text);
    if (first !== undefined && waiting.length > 0) about(placed.nodeAt(first).span);
    for (const group of groups) {
      const { where } = group;
      const suppressions = { placed, group, where, used: new Set<number>() };
      if (where === 'file') found.push({ ...suppressions, covers: { start: 0, end: text.length + 1 } });
      else waiting.push(suppressions);
      if (where === 'line' && group.about !== undefined) about(placed.nodeAt(group.about).span);
    }
  }
  about({ start: END, end: END });
  return found;
}

/** After every place: what stands at the end of the file is about nothing. */
const END = Number.POSITIVE_INFINITY;

type Reading = ReturnType<typeof suppressionIn>;

/** Comments of a block that are about the same line, or the file. */
interface Group {
  readonly where: 'line' | 'file';
  readonly indexes: readonly number[];
  /** What the comments of the block say, by index. */
  readonly readings: readonly NonNullable<Reading>[];
  /** The line they are about; undefined when it comes after the block. */
  readonly about: number | undefined;
  /** Those that name a rule that there is not. */
  readonly unknown: readonly number[];
  /** Those that name none such: what they do not suppress, nobody does. */
  readonly known: readonly number[];
}

interface Groups {
  readonly groups: readonly Group[];
  /** The first line that is more than a comment: comments above the block are about it. */
  readonly first: number | undefined;
}

/** What stands in a block, read once wherever it stands. */
const groupsOf = new WeakMap<Block, Groups>();

function groupsIn({ block, start }: PlacedBlock, text: string): Groups {
  const known = groupsOf.get(block);
  if (known) return known;
  const readings: NonNullable<Reading>[] = [];
  const groups: Group[] = [];
  let first: number | undefined;
  let waiting: number[] = [];
  const add = (where: 'line' | 'file', indexes: readonly number[], about?: number): void => {
    if (indexes.length === 0) return;
    const isKnown = (index: number): boolean => readings[index]!.ids.every(isRule);
    const unknown = indexes.filter((index) => !isKnown(index));
    groups.push({ where, indexes, readings, about, unknown, known: indexes.filter(isKnown) });
  };
  for (const [index, content] of block.contents.entries()) {
    if (content.kind === 'blank') continue;
    if (content.kind !== 'comment') {
      first ??= index;
      add('line', waiting, index);
      waiting = [];
      continue;
    }
    const at = start + block.offsets[index]!;
    const read = suppressionIn(text.slice(at + content.textSpan.start, at + content.textSpan.end));
    if (!read) continue;
    readings[index] = read;
    if (read.where === 'line') waiting.push(index);
    else add('file', [index]);
  }
  add('line', waiting);
  const result = { groups, first };
  groupsOf.set(block, result);
  return result;
}

const ids: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
const isRule = (id: string): boolean => ids.has(id);

/** One for each word of a comment that is not a rule. */
function unknownSketches({ placed, group }: Suppressions, source: SourceFile): Sketch[] {
  return group.unknown.flatMap((index) => {
    const { start, end } = (placed.nodeAt(index) as CommentNode).textSpan;
    const text = source.tree.text.slice(start, end);
    return group.readings[index]!.ids.filter((id) => !isRule(id)).map((id) => {
      const at = start + text.lastIndexOf(id);
      return unknownSketch(id, { start: at, end: at + id.length }, source);
    });
  });
}

function unknownSketch(id: string, span: Span, source: SourceFile): Sketch {
  const outline = { ...span, rule: 'suppression-unknown', source, severity: 'warning' } as const;
  return new LaterSketch(outline, () => {
    const meant = nearest(id, [...ids]);
    const message = `There is no rule "${id}", so this comment hides nothing of it.`;
    if (meant === undefined) return { ...outline, message };
    const fixes = [{ title: `Change to ${meant}`, edits: [{ ...span, text: meant }] }];
    return { ...outline, message: `${message} Did you mean ${meant}?`, fixes };
  });
}

const UNUSED = { rule: 'suppression-unused', severity: 'hint' } as const;

/** Those that have suppressed nothing. */
function unusedComments({ placed, group, used }: Suppressions, source: SourceFile): Batch {
  const unused = used.size === 0 ? group.known : group.known.filter((index) => !used.has(index));
  return {
    start: placed.start,
    end: placed.end,
    source,
    counts: countsOf([]).map((_, rank) => (rank === rankOf(UNUSED.severity) ? unused.length : 0)),
    sketches: () => unused.map((index) => unusedSketch(placed, index, { group, source })),
  };
}

function unusedSketch(
  placed: PlacedBlock,
  index: number,
  { group, source }: { readonly group: Group; readonly source: SourceFile },
): Sketch {
  const comment = placed.nodeAt(index) as CommentNode;
  const outline = { ...comment.textSpan, ...UNUSED, source } as const;
  return new LaterSketch(outline, () => {
    const named = group.readings[index]!.ids;
    const what = named.length > 0 ? named.join(', ') : 'anything';
    return {
      ...outline,
      message: `There is nothing here that ${what} would report: this comment suppresses nothing.`,
      fixes: [{ title: 'Remove the comment', edits: [{ ...comment.span, text: '' }], preferred: true }],
      tag: 'unnecessary',
    };
  });
}
