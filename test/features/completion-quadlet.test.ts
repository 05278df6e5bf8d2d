import { describe, expect, test } from 'vitest';
import { completion } from '../../server/src/features/completion/index.ts';
import { createDocument } from '../../server/src/features/document.ts';
import { signatureHelp } from '../../server/src/features/signature-help.ts';
import { readTargets } from '../../server/src/schema/targets.ts';
import { readCursor } from '../lsp/cursor.ts';
import { testEnvironment } from './environment.ts';

async function labels(name: string, marked: string): Promise<string[]> {
  const { text, offset } = readCursor(marked);
  const document = createDocument(text, { path: `/etc/containers/systemd/${name}`, version: 262 });
  return (await completion(document, offset, testEnvironment())).map(({ label }) => label);
}

test.each([
  ['web.container', '[|', ['[Container]', '[Unit]', '[Service]', '[Install]', '[Quadlet]'], ['[Pod]', '[Socket]']],
  ['web.container', '[Container]\nIm|', ['Image='], ['Yaml=', 'ExecStart=']],
  ['lan.network', '[Network]\nSub|\n[Install]\n', ['Subnet='], ['DHCP=']],
  ['web.container', '[Container]\nImage=x\n[Service]\nRes|', ['Restart='], ['Image=']],
  ['web.container', '[Container]\nPull=|', ['always', 'newer'], []],
  ['web.container', '[Container]\nNotify=|', ['yes', 'no', 'healthy'], []],
])('%s %j offers what may stand there', async (name, marked, offered, not) => {
  const found = await labels(name, marked);
  expect(found).toEqual(expect.arrayContaining(offered));
  for (const label of not) expect(found).not.toContain(label);
});

describe('keys that not all targets have', () => {
  const offered = async (words: readonly string[], key: string, podman?: number) => {
    const read = readTargets(words);
    const { text, offset } = readCursor('[Container]\n|');
    const document = createDocument(text, { path: '/etc/containers/systemd/web.container', version: 257, podman });
    const items = await completion(
      document,
      offset,
      testEnvironment('targets' in read ? { targets: read.targets } : {}),
    );
    return items.find(({ label }) => label === key);
  };
  test('are marked and stand behind the others', async () => {
    const targets = ['ubuntu24.04', 'debian13'];
    const found = await offered(targets, 'HealthLogDestination=');
    expect(found?.detail).toBe('since Podman 5.3: not Ubuntu 24.04 (Podman 4.9)');
    expect(found!.rank).toBeGreaterThan((await offered(targets, 'HealthCmd='))!.rank);
  });
  test('of one target say what it lacks', async () => {
    const found = await offered([], 'Memory=', 504);
    expect(found?.detail).toBe('needs Podman 5.5; the target has 5.4');
    expect(found!.rank).toBeGreaterThan((await offered([], 'HealthCmd=', 504))!.rank);
    expect((await offered([], 'Memory=', 508))?.detail ?? '').not.toContain('needs');
  });
});

test.each([
  ['PublishPort=80|', 2],
  ['PublishPort=8080:8|0', 2],
  ['PublishPort=80|80:80', 1],
  ['PublishPort=127.0|.0.1:8080:80', 0],
  ['PublishPort=80/u|', 3],
  ['Volume=/d|ata', 1],
  ['Volume=da|ta.volume:/data', 0],
  ['Volume=data.volume:/data:Z|', 2],
  ['Mount=type=bi|nd', 0],
  ['Mount=type=bind,source=/x,dest|', 2],
  ['HealthCmd=cu|rl -f', 0],
])('%s is in part %i', (line, part) => {
  const { text, offset } = readCursor(`[Container]\n${line}`);
  const document = createDocument(text, { path: '/etc/containers/systemd/web.container', version: 262 });
  expect(signatureHelp(document, offset)?.active).toBe(part);
});
