import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../server/src/features/graph/layout.ts';
import type { Picture } from '../../server/src/features/graph/picture.ts';
import { toSvg } from '../../server/src/features/graph/svg.ts';
import type { RelationKind } from '../../server/src/units/relation-kinds.ts';

type Pair = readonly [number, number, RelationKind?];

function pictureOf(names: readonly string[], pairs: readonly Pair[]): Picture {
  return {
    nodes: names.map((name, i) => ({ id: `n${i}`, name, state: i === 0 ? 'root' : 'loaded', hidden: i % 3 })),
    edges: pairs.map(([from, to, kind = 'requirement'], i) => ({
      id: `e${i}`,
      from: `n${from}`,
      to: `n${to}`,
      kind,
      keys: ['Wants'],
    })),
    left: 0,
  };
}

describe('the layout of a graph', () => {
  test('follows the arrows to the right', async () => {
    const { nodes } = await layOut(pictureOf(['a.target', 'b.timer', 'c.service'], [[0, 1], [1, 2]])); // biome-ignore format: pairs
    const [a, b, c] = nodes.map(({ centre }) => centre.x);
    expect([a! < b!, b! < c!]).toEqual([true, true]);
  });

  test('of very many edges some decide what stands where, and all are drawn', async () => {
    const numbers = Array.from({ length: 24 }, (_, i) => i);
    const pairs = numbers.flatMap(
      (from) =>
      numbers.flatMap((to): Pair[] => (from === to ? [] : [[from, to, 'ordering'], [from, to]])), // biome-ignore format: pairs
    );
    const { edges } = await layOut(pictureOf(numbers.map(String), pairs));
    const bent = edges.filter(({ points }) => points.length > 4);
    expect(edges).toHaveLength(pairs.length);
    expect(bent.length).toBeLessThanOrEqual(200);
    expect(bent.every(({ edge }) => edge.kind === 'requirement')).toBe(true);
  });

  test('nodes keep apart, edges end at their nodes, and everything is inside, whatever the graph', async () => {
    const graphs = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.record({
        names: fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: count, maxLength: count }),
        pairs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 30 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(graphs, async ({ names, pairs }) => {
        const { width, height, nodes, edges } = await layOut(pictureOf(names, pairs));
        const boxes = nodes.map(({ centre: { x, y }, width: w, height: h }) => [
          x - w / 2,
          y - h / 2,
          x + w / 2,
          y + h / 2,
        ]);
        for (const [left, top, right, bottom] of boxes) {
          expect(left! >= 0 && top! >= 0 && right! <= width && bottom! <= height).toBe(true);
          const near = boxes.filter(([l, t, r, b]) => l! < right! && r! > left! && t! < bottom! && b! > top!);
          expect(near).toHaveLength(1);
        }
        for (const { edge, points } of edges) {
          for (const [id, point] of [
            [edge.from, points[0]!],
            [edge.to, points.at(-1)!],
          ] as const) {
            const [left, top, right, bottom] = boxes[Number(id.slice(1))]!;
            expect(point.x).toBeGreaterThan(left! - 1);
            expect(point.x).toBeLessThan(right! + 1);
            expect(point.y).toBeGreaterThan(top! - 1);
            expect(point.y).toBeLessThan(bottom! + 1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('refuses what would take too long', async () => {
    const pairs = Array.from({ length: 1_501 }, (): Pair => [0, 1]);
    await expect(layOut(pictureOf(['a', 'b'], pairs))).rejects.toThrow('1501 relations are too many for a picture');
  });
});

describe('a drawn graph', () => {
  test('tells kinds of relations and states by classes, and by looks where there are no colours', async () => {
    const svg = await toSvg(pictureOf(['a.service', 'b.service'], [[0, 1], [0, 1, 'ordering'], [1, 0, 'conflict']])); // biome-ignore format: pairs
    expect([...svg.matchAll(/class="(node|edge) (\w+)"/g)].map(([, , name]) => name)).toEqual([
      'requirement',
      'ordering',
      'conflict',
      'root',
      'loaded',
    ]);
    expect(svg).toMatch(/class="edge ordering">.*stroke-dasharray/);
  });

  test('text of units stays text', async () => {
    const svg = await toSvg(pictureOf(['<script>"\u0001&\'.service'], []));
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0001');
    expect(svg).toContain('&#60;script&#62;&#34;\ufffd&#38;&#39;.service');
  });
});
