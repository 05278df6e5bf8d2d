import { afterEach, expect, test } from 'vitest';
import type { ReloadAnswer, WhyAnswer } from '../../server/src/protocol/requests.ts';
import { startClient, type TestClient } from './client.ts';

const etc = '/etc/systemd/system';

let client: TestClient;
afterEach(() => client.close());

/** A server on a machine with these files. */
async function machineWith(files: Readonly<Record<string, string>>): Promise<void> {
  client = await startClient({
    runtime: {
      machinePaths: async () => ({ system: [etc], user: [] }),
      unitFiles: async () => Object.keys(files).map((path) => ({ path })),
      readText: async (path) => files[path],
    },
  });
  await client.indexed;
}

test('what the client has asked of a manager becomes the diagnosis of a failure', async () => {
  await machineWith({});
  const unit = {
    ...{ name: 'a.service', conditions: [], journal: [], programs: {} },
    properties: { LoadState: ['loaded'], ActiveState: ['failed'], Result: ['watchdog'] },
    files: [{ path: `${etc}/a.service`, text: '[Service]\nWatchdogSec=5\n' }],
  };
  const facts = { manager: 'system', version: 257, units: [unit] };
  const answer = await client.connection.sendRequest<WhyAnswer>('systemdUnits/why', facts);
  expect(answer.diagnosis).toMatchObject({ kind: 'watchdog', places: [{ line: 2, text: 'WatchdogSec=5' }] });
  expect(answer.text).toMatch(/^a\.service failed: it did not send WATCHDOG=1 within WatchdogSec=5/);
});

test('units that daemon-reload would read anew are those that changed, or have other drop-ins now', async () => {
  const service = '[Service]\nExecStart=/bin/true\n';
  await machineWith({
    [`${etc}/a.service`]: service,
    [`${etc}/b.service`]: service,
    [`${etc}/b.service.d/10.conf`]: '[Service]\nNice=1\n',
    [`${etc}/c.service`]: service,
  });
  const loaded = ['a.service', 'b.service', 'c.service'].map((name) => ({
    ...{ name, aliases: [], isStale: name === 'c.service' },
    files: [`${etc}/${name}`],
  }));
  const params = { manager: 'system', loaded };
  expect(await client.connection.sendRequest('systemdUnits/outdated', params)).toEqual(['b.service', 'c.service']);
});

test('what daemon-reload would change is read off the files on disk', async () => {
  await machineWith({ [`${etc}/a.service`]: '[Unit]\nAfter=x.service\n[Service]\nExecStart=/bin/true\nNice=5\n' });
  const shown = (nice: string) => ({ Nice: [nice], ActiveState: ['active'], After: ['real.service'] });
  const answer = await client.connection.sendRequest<ReloadAnswer>('systemdUnits/reload', {
    ...{ manager: 'system', version: 257, aliases: { 'x.service': 'real.service' } },
    shown: [{ name: 'a.service', unit: shown('1'), bare: shown('0') }],
  });
  expect(answer.units[0]!.differences.filter(({ key }) => key !== 'ExecStart')).toEqual([
    {
      ...{ section: 'Service', key: 'Nice', property: 'Nice', running: ['1'], files: ['5'], effect: 'restart' },
      places: [{ path: `${etc}/a.service`, line: 5 }],
    },
  ]);
  expect(answer.text).toContain('    running: 1\n    files:   5    /etc/systemd/system/a.service:5\n');
});
