import type { Block, CommentNode, PlacedBlock, UnitFile } from '../syntax/tree.ts';
import { nearest } from '../text/distance.ts';
import { lastAtMost } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import type { SourceFile } from '../units/judged-file.ts';
import type { Severity } from '../values/value-type.ts';
import { rules } from './registry.ts';
import { LaterSketch, type Said, type Sketch, sketched, withSeverity } from './sketch.ts';

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

interface Suppression {
  readonly comment: CommentNode;
  /** Rule ids; undefined for every rule. */
  readonly ids: readonly string[] | undefined;
  readonly where: 'line' | 'file';
  /** What it covers. */
  readonly covers: Span;
}

/** What a user says of the severity of rules; a rule that is not named keeps its own. */
export type SeverityMap = Readonly<Record<string, Severity | 'off'>>;

/** Findings after suppression comments and the user's severities; comments that suppress nothing are told as hints. */
export function settle(said: readonly Said[], source: SourceFile, severities: SeverityMap = {}): readonly Said[] {
  const suppressions = suppressionsOf(source.tree);
  if (suppressions.length === 0 && Object.keys(severities).length === 0) return said;
  const sketches = sketched(said);
  const kept = suppressions.length === 0 ? sketches : suppressed(sketches, source, suppressions);
  return kept.flatMap((sketch) => {
    const own = Object.hasOwn(severities, sketch.rule) ? severities[sketch.rule]! : sketch.severity;
    return own === 'off' ? [] : [withSeverity(sketch, own)];
  });
}

/** What no comment suppresses, and the comments that suppress nothing. */
function suppressed(sketches: readonly Sketch[], source: SourceFile, suppressions: readonly Suppression[]): Sketch[] {
  const used = new Set<Suppression>();
  const ofFile = suppressions.filter(({ where }) => where === 'file');
  const ofLines = linesOf(suppressions);
  const kept = sketches.filter((sketch) => {
    if (sketch.source !== source) return true;
    const ofAll = ofFile.find((candidate) => matches(candidate, sketch));
    const ofLine = ofLines(sketch.start).find((candidate) => matches(candidate, sketch));
    const hit = ofAll && ofLine ? firstOf(ofAll, ofLine) : (ofAll ?? ofLine);
    if (hit) used.add(hit);
    return !hit;
  });
  const unknown = suppressions.flatMap((suppression) => unknownSketches(suppression, source));
  const unused = suppressions.filter((item) => !used.has(item) && item.ids?.every(isRule) !== false);
  return [...kept, ...unknown, ...unused.map((item) => unusedSketch(item, source))];
}

const firstOf = (a: Suppression, b: Suppression): Suppression => (a.comment.start < b.comment.start ? a : b);

/** The comments about the line at a place: those of one line stand together, and lines follow each other. */
function linesOf(suppressions: readonly Suppression[]): (offset: number) => readonly Suppression[] {
  const groups: Suppression[][] = [];
  for (const suppression of suppressions) {
    if (suppression.where === 'file') continue;
    const last = groups.at(-1);
    if (last?.[0]?.covers.start === suppression.covers.start) last.push(suppression);
    else groups.push([suppression]);
  }
  if (groups.length === 0) return () => [];
  return (offset) => groups[lastAtMost(groups.length, offset, (index) => groups[index]![0]!.covers.start)]!;
}

function matches({ ids, covers }: Suppression, { rule, start }: Sketch): boolean {
  return covers.start <= start && start < Math.max(covers.end, covers.start + 1) && (ids?.includes(rule) ?? true);
}

function suppressionsOf(tree: UnitFile): Suppression[] {
  const found: Suppression[] = [];
  if (!tree.text.includes('systemd-units:')) return found;
  /** Those of the lines right above: they wait for the line they are about. */
  let waiting: Omit<Suppression, 'covers'>[] = [];
  const about = (covers: Span): void => {
    found.push(...waiting.map((suppression) => ({ ...suppression, covers })));
    waiting = [];
  };
  for (const placed of tree.blocks) {
    for (const [index, content] of placed.block.contents.entries()) {
      if (content.kind === 'blank') continue;
      if (content.kind !== 'comment') {
        if (waiting.length > 0) about(placed.nodeAt(index).span);
        continue;
      }
      const read = readIn(placed, tree.text)[index];
      if (!read) continue;
      const comment = placed.nodeAt(index) as CommentNode;
      const { ids, where } = read;
      const suppression = { comment, where, ids: ids.length > 0 ? ids : undefined };
      if (where === 'line') waiting.push(suppression);
      else found.push({ ...suppression, covers: { start: 0, end: tree.text.length + 1 } });
    }
  }
  about({ start: END, end: END });
  return found;
}

/** After every place: what stands at the end of the file is about nothing. */
const END = Number.POSITIVE_INFINITY;

type Reading = ReturnType<typeof suppressionIn>;

/** What the comments of a block say, by index. */
function readIn({ block, start }: PlacedBlock, text: string): readonly Reading[] {
  const known = readings.get(block);
  if (known) return known;
  const read = block.contents.map((content, index): Reading => {
    if (content.kind !== 'comment') return undefined;
    const at = start + block.offsets[index]!;
    return suppressionIn(text.slice(at + content.textSpan.start, at + content.textSpan.end));
  });
  readings.set(block, read);
  return read;
}

const readings = new WeakMap<Block, readonly Reading[]>();

const isRule = (id: string): boolean => rules.some((rule) => rule.id === id);

/** One for each word of a comment that is no rule. */
function unknownSketches({ comment, ids = [] }: Suppression, source: SourceFile): Sketch[] {
  const { start, end } = comment.textSpan;
  const text = source.tree.text.slice(start, end);
  return ids
    .filter((id) => !isRule(id))
    .map((id) => {
      const at = start + text.lastIndexOf(id);
      const span = { start: at, end: at + id.length };
      const outline = { ...span, rule: 'suppression-unknown', source, severity: 'warning' } as const;
      return new LaterSketch(outline, () => {
        const meant = nearest(
          id,
          rules.map((rule) => rule.id),
        );
        const message = `There is no rule "${id}", so this comment hides nothing of it.`;
        if (meant === undefined) return { ...outline, message };
        const fixes = [{ title: `Change to ${meant}`, edits: [{ ...span, text: meant }] }];
        return { ...outline, message: `${message} Did you mean ${meant}?`, fixes };
      });
    });
}

function unusedSketch({ comment, ids }: Suppression, source: SourceFile): Sketch {
  const what = ids ? ids.join(', ') : 'anything';
  const outline = { ...comment.textSpan, rule: 'suppression-unused', source, severity: 'hint' } as const;
  return new LaterSketch(outline, () => ({
    ...outline,
    message: `There is nothing here that ${what} would report: this comment suppresses nothing.`,
    fixes: [{ title: 'Remove the comment', edits: [{ ...comment.span, text: '' }], preferred: true }],
    tag: 'unnecessary',
  }));
}
