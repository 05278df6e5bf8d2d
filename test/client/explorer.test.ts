import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExploredBoot } from '../../client/src/pages/explorer/explorer-page.ts';
import { type ExplorerFilter, explorerRows, filteredRows } from '../../client/src/pages/explorer/explorer-rows.ts';
import { panned, zoomed } from '../../client/src/pages/explorer/time-window.ts';
import type { UnitTimes } from '../../client/src/systemd/boot-times.ts';

const whole = { from: 0, to: 10e6 };

describe('the axis', () => {
  test('what stands under the pointer stays there', () => {
    expect(zoomed(whole, whole, 2, 0.25)).toEqual({ from: 1.25e6, to: 6.25e6 });
    expect(zoomed(whole, whole, 0.5)).toEqual(whole);
    expect(panned({ from: 0, to: 5e6 }, whole, 0.5)).toEqual({ from: 2.5e6, to: 7.5e6 });
  });
  test('however it is moved, it stays within the boot', () => {
    const step = fc.oneof(
      fc.record({
        factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
        centre: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      fc.record({ by: fc.double({ min: -2, max: 2, noNaN: true }) }),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const end = steps.reduce(
          (seen, each) => ('by' in each ? panned(seen, whole, each.by) : zoomed(seen, whole, each.factor, each.centre)),
          whole,
        );
        expect(end.from).toBeGreaterThanOrEqual(0);
        expect(end.to).toBeLessThanOrEqual(10e6 + 1);
        expect(end.to - end.from).toBeGreaterThanOrEqual(999);
      }),
    );
  });
});

const unit = (name: string, start: number, took: number, more: Partial<UnitTimes> = {}): UnitTimes => ({
  ...{ name, description: `The ${name}`, path: '', start: start * 1000, took: took * 1000, ...more },
});

const explored: ExploredBoot = {
  ...{ title: '', summary: '', boots: [], deleted: [], chain: ['b.service'] },
  boot: {
    units: [unit('a.service', 0, 20), unit('b.service', 5, 300), unit('c.service', 9, 90, { failed: true })],
    finish: 1e9,
  },
  messages: [{ time: 1, unit: 'c.service', priority: 3, text: 'no such port' }],
  other: {
    ...{ id: 'x', label: '', isExact: true, finish: 1e9 },
    units: [unit('a.service', 0, 10), unit('b.service', 5, 400)],
  },
};

const all: ExplorerFilter = { text: '', least: 0, failedOnly: false, chainOnly: false, sorting: 'start' };
const named = (change: Partial<ExplorerFilter>) =>
  filteredRows(explorerRows(explored), { ...all, ...change })
    .map(({ name }) => name[0])
    .join('');

test.each<[Partial<ExplorerFilter>, string]>([
  [{}, 'abc'],
  [{ sorting: 'took' }, 'bca'],
  [{ sorting: 'slower' }, 'abc'],
  [{ least: 90 }, 'bc'],
  [{ failedOnly: true }, 'c'],
  [{ chainOnly: true }, 'b'],
  [{ text: 'THE b.s' }, 'b'],
  [{ text: 'port' }, 'c'],
  [{ text: 'nothing' }, ''],
])('%j leaves %s', (change, expected) => expect(named(change)).toBe(expected));

test('two thousand units are rows', () => {
  const units = Array.from({ length: 2000 }, (_, index) => unit(`u${index}.service`, index, 1));
  expect(explorerRows({ ...explored, boot: { units, finish: 1e9 } })).toHaveLength(2000);
});
