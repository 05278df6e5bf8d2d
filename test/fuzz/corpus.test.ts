import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../../server/src/cli/decode.ts';
import { applyEdits } from '../../server/src/features/code-actions.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { createDocument, type Document, placeAt } from '../../server/src/features/document.ts';
import { format } from '../../server/src/features/format.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { documentSymbols, foldingRanges } from '../../server/src/features/symbols.ts';
import { plainTree } from '../syntax/plain-tree.ts';

const folder = new URL('corpus/', import.meta.url);
const names = readdirSync(folder).filter((name) => !name.endsWith('.md'));

const open = (name: string, text: string, before?: Document): Document =>
  createDocument(text, { path: `/etc/systemd/system/${name}`, version: 262, ...(before && { before }) });

const positions = (document: Document): unknown =>
  diagnostics(document).map(({ rule, start, end }) => [rule, start, end]);

describe.each(names)('%s', (name) => {
  const text = decode(readFileSync(new URL(name, folder)));

  test('typed character by character, and taken back, reads as it does at once', () => {
    let document = open(name, '');
    const lengths = Array.from({ length: text.length }, (_, i) => i + 1);
    for (const length of [...lengths, ...lengths.reverse()]) {
      document = open(name, text.slice(0, length), document);
      const fresh = open(name, document.text);
      expect(plainTree(document.tree)).toEqual(plainTree(fresh.tree));
      expect(positions(document)).toEqual(positions(fresh));
    }
  });

  test('every place has an answer, and formatting twice is formatting once', () => {
    const document = open(name, text);
    for (let offset = 0; offset <= text.length; offset++) expect(placeAt(document, offset).at).toBeTypeOf('string');
    expect(semanticTokens(document).every(({ start, end }) => start < end && end <= text.length)).toBe(true);
    expect(foldingRanges(document).every(({ startLine, endLine }) => startLine <= endLine)).toBe(true);
    expect(documentSymbols(document).length).toBeLessThanOrEqual(document.tree.sections.length);
    const once = applyEdits(text, format(document.tree));
    expect(applyEdits(once, format(open(name, once).tree))).toBe(once);
  });
});
