import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse.ts';
import { reparse } from '../../server/src/syntax/reparse.ts';
import type { UnitFile } from '../../server/src/syntax/tree.ts';
import { changeBetween } from '../../server/src/text/change.ts';
import { plainTree } from './plain-tree.ts';

const chunk = fc.constantFrom(
  '[Unit]\n',
  '[Service]',
  'A=b\n',
  'Environment="A=b" C=d\n',
  'x'.repeat(20),
  '\\\n',
  '\\',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '# note\n',
  ';',
  ' ',
  '=',
  '\ufeff',
  '\udc80',
  '\ud83d\ude00',
  '"',
);
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 30 }),
  inserted: fc.array(chunk, { maxLength: 3 }).map((parts) => parts.join('')),
});
const apply = (text: string, { at, removed, inserted }: { at: number; removed: number; inserted: string }): string => {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + inserted + text.slice(start + removed);
};

const RUNS = Number(process.env.FUZZ_RUNS ?? 1000);

describe('reading again after an edit', () => {
  test('gives what reading anew gives, edit after edit', () => {
    const text = fc.array(chunk, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 6 }), (start, edits) => {
        let tree: UnitFile = parse(start);
        for (const change of edits) {
          const next = apply(tree.text, change);
          tree = reparse(next, tree);
          expect(plainTree(tree)).toEqual(plainTree(parse(next)));
        }
      }),
      { numRuns: RUNS },
    );
  }, 3_600_000);

  test('keeps the nodes above the change and the contents below it', () => {
    const lines = Array.from({ length: 100 }, (_, i) => `After=unit-${i}.service\n`);
    const before = parse(`[Unit]\n${lines.join('')}`);
    const after = reparse(before.text.replace('unit-50', 'another'), before);
    expect(after.nodes.slice(0, 50).every((node, i) => node === before.nodes[i])).toBe(true);
    expect(after.nodes.slice(52).every((node, i) => node.content === before.nodes[i + 52]?.content)).toBe(true);
    expect(after.nodes[51]?.content).not.toBe(before.nodes[51]?.content);
  });

  test('a change is the smallest replacement', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 5 }), fc.nat(6000), (piece, inserted, size) => {
        const before = piece + 'x'.repeat(size) + piece;
        const after = before.slice(0, size) + inserted + before.slice(size);
        const { start, oldEnd, newEnd } = changeBetween(before, after);
        expect(before.slice(0, start) + after.slice(start, newEnd) + before.slice(oldEnd)).toBe(after);
        expect(newEnd - start).toBeLessThanOrEqual(inserted.length);
      }),
      { numRuns: 300 },
    );
  });
});
