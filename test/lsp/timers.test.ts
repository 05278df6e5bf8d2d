import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import {
  type ScheduleAnswer,
  type SchedulePreview,
  type StartCycleAnswer,
  schedulePreviewRequest,
  scheduleRequest,
  startCyclesRequest,
  type TimersAnswer,
  timersRequest,
  writeScheduleRequest,
} from '../../server/src/protocol/requests.ts';
import { startClient, type TestClient } from './client.ts';

const run = '[Service]\nExecStart=/bin/true\n';
const FILES: Readonly<Record<string, string>> = {
  '/w/a.timer': '[Timer]\nOnCalendar=04:00\n',
  '/w/a.timer.d/x.conf': '[Timer]\nRandomizedDelaySec=1h\n',
  '/w/a.service': run,
  '/w/b.timer': '[Timer]\nOnBootSec=1h\nUnit=a.service\n',
};

let client: TestClient;

beforeEach(async () => {
  client = await startClient({
    folders: ['file:///w'],
    runtime: {
      workspaceFiles: async () => Object.keys(FILES).map((path) => ({ path })),
      readText: async (path) => FILES[path],
    },
  });
  await client.indexed;
});
afterEach(() => client.close());

const ask = <R>(type: { readonly method: string }, params: object): Promise<R> =>
  client.connection.sendRequest<R>(type.method, params);
const AT = Date.UTC(2026, 2, 27, 12) / 1000;

test('timers of the workspace, with what an editor shows of them', async () => {
  const params = { days: 2, at: AT, zone: 'Europe/Berlin', off: { from: '22:00', to: '06:00' } };
  const first = await ask<TimersAnswer>(timersRequest, params);
  expect(first.plan.timers).toMatchObject([
    { name: 'a.timer', activates: 'a.service', activatesPath: '/w/a.service', delay: { random: 3600 } },
    { name: 'b.timer', activates: 'a.service', runs: [] },
  ]);
  expect(first.plan.timers[0]!.runs).toEqual(first.plan.timers[0]!.missed);
  expect(first.days).toHaveLength(3);
  expect(first.zone).toBe('Europe/Berlin');
  expect(first.remarks).toEqual([expect.stringContaining('a.timer misses 2 runs')]);
  await client.open('file:///w/a.timer', '[Timer]\nOnCalendar=*:00|\n');
  const edited = await ask<TimersAnswer>(timersRequest, { days: 1, at: AT, zone: 'UTC' });
  expect(edited.plan.timers[0]!.runs).toHaveLength(24);
});

test('timers that a manager has', async () => {
  const timer = {
    Id: ['m.timer'],
    LoadState: ['loaded'],
    ActiveState: ['active'],
    TimersMonotonic: ['{ OnBootUSec=15min ; next_elapse=15min }'],
    NextElapseUSecMonotonic: ['15min'],
  };
  const started = 'UserspaceTimestamp=Fri 2026-03-27 12:00:10 UTC\nUserspaceTimestampMonotonic=10000000\n';
  const shown = { manager: 'system', timers: [timer], started };
  const { plan } = await ask<TimersAnswer>(timersRequest, { days: 1, at: AT, zone: 'UTC', shown });
  expect(plan.timers).toMatchObject([{ name: 'm.timer', estimates: [AT + 900] }]);
});

test('a zone that is none has no answer', async () => {
  expect(await ask(timersRequest, { days: 1, zone: 'Mars/Base' })).toBeNull();
});

test('a schedule is read, shown before it is written, and written', async () => {
  const uri = 'file:///w/a.timer';
  await client.open(uri, `|${FILES['/w/a.timer']}`);
  const textDocument = { uri };
  const read = await ask<ScheduleAnswer>(scheduleRequest, { textDocument });
  expect(read).toMatchObject({ unit: 'a.timer', lines: [{ line: 1, schedule: { kind: 'daily' } }] });
  const schedule = { kind: 'minutes', every: 25 };
  const shown = await ask<SchedulePreview>(schedulePreviewRequest, { schedule, zone: 'UTC' });
  expect(shown).toMatchObject({ expression: '*:0/25', preview: { normal: '*-*-* *:00/25:00' } });
  expect(shown.remark).toContain('60 is no multiple of 25');
  const edit = await ask<WorkspaceEdit>(writeScheduleRequest, { textDocument, expression: '*:0/25', line: 1 });
  expect(edit.documentChanges).toMatchObject([
    { textDocument: { uri }, edits: [{ newText: '*:0/25', range: { start: { line: 1, character: 11 } } }] },
  ]);
  await client.open('file:///w/a.service', `|${run}`);
  expect(await ask(scheduleRequest, { textDocument: { uri: 'file:///w/a.service' } })).toBeNull();
});

test('circles of the machine are told once its units are known', async () => {
  expect(await ask(startCyclesRequest, { manager: 'system', start: 'default.target' })).toBeNull();
  const folder = '/etc/systemd/system';
  const files: Readonly<Record<string, string>> = {
    [`${folder}/default.target`]: '[Unit]\nWants=a.service b.service\n',
    [`${folder}/a.service`]: `[Unit]\nAfter=b.service\n${run}`,
    [`${folder}/b.service`]: `[Unit]\nAfter=a.service\n${run}`,
  };
  const other = await startClient({
    runtime: {
      machinePaths: async () => ({ system: [folder], user: [] }),
      unitFiles: async () => Object.keys(files).map((path) => ({ path })),
      readText: async (path) => files[path],
    },
  });
  await other.indexed;
  const cycles = await other.connection.sendRequest<StartCycleAnswer[]>(startCyclesRequest.method, {
    ...{ manager: 'system', start: 'default.target' },
  });
  expect(cycles).toMatchObject([
    {
      deletable: [{ unit: 'a.service' }, { unit: 'b.service' }],
      cuts: [
        {
          unit: 'a.service',
          for: 'b.service',
          said: [{ text: 'After=b.service', path: `${folder}/a.service`, line: 1 }],
        },
        { unit: 'b.service', for: 'a.service' },
      ],
    },
  ]);
  await other.close();
});
