import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LazyFinding } from '../../server/src/engine/lazy-finding.ts';
import { findings } from '../../server/src/features/diagnostics.ts';
import { createDocument, type Document } from '../../server/src/features/document.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { edited, edits, unitText } from '../fuzz/unit-text.ts';

const options = { path: '/etc/systemd/system/x.service', version: NEWEST_VERSION };

const GRAVITY = ['error', 'warning', 'info', 'hint'];
const place = ({ start, end, rule, severity }: LazyFinding): string => `${start} ${end} ${rule} ${severity}`;

/** The same by sorting them all. */
function gravest(all: readonly LazyFinding[], most: number): number[] {
  const rank = ({ severity }: LazyFinding): number => GRAVITY.indexOf(severity);
  const chosen = [...all].sort((a, b) => rank(a) - rank(b) || a.start - b.start).slice(0, most);
  return chosen.map(({ start }) => start).sort((a, b) => a - b);
}

test('after edits, as many findings are counted as there are, and the gravest are those that come first', () => {
  fc.assert(
    fc.property(unitText, edits, fc.nat(6), (text, changes, most) => {
      let document = createDocument(text, options);
      findings(document).all();
      for (const change of changes) {
        document = createDocument(edited(document.text, change), { ...options, before: document });
        const found = findings(document);
        const all = found.all();
        expect(found.count).toBe(all.length);
        expect(found.mostSevere(most).map(({ start }) => start)).toEqual(gravest(all, most));
        expect(new Set(all.map(place))).toEqual(
          new Set(all.map((lazy) => place(lazy.resolve() as unknown as LazyFinding))),
        );
      }
    }),
    { numRuns: 100 },
  );
});

test('of two targets that share a text each keeps what it judged of the blocks an edit leaves alone', () => {
  const lines = Array.from({ length: 400 }, (_, i) => `Environment=A${i}=b`);
  const text = `[Service]\nExecStart=/bin/true\n${lines.join('\n')}\n`;
  const versions = [262, 252];
  const before = versions.map((version) => createDocument(text, { ...options, version }));
  let tree: Document['tree'] | undefined;
  const after = versions.map((version, i) => {
    const document = createDocument(`${text}Nice=1\n`, { ...options, version, before: before[i], tree });
    tree = document.tree;
    return document;
  });
  const again = versions.map((version, i) =>
    createDocument(tree!.text, { ...options, version, before: after[i], tree }),
  );
  const blocksOf = ({ judged }: Document) => judged!.blocks.map((place) => place.judged);
  for (const i of versions.keys()) {
    expect(blocksOf(again[i]!).filter((judged, at) => judged !== blocksOf(after[i]!)[at])).toEqual([]);
  }
});

test('what was said of a line before an edit elsewhere is what a fresh reading says of it, fixes included', () => {
  const told = (document: Document): unknown[] =>
    findings(document)
      .all()
      .map((lazy) => lazy.resolve())
      .map(({ start, end, rule, severity, message, fixes, tag }) => [start, end, rule, severity, message, fixes, tag]);
  fc.assert(
    fc.property(unitText, edits, (text, changes) => {
      let document = createDocument(text, options);
      told(document);
      for (const change of changes) {
        document = createDocument(edited(document.text, change), { ...options, before: document });
        expect(told(document)).toEqual(told(createDocument(document.text, options)));
      }
    }),
    { numRuns: 60 },
  );
});
