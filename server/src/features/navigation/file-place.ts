import type { IndexedFile } from '../../units/indexed-file.ts';
import type { LineSpan } from '../../units/relations.ts';
import type { Edge } from '../../units/unit-graph.ts';

/** A place in some file, open or not. */
export interface FilePlace extends LineSpan {
  readonly path: string;
}

export const startOf = ({ path }: Pick<IndexedFile, 'path'>): FilePlace => ({ path, line: 0, start: 0, end: 0 });

/** Where an edge is said: in a line, or by a link that is there. */
export function placeOf({ file, at }: Edge): FilePlace | undefined {
  if (!file) return undefined;
  return at ? { path: file.path, ...lineSpan(at) } : startOf(file);
}

/** The place of something that has more to say. */
export const lineSpan = ({ line, start, end, bytes }: LineSpan): LineSpan => ({
  line,
  start,
  end,
  ...(bytes && { bytes }),
});

/** The same place once. */
export function distinctPlaces(places: readonly FilePlace[]): FilePlace[] {
  const seen = new Map(places.map((place) => [`${place.path}:${place.line}:${place.start}`, place]));
  return [...seen.values()];
}
