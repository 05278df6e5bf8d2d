import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { podmanNames } from '../../server/src/node/podman-names.ts';
import { startClient, type TestClient } from './client.ts';

let folder: string;
let client: TestClient | undefined;
const path = process.env.PATH;

/** A podman before all others, which writes down what it is asked. */
function podmanThat(does: string): void {
  const file = join(folder, 'podman');
  writeFileSync(file, `#!/bin/sh\necho "$*" >>${folder}/asked\n${does}\n`);
  chmodSync(file, 0o755);
  process.env.PATH = `${folder}${delimiter}${path}`;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'systemd-units-names-'));
});
afterEach(async () => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true });
  await client?.close();
  client = undefined;
});

const asked = (): string[] => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');

test('podman is asked for its names once for a while', async () => {
  podmanThat('printf "localhost/web:1\\n<none>:<none>\\nlocalhost/web:1\\n"');
  expect(await podmanNames('image', [])).toEqual(['localhost/web:1']);
  expect(await podmanNames('image', [])).toEqual(['localhost/web:1']);
  expect(asked()).toEqual(['images --format {{.Repository}}:{{.Tag}}']);
});

test('each resource has its question', async () => {
  podmanThat('echo one');
  for (const resource of ['volume', 'network', 'pod', 'secret'] as const)
    expect(await podmanNames(resource, [])).toEqual(['one']);
  expect(asked()).toEqual(['volume', 'network', 'pod', 'secret'].map((word) => `${word} ls --format {{.Name}}`));
});

test('one that fails or hangs offers nothing', async () => {
  podmanThat('kill -STOP $$');
  expect(await podmanNames('secret', [])).toEqual([]);
});

test('one below what is opened is not run', async () => {
  podmanThat('echo mine');
  expect(await podmanNames('pod', [folder])).not.toContain('mine');
});

const uri = 'file:///etc/containers/systemd/web.container';
const labels = async (runsPrograms: boolean): Promise<string[]> => {
  const runtime = { podmanNames: async () => ['localhost/local:1'] };
  client = await startClient({ runtime, initializationOptions: { runsPrograms } });
  await client.open(uri, '[Container]\nImage=\n');
  const items = await client.connection.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position: { line: 1, character: 6 },
  });
  return (items as { label: string }[]).map(({ label }) => label);
};

test('names of the machine are completed', async () => expect(await labels(true)).toContain('localhost/local:1'));

test('but not where what is opened is not trusted', async () =>
  expect(await labels(false)).not.toContain('localhost/local:1'));
