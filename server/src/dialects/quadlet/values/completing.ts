import type { Span } from '../../../text/span.ts';
import type { Candidate, CandidateSource, Completion, PodmanResource, ValueType } from '../../../values/value-type.ts';

/** The part of a text between two marks in which an offset is. */
export function partAt(text: string, offset: number, mark: RegExp): Span {
  const before = text.slice(0, offset);
  const start = Math.max(0, ...[...before.matchAll(mark)].map(({ index, 0: found }) => index + found.length));
  const rest = text.slice(offset).search(new RegExp(mark.source));
  return { start, end: rest < 0 ? text.length : offset + rest };
}

export const words = (labels: readonly string[], detail?: string): Candidate[] =>
  labels.map((label) => ({ label, kind: 'keyword', ...(detail && { detail }) }));

/** What takes a value goes on behind the equals sign. */
export const fields = (names: readonly string[]): Candidate[] =>
  names.map((name) => ({ label: `${name}=`, kind: 'prefix' }));

export const fromPodman = (resource: PodmanResource): readonly CandidateSource[] => [{ type: 'podman', resource }];

export const offered = (
  span: Span,
  items: readonly Candidate[],
  sources: readonly CandidateSource[] = [],
): Completion => ({ ...span, items, sources });

/** The same with what is offered; nothing else of it changes. */
export const completing = (type: ValueType, complete: NonNullable<ValueType['complete']>): ValueType => ({
  ...type,
  complete,
});
