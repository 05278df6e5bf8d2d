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

test('in a folder that is not of their program, files of suffixes that others have are told by their sections', async () => {
  const { stdout } = await run(['check', '--format', 'concise', 'w'], {
    'w/web.container': '[Container]\nImage=quay.io/x/base:1\nPod=web.pod\n',
    'w/web.pod': '[Pod]\nPort=80\n',
    'w/book.pod': '=head1 Book\n',
    'w/10-lan.network': '[Match]\nName=*\n[Network]\nDHPC=yes\n',
  });
  expect(stdout).toContain('w/web.pod:2');
  expect(stdout).toContain('w/10-lan.network:4');
  expect(stdout).toContain('in 2 of 3 units');
});
