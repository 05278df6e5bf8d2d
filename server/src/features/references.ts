import { assignmentsIn } from '../engine/judged-block.ts';
import { contextOf, type JudgedAssignment } from '../engine/judged-file.ts';
import { fromSource, toSourceSpan } from '../syntax/value.ts';
import { lastAtMost } from '../text/binary-search.ts';
import type { Span } from '../text/span.ts';
import { inTimeSlices, type TimeSliced } from '../text/time-slices.ts';
import { uriPath } from '../text/uri-part.ts';
import type { Reference } from '../values/value-type.ts';
import type { Document } from './document.ts';

/** A reference with its place in the source. */
export interface SourceReference extends Reference {
  readonly assignment: JudgedAssignment;
}

/** Everything the document's values point to, in source order. */
export function referencesIn({ judged }: Document): SourceReference[] {
  if (!judged) return [];
  return judged.assignments.flatMap((assignment) => referencesOf(assignment, judged.version));
}

/** What the value at a place points to. */
export function referencesAround({ judged }: Document, offset: number): SourceReference[] {
  if (!judged || judged.blocks.length === 0) return [];
  const { blocks } = judged;
  const at = lastAtMost(blocks.length, offset, (index) => blocks[index]!.placed.start);
  // At the end of a line both the line and the next are near.
  return blocks.slice(Math.max(0, at - 1), at + 1).flatMap((place) =>
    assignmentsIn([place])
      .filter(({ node }) => node.start <= offset && offset <= node.span.end)
      .flatMap((assignment) => referencesOf(assignment, judged.version, nearIn(assignment, offset))),
  );
}

/** The place in the value, and a bit around it: behind a continuation more places than one are the same. */
function nearIn({ node: { value } }: JudgedAssignment, offset: number): Span {
  const at = fromSource(value, offset);
  return { start: at - 2, end: at + 2 };
}

function referencesOf(assignment: JudgedAssignment, version: number, near?: Span): SourceReference[] {
  const { value } = assignment.node;
  return foundIn(assignment, version, near).map((reference) => ({
    ...reference,
    ...toSourceSpan(value, reference.start, reference.end),
    assignment,
  }));
}

/** Offsets count in the value. */
function foundIn({ directive, node, source }: JudgedAssignment, version: number, near?: Span): readonly Reference[] {
  if (!directive) return [];
  const context = contextOf(directive, source.identity, version);
  return directive.valueType?.references?.(node.value.text, context, near) ?? [];
}

/** A link from a place in the text: a file, an address, or a page of the manual (`man:systemd.unit(5)`). */
export interface DocumentLink extends Span {
  readonly target: string;
  readonly tooltip: string;
}

/**
 * What is marked of a value: of a line longer than that editors leave the rest without colours, and to mark all of
 * thousands of paths takes longer than anybody waits for it.
 */
export const MARKED: Span = { start: 0, end: 20_000 };

/** `Documentation=`, commands, environment files and other absolute paths. Units are reached by definition. */
export function* documentLinks({ judged }: Document): TimeSliced<DocumentLink[]> {
  const links: DocumentLink[] = [];
  for (const assignment of judged?.assignments ?? []) {
    const { value } = assignment.node;
    yield* inTimeSlices(foundIn(assignment, judged!.version, MARKED), (reference) => {
      if (reference.end > MARKED.end) return;
      const link = linkOf(reference);
      if (link) links.push({ ...toSourceSpan(value, reference.start, reference.end), ...link });
    });
  }
  return links;
}

function linkOf({ type, target }: Reference): Omit<DocumentLink, keyof Span> | undefined {
  if (type === 'uri') return { target, tooltip: target.startsWith('man:') ? 'Open the manual page' : target };
  if (type === 'unit' || !target.startsWith('/') || /[%$*?[]/.test(target)) return undefined;
  return { target: `file://${uriPath(target)}`, tooltip: target };
}
