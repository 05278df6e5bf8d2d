import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RuleFinding } from '../../server/src/engine/lazy-finding.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { createDocument, type Document } from '../../server/src/features/document.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { type Edit, edited, edits, unitText } from '../fuzz/unit-text.ts';

const options = { path: '/etc/systemd/system/x.service', version: NEWEST_VERSION };

const said = (findings: readonly RuleFinding[]): unknown =>
  findings.map(({ source, related, ...finding }) => [finding, related?.map(({ source: _, ...place }) => place)]);

/** `FUZZ_RUNS=100000` for a night of it. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 150);

test('after any edits, what is said equals what is said of the text read anew', () => {
  fc.assert(
    fc.property(unitText, edits, (text: string, changes: readonly Edit[]) => {
      const cache = new Map();
      let document: Document = createDocument(text, { ...options, cache });
      diagnostics(document);
      for (const change of changes) {
        document = createDocument(edited(document.text, change), { ...options, cache, before: document });
        const fresh = createDocument(document.text, options);
        expect(said(diagnostics(document))).toEqual(said(diagnostics(fresh)));
        expect(semanticTokens(document)).toEqual(semanticTokens(fresh));
      }
    }),
    { numRuns: RUNS },
  );
}, 3_600_000);
