import { expect, test } from 'vitest';
import { run } from './host.ts';

const files = {
  'q/containers/systemd/web.container': '[Container]\nImage=base.image\nVolume=data.volume:/data\n',
  'q/containers/systemd/web.container.d/10.conf': '[Container]\nExec=serve --port 80\n',
  'q/containers/systemd/base.image': '[Image]\nImage=quay.io/x/base:1\n',
  'q/containers/systemd/data.volume': '[Volume]\n',
  'q/containers/systemd/bad.container': '[Container]\nImage=x\nPort=1\n',
};

test('prints the service that Podman makes of a file, its drop-ins and those it refers to', async () => {
  const { status, stdout } = await run(['cat', 'q/containers/systemd/web.container'], files);
  expect(status).toBe(0);
  expect(stdout).toContain('[X-Container]\nImage=base.image\n');
  expect(stdout).toContain('Requires=base-image.service\n');
  expect(stdout).toContain('Requires=data-volume.service\n');
  expect(stdout).toContain(' -v systemd-data:/data quay.io/x/base:1 serve --port 80\n');
});

test('as another Podman would', async () => {
  const { stdout } = await run(['cat', '--podman-version', '5.4', 'q/containers/systemd/web.container'], files);
  expect(stdout).toContain(' --cidfile=%t/%N.cid ');
});

test('says why there is none', async () => {
  const { status, stderr } = await run(['cat', 'q/containers/systemd/bad.container'], files);
  expect(status).toBe(2);
  expect(stderr).toContain('Podman does not have Port= in [Container]');
});

test('takes a version of Podman only', async () => {
  const { status, stderr } = await run(['cat', '--podman-version', '4.3', 'q/containers/systemd/web.container'], files);
  expect(status).toBe(2);
  expect(stderr).toContain('Podman 4.3 has no Quadlet, which came with 4.4');
});

test('--origins says of which lines those of the service are made', async () => {
  const own = 'q/containers/systemd/web.container';
  const { stdout } = await run(['cat', '--origins', own], {
    [own]: '[Container]\nImage=quay.io/x/web\n[Service]\nRestart=no\n',
    [`${own}.d/10.conf`]: '[Service]\nNice=1\n',
  });
  const lines = stdout.split('\n').map((line) => line.replace(/^# .*\/q\/containers\/systemd\//, '# '));
  const at = (line: string): string | undefined => lines[lines.indexOf(line) - 1];
  expect(at('Restart=no')).toBe('# web.container:4');
  expect(at('Nice=1')).toBe('# web.container.d/10.conf:2');
  expect(at('Environment=PODMAN_SYSTEMD_UNIT=%n')).toBe('# Podman');
  expect(at('KillMode=mixed')).toBe('Environment=PODMAN_SYSTEMD_UNIT=%n');
});

test.each(['web.container', 'folder/web.container'])('%s is judged with what is made of it', async (path) => {
  const { stdout } = await run(['check', path], { [path]: '[Container]\nImage=quay.io/x/web\nMemory=alot\n' });
  expect(stdout).toContain(`${path}:3:1: error: "alot" is not a size`);
});
