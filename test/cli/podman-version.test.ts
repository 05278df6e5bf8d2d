import { expect, test } from 'vitest';
import { run } from './host.ts';

const QUADLET = '/etc/containers/systemd/a.container';
const files = {
  [QUADLET]: '[Container]\nImage=quay.io/x/web:1\nMemory=1g\n',
  '/etc/systemd/system/a.service': '[Service]\nExecStart=/bin/true\n',
};
const isRefused = async (args: readonly string[], more: Readonly<Record<string, string>> = {}, podman?: number) => {
  const host = { podmanVersion: () => podman };
  const { stdout } = await run(['check', ...args, QUADLET], { ...files, ...more }, '', host);
  return stdout.includes('[quadlet-too-new]');
};

test('check reads Quadlet files as the Podman it is told, else as that of the config, else as that of the machine', async () => {
  expect(await isRefused([])).toBe(false);
  expect(await isRefused(['--podman-version', '5.4'])).toBe(true);
  expect(await isRefused(['--podman-version', '5.5.1'])).toBe(false);
  expect(await isRefused([], {}, 504)).toBe(true);
  const config = { '/.systemd-units.json': '{ "podmanVersion": "5.4" }' };
  expect(await isRefused([], config)).toBe(true);
  expect(await isRefused(['--podman-version', '5.8'], config)).toBe(false);
  expect(await isRefused(['--podman-version', 'auto'], config)).toBe(false);
  expect(await isRefused(['--targets', 'debian13'], {}, 508)).toBe(true);
});

test('no podman is asked where there is no Quadlet file', async () => {
  const podmanVersion = (): never => {
    throw new Error('asked');
  };
  const { status, stdout } = await run(['check', '/etc/systemd/system/a.service'], files, '', { podmanVersion });
  expect([status, stdout]).toEqual([0, expect.not.stringContaining('Podman')]);
});

test('a version that is none is wrong usage', async () => {
  const { status, stderr } = await run(['check', '--podman-version', 'new', QUADLET], files);
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining('--podman-version takes auto or a version such as 5.4, not "new"'),
  ]);
});

test('one that is too new is said to be judged as another', async () => {
  const { stderr } = await run(['check', '--podman-version', '9.1', QUADLET], files);
  expect(stderr).toContain('Podman 9.1 is not among the versions known here');
});

test('the table of files and targets names both programs', async () => {
  const args = ['check', '--matrix', '--targets', 'debian12,debian13,debian-sid', QUADLET];
  const { stdout } = await run(args, files);
  const [heading, row] = stdout.split('\n');
  expect(heading).toMatch(
    /Debian 12 \(252, Podman 4\.3\) {2}Debian 13 \(257, Podman 5\.4\) {2}Debian sid \(\d+, Podman 5\.8\)/,
  );
  expect(row).toMatch(/1 error +1 error +ok/);
});

test('cat makes the service of that Podman', async () => {
  const made = (version: string) => run(['cat', '--podman-version', version, QUADLET], files);
  expect((await made('5.8')).stdout).toContain('--memory 1g');
  expect((await made('5.4')).stderr).toContain('Podman does not have Memory= in [Container]');
  expect((await made('4.9')).stderr).toContain('Podman 4.9 was not asked; this is what 5.4 makes.');
});
