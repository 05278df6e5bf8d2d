import type { Location, Range } from 'vscode-languageserver';
import type { FilePlace } from '../../features/navigation/unit-at.ts';
import type { LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import type { LineSpan } from '../../units/relations.ts';
import type { PositionEncoding } from '../position-encoding.ts';
import type { Uris } from '../uris.ts';

/** Where a file begins, for what is said of all of it. */
export const FILE_START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export const toRange = (lines: LineIndex, { start, end }: Span): Range => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
});

/** How the client counts columns and names files. */
export interface ClientConventions {
  readonly encoding: PositionEncoding;
  readonly uris: Pick<Uris, 'toUri'>;
}

/** A range in a file that need not be open. */
export function toLineRange(
  { line, bytes, ...units }: LineSpan,
  { encoding }: Pick<ClientConventions, 'encoding'>,
): Range {
  const { start, end } = (encoding === 'utf-8' && bytes) || units;
  return { start: { line, character: start }, end: { line, character: end } };
}

export const toLocation = (place: FilePlace, client: ClientConventions): Location => ({
  uri: client.uris.toUri(place.path),
  range: toLineRange(place, client),
});
