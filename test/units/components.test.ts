import fc from 'fast-check';
import { expect, test } from 'vitest';
import { components } from '../../server/src/units/components.ts';

const nodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const graph = fc.array(fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes)), { maxLength: 20 });

test('two nodes are in one component when each can be reached from the other', () => {
  fc.assert(
    fc.property(graph, (edges) => {
      const next = (node: string): string[] => edges.flatMap(([from, to]) => (from === node ? [to] : []));
      const found = components(nodes, next);
      const reached = new Map(nodes.map((node) => [node, reach(node, next)]));
      for (const one of nodes) {
        for (const other of nodes) {
          const mutual = reached.get(one)!.has(other) && reached.get(other)!.has(one);
          expect(found.get(one) === found.get(other)).toBe(mutual);
          if (reached.get(one)!.has(other)) expect(found.get(one)!).toBeGreaterThanOrEqual(found.get(other)!);
        }
      }
    }),
  );
});

test('a long chain needs no deep stack', () => {
  const chain = Array.from({ length: 50_000 }, (_, i) => String(i));
  const found = components(chain, (node) => (Number(node) + 1 < chain.length ? [String(Number(node) + 1)] : []));
  expect(new Set(found.values()).size).toBe(chain.length);
});

function reach(start: string, next: (node: string) => string[]): Set<string> {
  const reached = new Set([start]);
  for (const node of reached) for (const other of next(node)) reached.add(other);
  return reached;
}
