import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { machinePodman, machinePodmanSync } from '../../server/src/node/podman-version.ts';
import { targetsChanged, targetsRequest, trustGranted } from '../../server/src/protocol/requests.ts';
import { startClient, type TestClient } from './client.ts';

let folder: string;
let client: TestClient | undefined;
const path = process.env.PATH;

/** A podman before all others. */
function podmanThat(does: string): void {
  const file = join(folder, 'podman');
  writeFileSync(file, `#!/bin/sh\n${does}\n`);
  chmodSync(file, 0o755);
  process.env.PATH = `${folder}${delimiter}${path}`;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'systemd-units-podman-'));
});
afterEach(async () => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true });
  await client?.close();
  client = undefined;
});

test('the version of the machine is what podman says', async () => {
  podmanThat('[ "$*" = --version ] && echo "podman version 5.4.2"');
  expect(await machinePodman([])).toBe(504);
  expect(machinePodmanSync([])).toBe(504);
});

test('a podman below what is opened is not run', async () => {
  podmanThat(`touch ${join(folder, 'ran')}; echo "podman version 5.4.2"`);
  expect(await machinePodman([folder])).not.toBe(504);
  expect(() => writeFileSync(join(folder, 'ran'), '', { flag: 'wx' })).not.toThrow();
});

test('a podman that is stopped is not waited for', async () => {
  podmanThat('kill -STOP $$');
  expect(await machinePodman([])).toBeUndefined();
});

const uri = 'file:///etc/containers/systemd/a.container';
const targetsText = async (options: Parameters<typeof startClient>[0]): Promise<string> => {
  client = await startClient(options);
  return (await client.connection.sendRequest(targetsRequest, { uri }))!.text;
};

test('Quadlet files are for the Podman of the machine', async () =>
  expect(await targetsText({ runtime: { machineVersion: async () => 257, machinePodman: async () => 503 } })).toBe(
    'systemd 257, Podman 5.3',
  ));

test('no podman is asked where what is opened is not trusted', async () =>
  expect(
    await targetsText({
      runtime: { machineVersion: async () => 257, machinePodman: async () => 503 },
      initializationOptions: { runsPrograms: false },
    }),
  ).toBe('systemd 257'));

test('it is asked once that is trusted', async () => {
  await targetsText({
    runtime: { machineVersion: async () => 257, machinePodman: async () => 503 },
    initializationOptions: { runsPrograms: false, hearsTargets: true },
  });
  const told = new Promise<void>((resolve) => void client!.connection.onNotification(targetsChanged, () => resolve()));
  await client!.connection.sendNotification(trustGranted);
  await told;
  expect((await client!.connection.sendRequest(targetsRequest, { uri }))!.text).toBe('systemd 257, Podman 5.3');
});

test('a setting counts before the machine, a distribution before both', async () => {
  const runtime = { machineVersion: async () => 257, machinePodman: async () => 503 };
  expect(await targetsText({ runtime, initializationOptions: { settings: { podmanVersion: '5.6' } } })).toBe(
    'systemd 257, Podman 5.6',
  );
  await client!.close();
  const settings = { podmanVersion: '5.6', targets: ['debian13', 'fedora42'] };
  expect(await targetsText({ runtime, initializationOptions: { settings } })).toBe(
    'Debian 13 (257, Podman 5.4) and Fedora 42 (257, Podman 5.6)',
  );
});
