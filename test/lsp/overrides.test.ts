import { afterEach, expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol';
import { filesChanged, overridesRequest } from '../../server/src/protocol/requests.ts';
import { startClient, type TestClient } from './client.ts';

let client: TestClient;
afterEach(() => client.close());

const UNIT = '[Service]\nExecStart=/bin/true\n';

test('a client that marks files is told when others come, and asks what overrides one that is not open', async () => {
  const files: Record<string, string> = { '/w/a.service': UNIT };
  client = await startClient({
    folders: ['file:///w'],
    initializationOptions: { hearsFiles: true },
    runtime: {
      workspaceFiles: async () => Object.keys(files).map((path) => ({ path })),
      readText: async (path) => files[path],
    },
  });
  await client.indexed;
  const ask = () => client.connection.sendRequest(overridesRequest, { textDocument: { uri: 'file:///w/a.service' } });
  expect(await ask()).toBe(null);
  const dropIn = '/w/a.service.d/10-nice.conf';
  files[dropIn] = '[Service]\nNice=5\n';
  const changed = new Promise<void>((resolve) => client.connection.onNotification(filesChanged, () => resolve()));
  const changes = [{ uri: `file://${dropIn}`, type: FileChangeType.Created }];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await changed;
  expect(await ask()).toEqual({ masked: false, dropIns: [dropIn] });
});
