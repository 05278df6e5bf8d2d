import { expect, test } from 'vitest';
import { run } from './host.ts';

const FOLDERS = ['/etc/systemd/system', '/usr/lib/systemd/system'];

interface Asked {
  readonly files: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly cwd?: string;
  readonly version?: number | undefined;
}

/** What is said of programs and accounts on a machine with these files. */
async function said(asked: Asked): Promise<string[]> {
  const { files, args = ['/etc/systemd/system'], cwd = '/' } = asked;
  const version = 'version' in asked ? asked.version : 262;
  const machine = { cwd, machinePaths: async () => ({ system: FOLDERS, user: [] }), systemdVersion: () => version };
  const all = { '/bin/true': '', '/etc/passwd': 'root:x:0:0::/:\n', '/etc/group': 'root:x:0:\n', ...files };
  const { stdout } = await run(['check', '--format', 'json', ...args], all, '', machine);
  const problems = JSON.parse(stdout) as { path: string; line: number; severity: string; code: string }[];
  return problems
    .filter(({ code }) => code === 'program-missing' || code === 'account-unknown')
    .map(({ path, line, severity, code }) => `${path}:${line} ${severity} ${code}`);
}

const own = (text: string): Asked => ({ files: { '/etc/systemd/system/a.service': `[Service]\n${text}` } });
const ran = 'ExecStart=/bin/true\n';

test.each([
  ['a missing program', 'ExecStart=/bin/gone\n', ['2 warning program-missing']],
  ['a program with prefixes', `${ran}ExecStop=+@/bin/gone x\n`, ['3 warning program-missing']],
  ['a name nobody finds', 'ExecStart=gone\n', ['2 warning program-missing']],
  ['a name that is found', 'ExecStart=true\n', []],
  ['a name looked for elsewhere', 'ExecSearchPath=/opt\nExecStart=gone\n', []],
  ['a failure that does not matter', `${ran}ExecStop=-/bin/gone\n`, []],
  ['a command taken back', `ExecStart=/bin/gone\nExecStart=\n${ran}`, []],
  ['an image of its own', 'RootDirectory=/srv\nExecStart=/bin/gone\n', []],
  [
    'a condition on the program',
    'ExecStart=/bin/gone\n[Unit]\nConditionPathExists=/bin/gone\n',
    ['2 info program-missing'],
  ],
  ['unknown accounts', `${ran}User=nemo\nGroup=root\n`, ['3 info account-unknown']],
])('%s', async (_, text, expected) => {
  expect(await said(own(text))).toEqual(expected.map((each) => `/etc/systemd/system/a.service:${each}`));
});

test('verify of 252 looks at the first command only', async () => {
  const asked = own('Type=oneshot\nExecStart=/bin/true\nExecStart=/bin/gone\n');
  const at = '/etc/systemd/system/a.service:4';
  expect(await said(asked)).toEqual([`${at} warning program-missing`]);
  expect(await said({ ...asked, version: 252 })).toEqual([`${at} info program-missing`]);
});

test('a unit that is not in the unit paths may be meant for another machine', async () => {
  const files = { 'repo/a.service': '[Service]\nExecStart=/bin/gone\nUser=nemo\n' };
  expect(await said({ files, args: ['repo'] })).toEqual([]);
});

test('a machine without systemd is not asked', async () => {
  expect(await said({ ...own('ExecStart=/bin/gone\n'), version: undefined })).toEqual([]);
});

test('paths count from the folder one is in', async () => {
  const asked = { ...own('ExecStart=/bin/gone\n'), cwd: '/etc/systemd/system' };
  const file = asked.files['/etc/systemd/system/a.service']!;
  const both = { ...asked, files: { ...asked.files, 'a.service': file }, args: ['a.service'] };
  expect(await said(both)).toEqual(['a.service:2 warning program-missing']);
});

test('a drop-in of another unit path counts', async () => {
  const fragment = '[Service]\nExecStart=/bin/gone\n';
  const files = { '/usr/lib/systemd/system/a.service': fragment };
  const args = ['/usr/lib/systemd/system/a.service'];
  const dropIn = { '/etc/systemd/system/a.service.d/b.conf': '[Service]\nExecStart=\nExecStart=/bin/lost\n' };
  expect(await said({ files, args })).toEqual(['/usr/lib/systemd/system/a.service:2 warning program-missing']);
  expect(await said({ files: { ...files, ...dropIn }, args })).toEqual([]);
  expect(await said({ files: { ...files, ...dropIn } })).toEqual([
    '/etc/systemd/system/a.service.d/b.conf:3 warning program-missing',
  ]);
});

test('accounts of sysusers.d are made at boot', async () => {
  const { files } = own(`${ran}User=nemo\nGroup=crew\nSupplementaryGroups=none\n`);
  const sysusers = { '/usr/lib/sysusers.d/a.conf': '# accounts\nu! nemo - "Captain"\nm nemo crew\n' };
  expect(await said({ files: { ...files, ...sysusers } })).toEqual([]);
});
