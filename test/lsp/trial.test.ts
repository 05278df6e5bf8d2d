import { afterEach, expect, test } from 'vitest';
import { type TrialPlan, trialText } from '../../server/src/features/trial/trial-plan.ts';
import type { TrialAnswer } from '../../server/src/protocol/requests.ts';
import { startClient, type TestClient } from './client.ts';

const folder = '/etc/systemd/system';
const path = `${folder}/web.service`;

let client: TestClient;
afterEach(() => client.close());

/** A server on a machine with these files, of which one may be gone later. */
async function machineWith(files: Record<string, string>): Promise<void> {
  client = await startClient({
    runtime: {
      machinePaths: async () => ({ system: [folder], user: [] }),
      unitFiles: async () => Object.keys(files).map((each) => ({ path: each })),
      readText: async (each) => files[each],
    },
  });
  await client.indexed;
}

const planned = async (): Promise<TrialPlan> =>
  await client.connection.sendRequest<TrialPlan>('systemdUnits/trialPlan', {
    textDocument: { uri: `file://${path}` },
    ...{ unit: 'web.service', manager: 'system', version: 257 },
  });

test('what is tried is what stands in the editor, with the drop-ins that are there at that moment', async () => {
  const dropIn = `${path}.d/a.conf`;
  const files: Record<string, string> = {
    [path]: '[Service]\nExecStart=/bin/saved\n',
    [dropIn]: '[Service]\nPrivateTmp=yes\n',
  };
  await machineWith(files);
  await client.open(`file://${path}`, '[Service]\nExecStart=/bin/edited\n');
  expect(trialText(await planned())).toContain('ExecStart=/bin/edited\nPrivateTmp=yes\n');
  // Nobody tells of it: its whole folder was deleted.
  delete files[dropIn];
  const plan = await planned();
  expect(trialText(plan)).not.toContain('PrivateTmp');
  expect(plan.files.map((file) => file.path)).toEqual([path]);
});

test('what its manager and journal say becomes an account with marks at the lines', async () => {
  await machineWith({ [path]: '[Service]\nExecStart=/bin/web\nProtectHome=yes\n' });
  await client.open(`file://${path}`, '[Service]\nExecStart=/bin/web\nProtectHome=yes\n');
  const plan = await planned();
  const said = { time: 0, source: 'web', text: 'cat: /home/a/b: No such file or directory', isOfManager: false };
  const unit = {
    ...{ name: 'web.service', conditions: [], programs: {}, files: plan.files, journal: [{ ...said, invocation: '' }] },
    properties: { LoadState: ['loaded'], ActiveState: ['failed'], Result: ['exit-code'], ExecMainStatus: ['1'] },
  };
  const facts = { manager: 'system', version: 257, units: [unit] };
  const run = { end: 'failed', seconds: 1, facts };
  const { text, marks } = await client.connection.sendRequest<TrialAnswer>('systemdUnits/trialAccount', { plan, run });
  expect(marks).toMatchObject([{ path, line: 3, text: 'ProtectHome=yes', isReason: true }]);
  expect(marks[0]!.add).toEqual(['ProtectHome=read-only']);
  expect(text).toContain('Denied: /home/a/b is not there for the service.\n');
});
