import { type Span, touches } from '../../text/span.ts';
import { partStart } from '../../text/word-part.ts';
import type { Located } from '../located.ts';
import { expandReference } from '../resolve.ts';
import type { CandidateSource, Completion, Reference, ValueContext } from '../value-type.ts';

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

/** Where absolute paths point to, specifiers replaced; those that are no absolute paths point nowhere. */
export function pathReferences(paths: readonly Located[], context: ValueContext, near?: Span): Reference[] {
  return paths.flatMap((path) => {
    const span = path.span();
    if (near && !touches(span, near)) return [];
    const target = expandReference(path, context);
    return target?.startsWith('/') ? [{ start: span.start, end: span.end, type: 'path' as const, target }] : [];
  });
}

/** Which colon separated field of the blank separated entry an offset is in. */
export function activeField(text: string, offset: number): number {
  const start = partStart(text, offset, ' \t');
  return text.slice(start, offset).split(':').length - 1;
}
