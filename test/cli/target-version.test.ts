import { describe, expect, test } from 'vitest';
import { readManifest } from '../../server/scripts/command-line/manifest.mjs';
import { clampVersion, NEWEST_VERSION, versionNote } from '../../server/src/schema/versions.ts';
import { run } from './host.ts';

const OLDEST = clampVersion(0);

describe('--systemd-version is read alike by every command that has it', () => {
  const files = { 'a.service': '[Service]\nExecStart=/bin/true\nMemoryZSwapWriteback=no\n' };
  const host = { systemdVersion: () => 252 };
  const isKnown: Readonly<Record<string, (...options: readonly string[]) => Promise<boolean>>> = {
    check: async (...options) => (await run(['check', ...options, 'a.service'], files, '', host)).status === 0,
    cat: async (...options) =>
      (await run(['cat', ...options, 'a.service'], files, '', host)).stdout.includes('MemoryZSwapWriteback'),
    explain: async (...options) =>
      !(await run(['explain', ...options, '--search', 'MemoryZSwapWriteback'], files, '', host)).stderr.includes('252'),
  };
  test.each(Object.entries(isKnown))('%s', async (_, knows) => {
    expect(await knows()).toBe(false);
    expect(await knows('--systemd-version', '262')).toBe(true);
    expect(await knows('--systemd-version', 'auto')).toBe(false);
  });
  test.each(['check', 'cat', 'explain'])(
    '%s counts the config before the machine, and auto before that',
    async (name) => {
      const config = { ...files, '/.systemd-units.json': '{ "systemdVersion": 238 }' };
      const told = async (...options: string[]) => {
        const { stdout, stderr } = await run([name, ...options, 'a.service'], config, '', host);
        return /\b238\b/.test(stdout + stderr);
      };
      expect(await told()).toBe(true);
      expect(await told('--systemd-version', 'auto')).toBe(false);
    },
  );
  test.each(['check', 'cat', 'explain'])('%s refuses what is no version', async (name) => {
    const { status, stderr } = await run([name, '--systemd-version', 'new', 'a.service'], files, '', host);
    expect([status, stderr]).toEqual([2, expect.stringContaining('takes auto or a number such as 257, not "new"')]);
  });
});

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
    const { stderr } = await run(['explain', '--systemd-version', '238', 'Nice'], files);
    expect(stderr).toContain(versionNote(238));
  });
  test('by cat, of the machine', async () => {
    expect((await run(['cat', 'a.service'], files, '', { systemdVersion: () => 238 })).stderr).toContain(
      versionNote(238),
    );
    expect((await run(['cat', 'a.service'], files, '', { systemdVersion: () => OLDEST })).stderr).toBe('');
  });
  test('by cat, of the one that is asked for', async () => {
    const { stdout, stderr } = await run(['cat', '--systemd-version', '238', 'a.service'], files);
    expect(stderr).toContain(versionNote(238));
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
