import { describe, expect, test } from 'vitest';
import type { ToBoot } from '../../client/src/pages/boot/boot-page.ts';
import { asTable, asText, bootRows, type Order } from '../../client/src/pages/boot/boot-rows.ts';
import type { UnitTimes } from '../../client/src/systemd/boot-times.ts';

const unit = (name: string, start: number, took: number, path = `/lib/${name}`): UnitTimes => ({
  ...{ name, description: `The ${name}`, path, start: start * 1000, took: took * 1000 },
});

const boot: ToBoot = {
  kind: 'boot',
  view: 'blame',
  title: '',
  summary: '',
  finish: 500_000,
  units: [unit('b.service', 10, 80), unit('a.service', 20, 300), unit('c.target', 30, 0), unit('d.service', 900, 7)],
  chain: [
    { name: 'x.target', depth: 0, at: '400ms', took: '' },
    { name: 'a.service', depth: 1, at: '20ms', took: '300ms' },
    { name: '-.mount', depth: 2, at: '1ms', took: '' },
  ],
};
const names = (view: ToBoot['view'], order: Partial<Order> = {}, filter = ''): string[] =>
  bootRows({ ...boot, view }, filter, { by: 'start', down: false, ...order }).map(({ name }) => name);

describe('the rows', () => {
  test('of the plot are what was started during the boot, in any order', () => {
    expect(names('plot')).toEqual(['b.service', 'a.service', 'c.target']);
    expect(names('plot', { by: 'name' })).toEqual(['a.service', 'b.service', 'c.target']);
    expect(names('plot', { by: 'took', down: true })).toEqual(['a.service', 'b.service', 'c.target']);
  });

  test('of blame are what took time, whenever it was', () => {
    expect(names('blame', { by: 'took', down: true })).toEqual(['a.service', 'b.service', 'd.service']);
  });

  test('are those with a text in name or description', () => {
    expect(names('blame', {}, 'THE B.')).toEqual(['b.service']);
  });

  test('of a chain stay as they are, with links where there are files', () => {
    const rows = bootRows({ ...boot, view: 'chain' }, '', { by: 'name', down: true });
    expect(rows.map(({ name, depth, start, took, hasFile }) => [name, depth, start, took, hasFile])).toEqual([
      ['x.target', 0, '@400ms', '', false],
      ['a.service', 1, '@20ms', '300ms', true],
      ['-.mount', 2, '@1ms', '', false],
    ]);
  });
});

test('as text they are what systemd-analyze prints', () => {
  const text = (view: ToBoot['view'], order: Order) => asText(view, bootRows({ ...boot, view }, '', order));
  expect(text('blame', { by: 'took', down: true })).toBe('300ms a.service\n 80ms b.service\n  7ms d.service\n');
  expect(text('chain', { by: 'name', down: false })).toBe(
    'x.target @400ms\n└─a.service @20ms +300ms\n  └─-.mount @1ms\n',
  );
});

test('as a table their times are milliseconds', () => {
  expect(asTable(bootRows(boot, 'a.service', { by: 'took', down: true }))).toEqual([
    ['Unit', 'Description', 'Start (ms)', 'Took (ms)'],
    ['a.service', 'The a.service', 20, 300],
  ]);
});
