import { describe, expect, test } from 'vitest';
import { groupUnits, parseUnits, unitDetail, unitFilter } from '../../client/src/operate/unit-list.ts';

const block = (id: string, active: string, more = '') =>
  `Id=${id}\nDescription=The ${id}\nLoadState=loaded\nActiveState=${active}\nSubState=${active}\n${more}`;

const output = [
  block('b.service', 'active'),
  block('a.service', 'inactive'),
  block('z.service', 'failed'),
  block('a.socket', 'active', 'Listen=/run/a (Stream)\nListen=80 (Stream)\n'),
  block('a.timer', 'active', 'NextElapseUSecRealtime=Mon 2026-11-23 12:00:00 UTC\n'),
  block('gone.service', 'inactive').replace('LoadState=loaded', 'LoadState=not-found'),
].join('\n');

const units = parseUnits(output, 'system');

test('failed units come first, then active ones; those only mentioned are left out', () => {
  expect(units.map(({ target }) => target.name)).toEqual([
    'z.service',
    'a.socket',
    'a.timer',
    'b.service',
    'a.service',
  ]);
});

test('groups: failed, then kinds', () => {
  expect(groupUnits(units).map(({ title, units }) => `${title} ${units.length}`)).toEqual([
    ...['Failed 1', 'Services 3', 'Timers 1', 'Sockets 1'],
  ]);
});

describe('the filter', () => {
  test.each([
    ['', 5],
    ['failed', 1],
    ['.timer', 1],
    ['active', 3],
    ['inactive', 1],
    ['THE a.', 3],
    ['a.socket active', 1],
    ['nothing like it', 0],
  ])('%j', (text, count) => {
    expect(units.filter(unitFilter(text))).toHaveLength(count);
  });
});

test('timers tell their runs, sockets where they listen', () => {
  const detail = (name: string) =>
    unitDetail(units.find(({ target }) => target.name === name)!, Date.UTC(2026, 10, 22, 12, 0, 0));
  expect(detail('a.timer')).toMatch(/^active · next in 1 d \(2026-11-\d\d \d\d:\d\d\)$/);
  expect(detail('a.socket')).toBe('active · /run/a (Stream) · 80 (Stream)');
});
