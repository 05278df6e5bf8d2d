import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { run } from '../../client/src/machine/process.ts';
import { executable, systemExecutable } from '../../server/src/node/executable.ts';
import { machineVersion } from '../../server/src/node/systemd-version.ts';

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'systemd-units-executable-')));
const workspace = join(scratch, 'workspace');
const tools = join(scratch, 'tools');
const proof = join(scratch, 'ran');
for (const folder of [join(workspace, 'bin'), join(tools, 'folder-called-systemctl')])
  mkdirSync(folder, { recursive: true });
for (const path of [join(workspace, 'systemctl'), join(workspace, 'bin/systemctl'), join(tools, 'systemctl')]) {
  writeFileSync(path, `#!/bin/sh\necho ran > ${path.startsWith(workspace) ? proof : '/dev/null'}; echo systemd 333\n`);
  chmodSync(path, 0o755);
}
writeFileSync(join(tools, 'plain'), '');
mkdirSync(join(tools, 'inner'));
symlinkSync(workspace, join(scratch, 'link'));

const { PATH } = process.env;
const cwd = process.cwd();
afterEach(() => {
  process.chdir(cwd);
  process.env.PATH = PATH;
  vi.unstubAllGlobals();
});
afterAll(() => rmSync(scratch, { recursive: true }));

describe('a program is found', () => {
  const found = join(tools, 'systemctl');
  test.each([
    ['in a folder of PATH', tools, found],
    ['after folders without it', `/nowhere:${tools}`, found],
    ['never in the working directory', '.:', undefined],
    ['never by a relative entry', 'bin:./bin:../workspace', undefined],
    ['never in what is opened', workspace, undefined],
    ['nor below it', join(workspace, 'bin'), undefined],
    ['nor through a link to it', `${join(scratch, 'link')}:${join(scratch, 'link/bin')}`, undefined],
    ['but after it', `${join(workspace, 'bin')}:${tools}`, found],
  ])('%s', (_, path, expected) => {
    process.chdir(workspace);
    expect(executable('systemctl', { PATH: path, untrusted: [workspace] })).toBe(expected);
  });

  test('not where it cannot be run', () => {
    for (const name of ['plain', 'inner', '../tools/systemctl'])
      expect(executable(name, { PATH: tools, untrusted: [] })).toBeUndefined();
  });

  test('in the system’s own folders, even where all of the machine is opened', () => {
    expect(executable('sh', { PATH: '/usr/bin:/bin', untrusted: ['/'] })).toMatch(/^\/(usr\/)?bin\/sh$/);
    expect(executable('systemctl', { PATH: tools, untrusted: ['/'] })).toBeUndefined();
    process.env.PATH = tools;
    expect(systemExecutable('sh')).toMatch(/^\/(usr\/)?bin\/sh$/);
  });

  test.each(['win32', 'darwin', 'freebsd'])('never on %s, which has no systemd', (platform) => {
    vi.stubGlobal('process', { ...process, platform, env: { PATH: tools } });
    expect(executable('systemctl', { untrusted: [] })).toBeUndefined();
    expect(executable('/usr/bin/systemctl', { untrusted: [] })).toBeUndefined();
  });
});

describe('what a repository brings along is not run', () => {
  const hostile = `.:bin:${workspace}:${join(workspace, 'bin')}`;

  test('by the server, which asks for the version', async () => {
    process.chdir(workspace);
    process.env.PATH = hostile;
    expect(await machineVersion([workspace])).toBeUndefined();
    process.env.PATH = `${hostile}:${tools}`;
    expect([await machineVersion([workspace]), existsSync(proof)]).toEqual([333, false]);
  });

  test('by the extension, and what is run begins in a folder of ours', async () => {
    process.chdir(workspace);
    process.env.PATH = hostile;
    const { trustNothingBelow } = await import('../../client/src/machine/process.ts');
    trustNothingBelow([workspace]);
    expect(await run({ program: 'systemctl', args: ['--version'] })).toMatchObject({ failure: 'missing' });
    expect(existsSync(proof)).toBe(false);
    const { stdout } = await run({ program: '/bin/pwd', args: [] });
    expect(stdout.trim()).toMatch(/client\/src\/machine$/);
    trustNothingBelow([]);
  });
});
