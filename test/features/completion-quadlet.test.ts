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

describe('what the workspace and the machine have', () => {
  const quadlets = [
    { path: '/etc/containers/systemd/data.volume', text: '[Volume]\n' },
    { path: '/etc/containers/systemd/lan.network', text: '[Network]\n' },
    { path: '/etc/containers/systemd/group.pod', text: '[Pod]\n' },
    { path: '/etc/containers/systemd/app.build', text: '[Build]\nImageTag=localhost/app\n' },
    {
      path: '/etc/containers/systemd/db.container',
      text: '[Container]\nImage=docker.io/library/postgres:17\nSecret=db-password,type=env\nVolume=db:/var/lib/postgresql\n',
    },
  ];
  const podman = async (resource: string): Promise<string[]> => [`local-${resource}`];
  const offered = async (marked: string): Promise<string[]> => {
    const { text, offset } = readCursor(marked);
    const document = createDocument(text, { path: '/etc/containers/systemd/web.container', version: 262 });
    const items = await completion(document, offset, testEnvironment({ quadlets, podman }));
    return items.sort((a, b) => a.rank - b.rank).map(({ label }) => label);
  };
  test.each([
    ['Image=|', ['app.build', 'docker.io/library/postgres:17', 'local-image']],
    ['Volume=|', ['data.volume', 'db', 'local-volume']],
    ['Volume=da|:/data', ['data.volume', 'db', 'local-volume']],
    ['Pod=|', ['group.pod', 'local-pod']],
    ['Secret=|', ['db-password', 'local-secret']],
  ])('%s', async (line, expected) => expect(await offered(`[Container]\n${line}\n`)).toEqual(expected));

  test.each([
    ['Network=|', ['host', 'none', 'lan.network', 'db.container', 'local-network'], ['data.volume']],
    ['Network=lan.network:|', ['ip=', 'mac='], ['host']],
    ['Volume=data.volume:/data:|', ['ro', 'Z', 'U'], ['data.volume']],
    ['Secret=key,|', ['type=', 'target='], ['db-password']],
    ['Secret=key,type=|', ['mount', 'env'], ['target=']],
    ['Tmpfs=/run:|', ['size=', 'ro', 'noexec'], []],
    ['Mount=|', ['type='], []],
    ['Mount=type=|', ['bind', 'volume', 'tmpfs'], ['destination=']],
    ['Mount=type=tmpfs,|', ['destination=', 'tmpfs-size=', 'ro'], ['relabel=']],
    ['Ulimit=|', ['nofile=', 'nproc=', 'host'], []],
    ['AddCapability=NET_ADMIN |', ['SYS_ADMIN', 'ALL'], []],
    ['UserNS=|', ['auto', 'keep-id', 'host'], []],
    ['UserNS=keep-id:|', ['uid=', 'gid='], ['uidmapping=']],
    ['LogDriver=|', ['journald', 'k8s-file'], []],
    ['StopSignal=|', ['SIGTERM', 'SIGINT'], []],
  ])('%s', async (line, some, none) => {
    const found = await offered(`[Container]\n${line}\n`);
    expect(found).toEqual(expect.arrayContaining(some));
    for (const label of none) expect(found).not.toContain(label);
  });
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
  ['Network=lan.network:ip|=10.0.0.1', 1],
  ['Secret=key,type=e|nv', 1],
  ['Tmpfs=/run:si|ze=1m', 1],
  ['Ulimit=nofile=1024:2|048', 2],
  ['AddHost=web:10|.0.0.1', 1],
  ['AddDevice=/dev/fuse:/dev/f|use', 1],
  ['UIDMap=0:1000:|1', 2],
])('%s is in part %i', (line, part) => {
  const { text, offset } = readCursor(`[Container]\n${line}`);
  const document = createDocument(text, { path: '/etc/containers/systemd/web.container', version: 262 });
  expect(signatureHelp(document, offset)?.active).toBe(part);
});
