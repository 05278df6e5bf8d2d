import { isRule, ruleIds } from '../../dialects/rules.ts';
import type { SourceFile } from '../../engine/judged-file.ts';
import {
  countsOf,
  DeferredFinding,
  type FindingBatch,
  type FindingOrBatch,
  type LazyFinding,
  rankOf,
  withoutBatches,
  withSeverity,
} from '../../engine/lazy-finding.ts';
import type { CommentNode, PlacedBlock } from '../../syntax/tree.ts';
import { lastAtMost } from '../../text/binary-search.ts';
import { nearest } from '../../text/edit-distance.ts';
import type { Span } from '../../text/span.ts';
import type { Severity } from '../../values/value-type.ts';
import { type Group, type Suppressions, suppressionsOf } from './suppression-comments.ts';

/** What a user says of the severity of rules; a rule that is not named keeps its own. */
export type SeverityMap = Readonly<Record<string, Severity | 'off'>>;

/** Findings after suppression comments and the user's severities; comments that suppress nothing are told as hints. */
export function applySuppressions(
  findings: readonly FindingOrBatch[],
  source: SourceFile,
  severities: SeverityMap = {},
): readonly FindingOrBatch[] {
  const suppressions = suppressionsOf(source.tree);
  const kept = suppressions.length === 0 ? findings : suppressed(findings, source, suppressions);
  if (Object.keys(severities).length === 0) return kept;
  return withoutBatches(kept).flatMap((lazy) => {
    const own = Object.hasOwn(severities, lazy.rule) ? severities[lazy.rule]! : lazy.severity;
    return own === 'off' ? [] : [withSeverity(lazy, own)];
  });
}

/** What no comment suppresses, and the comments that suppress nothing. */
function suppressed(
  findings: readonly FindingOrBatch[],
  source: SourceFile,
  suppressions: readonly Suppressions[],
): FindingOrBatch[] {
  const ofFile = firstOfFile(suppressions);
  const ofLines = linesOf(suppressions);
  const isMeant = (each: FindingOrBatch): boolean =>
    each.source === source && (ofFile !== undefined || ofLines(each.end).some(({ covers }) => covers.end > each.start));
  const isKept = (lazy: LazyFinding): boolean => {
    const all = ofFile?.(lazy.rule);
    const line = firstHit(
      ofLines(lazy.start).filter(({ covers }) => isIn(covers, lazy.start)),
      lazy.rule,
    );
    // Of two comments the first counts as used.
    const hit = all && line ? (all.at < line.at ? all : line) : (all ?? line);
    hit?.used.add(hit.index);
    return !hit;
  };
  // What is findings of a block that no comment is about need not be looked at.
  const kept = findings.flatMap((each) => (isMeant(each) ? withoutBatches([each]).filter(isKept) : [each]));
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

/** One for each word of a comment that is not a rule. */
function unknownSketches({ placed, group }: Suppressions, source: SourceFile): LazyFinding[] {
  return group.unknown.flatMap((index) => {
    const { start, end } = (placed.nodeAt(index) as CommentNode).textSpan;
    const text = source.tree.text.slice(start, end);
    return group.readings[index]!.ids.filter((id) => !isRule(id)).map((id) => {
      const at = start + text.lastIndexOf(id);
      return unknownSketch(id, { start: at, end: at + id.length }, source);
    });
  });
}

function unknownSketch(id: string, span: Span, source: SourceFile): LazyFinding {
  const outline = { ...span, rule: 'suppression-unknown', source, severity: 'warning' } as const;
  return new DeferredFinding(outline, () => {
    const meant = nearest(id, ruleIds);
    const message = `Unknown rule "${id}"; this comment hides nothing.`;
    if (meant === undefined) return { ...outline, message };
    const fixes = [{ title: `Change to ${meant}`, edits: [{ ...span, text: meant }] }];
    return { ...outline, message: `${message} Did you mean ${meant}?`, fixes };
  });
}

const UNUSED = { rule: 'suppression-unused', severity: 'hint' } as const;

/** Those that have suppressed nothing. */
function unusedComments({ placed, group, used }: Suppressions, source: SourceFile): FindingBatch {
  const unused = used.size === 0 ? group.known : group.known.filter((index) => !used.has(index));
  return {
    start: placed.start,
    end: placed.end,
    source,
    counts: countsOf([]).map((_, rank) => (rank === rankOf(UNUSED.severity) ? unused.length : 0)),
    findings: () => unused.map((index) => unusedSketch(placed, index, { group, source })),
  };
}

function unusedSketch(
  placed: PlacedBlock,
  index: number,
  { group, source }: { readonly group: Group; readonly source: SourceFile },
): LazyFinding {
  const comment = placed.nodeAt(index) as CommentNode;
  const outline = { ...comment.textSpan, ...UNUSED, source } as const;
  return new DeferredFinding(outline, () => {
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
