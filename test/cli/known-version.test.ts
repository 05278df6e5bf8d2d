import { describe, expect, test } from 'vitest';
import { readManifest } from '../../server/scripts/command-line/manifest.mjs';
import { clampVersion, NEWEST_VERSION, versionNote } from '../../server/src/schema/versions.ts';
import { run } from './host.ts';

const OLDEST = clampVersion(0);

describe('a version that is not known is said to be judged as another', () => {
  test.each([
    [OLDEST - 1, 'the oldest'],
    [1, 'the oldest'],
    [NEWEST_VERSION + 1, 'the newest'],
  ])('%i', (version, which) => {
    expect(versionNote(version)).toContain(`systemd ${version} is not among the versions known here`);
    expect(versionNote(version)).toContain(which);
  });
  test.each([OLDEST, 257, NEWEST_VERSION])('%i is known', (version) => expect(versionNote(version)).toBeUndefined());

  const files = { 'a.service': '[Service]\nExecStart=/bin/true\n' };
  test('by explain', async () => {
    const { stderr } = await run(['explain', '--systemd', '240', 'Nice'], files);
    expect(stderr).toContain(versionNote(240));
  });
  test('by cat, of the machine', async () => {
    expect((await run(['cat', 'a.service'], files, '', { systemdVersion: () => 247 })).stderr).toContain(
      versionNote(247),
    );
    expect((await run(['cat', 'a.service'], files, '', { systemdVersion: () => 252 })).stderr).toBe('');
  });
  test('by cat, of the one that is asked for', async () => {
    const { stdout, stderr } = await run(['cat', '--systemd-version', '247', 'a.service'], files);
    expect(stderr).toContain(versionNote(247));
    expect(stdout).toContain('ExecStart=/bin/true');
  });
  test('cat reads as the version that is asked for would', async () => {
    const newer = { 'a.service': '[Service]\nExecStart=/bin/true\nMemoryZSwapWriteback=no\n' };
    const cat = async (version: string) =>
      (await run(['cat', '--systemd-version', version, 'a.service'], newer)).stdout;
    expect(await cat('252')).not.toContain('MemoryZSwapWriteback');
    expect(await cat('262')).toContain('MemoryZSwapWriteback');
    expect((await run(['cat', '--systemd-version', 'new', 'a.service'], newer)).status).toBe(2);
  });
});

test('the setting takes the versions that are known, and says so of others', () => {
  const { contributes } = readManifest('.') as {
    contributes: { configuration: { properties: Record<string, { pattern: string; patternErrorMessage: string }> } };
  };
  const { pattern, patternErrorMessage } = contributes.configuration.properties['systemdUnits.systemdVersion']!;
  for (const version of ['auto', OLDEST, NEWEST_VERSION]) expect(String(version)).toMatch(new RegExp(pattern));
  for (const version of [OLDEST - 1, NEWEST_VERSION + 1]) expect(String(version)).not.toMatch(new RegExp(pattern));
  expect(patternErrorMessage).toContain(`from ${OLDEST} to ${NEWEST_VERSION}`);
});
