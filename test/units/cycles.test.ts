import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderingCycle } from '../../server/src/units/cycles.ts';
import { unitGraph } from '../../server/src/units/unit-graph.ts';
import { indexOf } from './trees.ts';

const FOLDER = '/etc/systemd/system';
const all = Array.from({ length: 14 }, (_, i) => `unit-${i}.service`);
const name = fc.constantFrom(...all, 'x.target');
const line = fc.tuple(fc.constantFrom('Wants', 'Requires', 'After', 'After', 'Before'), name);
const units = fc.array(fc.array(line, { maxLength: 4 }), { minLength: all.length, maxLength: all.length });

const treeOf = (said: readonly (readonly (readonly [string, string])[])[]): Record<string, string> =>
  Object.fromEntries(
    [...all, 'x.target'].map((unit, i) => {
      const lines = (said[i] ?? []).map(([key, to]) => `${key}=${to}\n`).join('');
      return [`${FOLDER}/${unit}`, `[Unit]\nDefaultDependencies=no\n${lines}`];
    }),
  );

test('what is said of a unit does not depend on which others were asked about, or in which order', () => {
  fc.assert(
    fc.property(units, (said) => {
      const tree = treeOf(said);
      const graphOf = (files: Record<string, string>) => {
        const index = indexOf(files);
        return unitGraph(index, index.file(`${FOLDER}/${all[0]!}`));
      };
      const together = graphOf(tree);
      const backwards = graphOf(Object.fromEntries(Object.entries(tree).reverse()));
      const reversed = new Map([...all].reverse().map((unit) => [unit, orderingCycle(backwards, unit)]));
      for (const unit of all) {
        const alone = orderingCycle(graphOf(tree), unit);
        expect(orderingCycle(together, unit)).toEqual(alone);
        expect(reversed.get(unit)).toEqual(alone);
      }
    }),
    { numRuns: 15 },
  );
});

test('a circle of thousands of units is found from each of them in little more than one look at each', () => {
  const count = 1500;
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const next = `unit-${(i + 1) % count}.service`;
      return [`${FOLDER}/unit-${i}.service`, `[Unit]\nDefaultDependencies=no\nRequires=${next}\nAfter=${next}\n`];
    }),
  );
  const index = indexOf(files);
  const graph = unitGraph(index, index.file(`${FOLDER}/unit-0.service`));
  let looks = 0;
  const counting = {
    ...graph,
    outgoing(unit: string) {
      looks++;
      return graph.outgoing(unit);
    },
  };
  const found = Array.from({ length: 20 }, (_, i) => orderingCycle(counting, `unit-${i}.service`));
  // A start of more than a thousand units is not looked at to its end, as ever.
  expect(found.every((cycle) => cycle === undefined)).toBe(true);
  expect(looks).toBeLessThanOrEqual(count);
});
