import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse.ts';
import { reparse } from '../../server/src/syntax/reparse.ts';
import type { UnitFile } from '../../server/src/syntax/tree.ts';
import { changeBetween } from '../../server/src/text/text-change.ts';
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
    const part = fc.array(chunk, { maxLength: 40 }).map((parts) => parts.join(''));
    const text = fc.tuple(part, fc.constantFrom(1, 1, 1, 20)).map(([lines, times]) => lines.repeat(times));
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 6 }), (start, edits) => {
        let tree: UnitFile = parse(start);
        for (const change of edits) {
          const next = apply(tree.text, change);
          tree = reparse(next, tree);
          expect(plainTree(tree)).toEqual(plainTree(parse(next)));
          expect(tree.blocks.every(({ block }) => block.contents.length > 0 && block.contents.length <= 64)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  }, 3_600_000);

  test('keeps the blocks above the change and the contents below it', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `After=unit-${i}.service\n`);
    const before = parse(`[Unit]\n${lines.join('')}`);
    const after = reparse(before.text.replace('unit-500', 'another'), before);
    const changed = after.blocks.flatMap((placed, i) => (placed === before.blocks[i] ? [] : [i]));
    const [first] = changed;
    expect(changed).toEqual(after.blocks.map((_, i) => i).slice(first));
    const anew = changed.filter((i) => after.blocks[i]?.block !== before.blocks[i]?.block);
    expect(anew).toEqual([first]);
    const read = after.nodes.flatMap((node, i) => (node.content === before.nodes[i]?.content ? [] : [i]));
    expect(read).toEqual([501]);
  });

  test('edits that leave few lines of each block leave few blocks', () => {
    let tree = parse(`[Unit]\n${'After=a.service\n'.repeat(1000)}`);
    for (let line = 1; line < tree.nodes.length; line++) {
      const { start, end } = tree.nodes[line]!.span;
      const { end: last } = tree.nodes[Math.min(line + 19, tree.nodes.length - 1)]!.span;
      tree = reparse(tree.text.slice(0, end) + tree.text.slice(last), tree);
      expect(start).toBeLessThan(end);
    }
    expect(tree.nodes.length).toBe(51);
    expect(tree.blocks.length).toBeLessThan(6);
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
