import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { assist } from '../../server/src/node/assist.ts';
import { type AssistantAnswer, assistantToolRequest } from '../../server/src/protocol/requests.ts';
import { startClient } from './client.ts';

const scratch = mkdtempSync(join(tmpdir(), 'systemd-units-assist-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const BAD = '[Service]\nExecStart=/bin/true\nRestrt=no\n';
for (const name of ['root', 'other']) {
  mkdirSync(join(scratch, name));
  writeFileSync(join(scratch, name, `${name}.service`), BAD);
}

test('a client asks for tools on the folders it has opened', async () => {
  const client = await startClient({ folders: [`file://${scratch}/root`], runtime: { assist } });
  const call = (tool: string, input: unknown): Promise<AssistantAnswer> =>
    client.connection.sendRequest(assistantToolRequest, { tool, input });
  expect(await call('check_unit', { name: 'x.service', text: BAD })).toEqual({
    isError: false,
    text: expect.stringContaining('x.service:3:1: warning'),
  });
  expect((await call('check_files', { path: '.' })).text).toMatch(/^root\.service:3:1: warning/);
  for (const path of ['../other', join(scratch, 'other/other.service')])
    expect(await call('check_files', { path })).toEqual({
      isError: true,
      text: expect.stringContaining('no such file'),
    });
  expect((await call('nonesuch', {})).isError).toBe(true);
  await client.close();
});

test('where there are none, that is the answer', async () => {
  const client = await startClient();
  const answer: AssistantAnswer = await client.connection.sendRequest(assistantToolRequest, {
    tool: 'explain',
    input: {},
  });
  expect(answer).toEqual({ isError: true, text: 'There are no such tools here.' });
  await client.close();
});
