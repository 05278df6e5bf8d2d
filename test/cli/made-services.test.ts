import { describe, expect, test } from 'vitest';
import { run } from './host.ts';

const IMAGE = '[Container]\nImage=quay.io/x/web\n';
const CONTAINER = `${IMAGE}[Service]\nType=oneshot\n`;
const ALWAYS = '[Service]\nRestart=always\n';
const MORE = '[Service]\nExecStart=/usr/bin/example\n';
const DROP_IN = 'w/web.service.d/10.conf';

const check = async (files: Readonly<Record<string, string>>) =>
  (await run(['check', '--format', 'concise', 'w'], files)).stdout
    .split('\n')
    .filter((line) => line.startsWith(DROP_IN));

describe('a drop-in of a service that Podman makes is judged with what is made', () => {
  test('a second command', async () => {
    const said = await check({ 'w/web.container': IMAGE, [DROP_IN]: MORE });
    expect(said).toEqual([expect.stringMatching(/:2:.*\[service-exec-start\]/)]);
  });

  test('what does not go with its Type=', async () => {
    const said = await check({ 'w/web.container': CONTAINER, [DROP_IN]: ALWAYS });
    expect(said).toEqual([expect.stringMatching(/:2:.*oneshot/)]);
  });

  test('with the drop-ins of the file, one of which may name the service', async () => {
    const files = { 'w/site.container': IMAGE, 'w/site.container.d/1.conf': '[Container]\nServiceName=web\n' };
    expect(await check({ ...files, [DROP_IN]: MORE })).toHaveLength(1);
  });

  test('its relations to units that are not there', async () => {
    const said = await check({
      'w/web.container': `${'\n'.repeat(99)}${IMAGE}[Unit]\nRequires=web.service gone.service\n`,
      [DROP_IN]: '[Unit]\nAfter=web.service\n',
    });
    expect(said).toEqual([expect.stringContaining(`${DROP_IN}:2:`)]);
  });

  test.each<[what: string, files: Readonly<Record<string, string>>]>([
    ['it resets the command', { 'w/web.container': CONTAINER, [DROP_IN]: `[Service]\nExecStart=\n${MORE}` }],
    ['the unit has a file of its own', { 'w/web.container': CONTAINER, 'w/web.service': MORE, [DROP_IN]: ALWAYS }],
    ['Podman refuses the file', { 'w/web.container': '[Container]\n', [DROP_IN]: MORE }],
    ['the service is another', { 'w/api.container': CONTAINER, [DROP_IN]: MORE }],
  ])('nothing is said if %s', async (_, files) => expect(await check(files)).toEqual([]));
});

test('a check of the Quadlet file itself still is for the Podman it is for', async () => {
  const { stdout } = await run(['check', '--format', 'concise', '--podman-version', '5.4', 'w'], {
    'w/web.container': '[Container]\nImage=quay.io/x/web\nAppArmor=unconfined\n',
    [DROP_IN]: '[Service]\nNice=1\n',
  });
  expect(stdout).toContain('w/web.container:3');
});

test('cat of a service that Podman makes has its drop-ins, and says where lines are from', async () => {
  const { status, stdout } = await run(['cat', '--root', 'image', 'web.service'], {
    'image/usr/lib/systemd/system/other.service': MORE,
    'image/etc/containers/systemd/web.container': `${IMAGE}${ALWAYS}`,
    'image/etc/systemd/system/web.service.d/10.conf': '[Service]\nRestart=no\n',
  });
  expect(status).toBe(0);
  expect(stdout).toContain('# web.service as systemd reads it: its file and one drop-in\n');
  expect(stdout).toMatch(/# \S*web\.container \(made by Podman\)\n(?:.*\n)*ExecStart=\/usr\/bin\/podman run /);
  expect(stdout).toMatch(/# \S*10\.conf\nRestart=no\n/);
  expect(stdout).not.toContain('Restart=always');
});
