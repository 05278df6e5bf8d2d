import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocument, type Document } from '../../server/src/features/document.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { encodedLines, type PositionEncoding } from '../../server/src/lsp/position-encoding.ts';
import { toTokenData } from '../../server/src/lsp/to-lsp/token-data.ts';
import { type TokenPiece, tokenData, tokenEdits, tokenPieces } from '../../server/src/lsp/to-lsp/token-pieces.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { type Edit, edited, edits, unitText } from '../fuzz/unit-text.ts';

/** `FUZZ_RUNS=100000` for a night of it. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 150);

const options = { path: '/etc/systemd/system/x.service', version: NEWEST_VERSION };

function patched(data: readonly number[], before: readonly TokenPiece[], after: readonly TokenPiece[]): number[] {
  const result = [...data];
  for (const edit of tokenEdits(before, after)) result.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
  return result;
}

test('a header that ends in a NUL character shares its line with the first key', () => {
  const document = createDocument('[Service\0MemoryLimit=1G\n]\n', options);
  const lines = encodedLines(document.lines, document.text, 'utf-16');
  const pieces = tokenPieces(document, lines, new WeakMap());
  expect(tokenData(pieces)).toEqual(toTokenData(lines, semanticTokens(document)));
});

test.each<PositionEncoding>(['utf-16', 'utf-8'])(
  'after any edits what changed makes the tokens of the text, %s',
  (encoding) => {
    fc.assert(
      fc.property(unitText, edits, (text: string, changes: readonly Edit[]) => {
        const known = new WeakMap();
        const linesOf = ({ lines, text: own }: Document) => encodedLines(lines, own, encoding);
        let document = createDocument(text, options);
        let pieces = tokenPieces(document, linesOf(document), known);
        let data = tokenData(pieces);
        for (const change of changes) {
          document = createDocument(edited(document.text, change), { ...options, before: document });
          const next = tokenPieces(document, linesOf(document), known);
          data = patched(data, pieces, next);
          pieces = next;
          const fresh = createDocument(document.text, options);
          expect(data).toEqual(toTokenData(linesOf(fresh), semanticTokens(fresh)));
        }
      }),
      { numRuns: RUNS },
    );
  },
  3_600_000,
);
