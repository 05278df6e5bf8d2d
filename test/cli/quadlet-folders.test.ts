import { expect, test } from 'vitest';
import { run } from './host.ts';

const CONTAINER = '[Container]\nImage=quay.io/x/base:1\nVolume=data.volume:/data\n';
const WEB = 'image/etc/containers/systemd/web.container';

const check = (files: Readonly<Record<string, string>>, path = WEB) =>
  run(['check', '--format', 'concise', path], { [path]: CONTAINER, ...files });

test('a file that none of the folders has which Podman reads together is missing', async () => {
  const { status, stdout } = await check({});
  expect(status).toBe(1);
  expect(stdout).toContain('quadlet-refused');
});

test.each(['run', 'etc', 'usr/share'])('it may be in %s', async (folder) => {
  const { status, stdout } = await check({ [`image/${folder}/containers/systemd/data.volume`]: '[Volume]\n' });
  expect([status, stdout]).toEqual([0, expect.not.stringContaining('quadlet')]);
});

test('of a user, and of a folder of no system, nobody knows where else there are files', async () => {
  for (const path of ['home/me/.config/containers/systemd/web.container', 'quadlets/web.container'])
    expect(await check({}, path)).toMatchObject({ status: 0 });
});
