import { describe, expect, test } from 'vitest';
import { stateText } from '../../client/src/systemd/state-text.ts';
import {
  groupUnits,
  listedFiles,
  listProperties,
  parseUnits,
  unitDetail,
  unitFilter,
} from '../../client/src/systemd/unit-list.ts';

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

test('what is asked of all units tells the exit code of a failed one, and leaves out the long command lines', () => {
  const failed = {
    Id: 'a.service',
    LoadState: 'loaded',
    ActiveState: 'failed',
    SubState: 'failed',
    Result: 'exit-code',
  };
  const known: Record<string, string> = {
    ...failed,
    ...{ ExecMainCode: '1', ExecMainStatus: '203' },
    ExecStart: '{ path=/nope ; argv[]=/nope ; ignore_errors=no ; code=exited ; status=203 }',
  };
  const answer = listProperties.flatMap((name) => (name in known ? [`${name}=${known[name]}`] : []));
  expect(answer.filter((line) => line.startsWith('ExecStart'))).toEqual([]);
  const [unit] = parseUnits(answer.join('\n'), 'system');
  expect(stateText(unit!.state, 0)).toMatch(/^✗ failed: exit code 203\/EXEC/);
});

describe('files of the workspace', () => {
  const target = (name: string, path = `/w/${name}`) => ({ name, kind: 'service', manager: 'user', path }) as const;
  const worker = { ...units[0]!.state, id: 'worker@a.service' };
  const rows = (...of: Parameters<typeof listedFiles>) =>
    listedFiles(...of).map((unit) => `${unit.target.path}: ${unitDetail(unit, 0)}`);

  test('have a row each: templates, two of one name, and what the manager has never heard of', () => {
    const targets = [target('worker@.service'), target('b.service'), target('b.service', '/w/user/b.service')];
    const states = new Map([['b.service', units.find(({ target }) => target.name === 'b.service')!.state]]);
    const instances = new Map([['worker@.service', [worker]]]);
    expect(rows([...targets, target('new.service')], { states, instances })).toEqual([
      '/w/worker@.service: template: 0 running, 1 failed',
      '/w/b.service: active',
      '/w/user/b.service: active',
      '/w/new.service: not running',
    ]);
  });

  test('of a manager that does not run say so', () => {
    const unavailable = 'the user manager is not running';
    expect(
      rows([target('a.service'), target('w@.service')], { states: new Map(), instances: new Map(), unavailable }),
    ).toEqual([`/w/a.service: ${unavailable}`, `/w/w@.service: ${unavailable}`]);
  });
});
