import type { CandidateSource, Completion } from '../value-type.ts';

type Only = Extract<CandidateSource, { type: 'path' }>['only'];

/** Paths for the word (or, without separators, the whole text) around an offset. */
export function completePath(
  text: string,
  offset: number,
  options: { separators?: string; only?: Only } = {},
): Completion {
  const { separators = '', only } = options;
  let start = offset;
  while (start > 0 && !separators.includes(text[start - 1]!)) start--;
  let end = offset;
  while (end < text.length && !separators.includes(text[end]!)) end++;
  // A prefix such as "-" is not part of the path.
  while (start < offset && text[start] !== '/' && text[start] !== '%') start++;
  return {
    start,
    end: Math.max(start, end),
    items: [],
    sources: [only ? { type: 'path', only } : { type: 'path' }, { type: 'specifier' }],
  };
}
