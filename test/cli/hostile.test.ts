import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../server/src/cli/commands.ts';
import type { CliHost } from '../../server/src/cli/host.ts';
import { runCli } from '../../server/src/cli/main.ts';
import { nodeCliHost } from '../../server/src/node/cli-host.ts';
import { RealCommand } from './real-command.ts';

const isRoot = process.getuid?.() === 0;
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'systemd-units-hostile-')));
afterAll(() => {
  process.chdir('/');
  rmSync(scratch, { recursive: true });
});

let folder = '';
let count = 0;
beforeEach(() => {
  folder = join(scratch, String(++count));
  mkdirSync(folder);
  process.chdir(folder);
});

function put(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

interface Terminal {
  readonly isTerminal?: boolean;
  readonly hasColors?: boolean;
}

async function run(args: readonly string[], terminal: Terminal = {}, machine: Partial<CliHost> = {}) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const host = {
    ...nodeCliHost(),
    isTerminal: false,
    hasColors: false,
    showProgress: undefined,
    readStdin: async () => new Uint8Array(readFileSync(join(folder, 'stdin'))),
    ...terminal,
    ...machine,
    stdout: (text: string) => void stdout.push(text),
    stderr: (text: string) => void stderr.push(text),
  };
  const status = await runCli(host, args, '0');
  return { status, stdout: stdout.join(''), stderr: stderr.join('') };
}

describe('no character of a file, path or argument commands a terminal', () => {
  /** Writes the clipboard, hides text, ends a line with a command for GitHub, 8-bit CSI, turned text, backspaces. */
  const EVIL = '\x1b]52;c;ZWNobw==\x07\x1b[8m\x9b2J\u202egnp\u2066\b\x7f';
  const LINES = `${EVIL}\r\u2028`;
  const unit = [
    '[Unit]',
    `Description=a ${EVIL}`,
    `Documentation=${EVIL}`,
    `[Bad${EVIL}]`,
    `${EVIL}=1`,
    `no assignment ${EVIL}`,
    '[Service]',
    `Restart=${EVIL}`,
    `ExecStart=/bin/${EVIL}`,
    `Environment=${EVIL}`,
    `# systemd-units: ignore ${EVIL}`,
    'Restrt=no',
    '',
  ].join('\n');
  const COLOR = /\x1b\[(?:[0124]|2[24]|3[1369]|90)m/g;
  const COMMANDS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
  const evilName = `a${LINES}\n::error ::x.service`;

  const inputs: readonly string[][] = [
    ...['text', 'concise', 'json', 'sarif', 'github'].flatMap((format) => [
      ['check', '--format', format, 'a.service'],
      ['check', '--format', format, evilName],
      ['check', '--format', format, '--stdin-filename', evilName, '-'],
    ]),
    ['check', '--fix', evilName],
    ['check', `${EVIL}.service`],
    ['check', `--${EVIL}`],
    ['check', '--format', EVIL, 'a.service'],
    ['check', '--systemd-version', EVIL, 'a.service'],
    ['check', '--explain', EVIL],
    ['check', '--root', EVIL],
    ['check', '--root', folder || '.', EVIL],
    ['check', '--config', EVIL, 'a.service'],
    ['check', '--config', 'evil.json', 'a.service'],
    ['check', '--config', 'rule.json', 'a.service'],
    ['check', '--config', 'paths.json'],
    [EVIL],
    ['help', EVIL],
    ['cat', 'a.service'],
    ['cat', EVIL],
    ['format', '--check', '.'],
    ['format', '-'],
    ['graph', 'a.service'],
    ['graph', '--format', 'svg', 'a.service'],
    ['graph', '--only', EVIL, 'a.service'],
    ['explain', EVIL],
    ['explain', '--format', 'json', EVIL],
    ['explain', `Restart=${EVIL}`],
    ['calendar', EVIL],
    ['calendar', '--timezone', EVIL, 'daily'],
    ['completion', EVIL],
  ];

  test.each(inputs.map((args) => [JSON.stringify(args).slice(0, 90), args] as const))('%s', async (_, args) => {
    put('a.service', unit);
    put('stdin', unit);
    put(evilName, unit);
    put('evil.json', JSON.stringify({ [EVIL]: 1 }));
    put('rule.json', JSON.stringify({ rules: { [EVIL]: 'off', quoting: EVIL } }));
    put('paths.json', JSON.stringify({ paths: [`../${EVIL}`] }));
    for (const terminal of [{ isTerminal: true, hasColors: true }, { isTerminal: true }, {}]) {
      const isForPrograms = commands.find(({ name }) => name === args[0])?.isFilter && !terminal.isTerminal;
      const { stdout, stderr } = await run(args, terminal);
      expect(stderr).not.toMatch(COMMANDS);
      if (!isForPrograms) expect(terminal.hasColors ? stdout.replace(COLOR, '') : stdout).not.toMatch(COMMANDS);
      // A path may not pass for a line of ours, least of all for a command of a workflow.
      expect(`${stdout}\n${stderr}`).not.toMatch(/^::error ::x/m);
      expect(stdout + stderr).not.toBe('');
    }
  });

  test('what another program reads is passed on byte for byte', async () => {
    put('stdin', `[Service]\nEnvironment=A=${EVIL}\n`);
    put('a.service', `[Service]\nExecStart=/bin/true\nEnvironment="A=${EVIL}"\n`);
    expect((await run(['format', '-'])).stdout).toContain(EVIL);
    expect((await run(['cat', 'a.service'])).stdout).toContain(EVIL);
  });

  test('carets stand below what they mean', async () => {
    put('a.service', `[Service]\nExecStart=/bin/true\nRestart=\x1b[8m\n`);
    const { stdout } = await run(['check', '--format', 'text', 'a.service']);
    expect(stdout).toContain('    3 | Restart=␛[8m\n      |         ^^^^');
  });
});

describe('settings', () => {
  const BAD = '[Service]\nExecStart=/bin/true\nRestrt=no\n';

  const ways: readonly [string, string, Readonly<Record<string, string>>][] = [
    ['above', 'OUTSIDE', {}],
    ['by its full path', '/OUTSIDE', {}],
    ['through a link to a folder', 'link', { link: 'OUTSIDE' }],
    ['through a link to a file', 'l.service', { 'l.service': 'OUTSIDE/a.service' }],
    ['through a folder that is a link', 'link/a.service', { link: 'OUTSIDE' }],
  ];
  test.each(ways)('lead nowhere out of their folder: %s', async (_, given, links) => {
    const outside = join(scratch, `outside${count}`);
    const placed = (path: string): string => path.replace('/OUTSIDE', outside).replace('OUTSIDE', `../outside${count}`);
    for (const [name, target] of Object.entries(links)) symlinkSync(placed(target), join(folder, name));
    mkdirSync(outside, { recursive: true });
    writeFileSync(join(outside, 'a.service'), BAD);
    put('.systemd-units.json', JSON.stringify({ paths: [placed(given)] }));
    mkdirSync(join(folder, 'below'));
    for (const cwd of ['.', 'below']) {
      process.chdir(join(folder, cwd));
      const { status, stdout, stderr } = await run(['check', '--fix']);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/\.systemd-units\.json: "paths" leads out of its folder: /);
    }
    expect(readFileSync(join(outside, 'a.service'), 'utf8')).toBe(BAD);
  });

  test('name what lies below, from wherever below one is', async () => {
    put('.systemd-units.json', JSON.stringify({ paths: ['units', './units/../units'] }));
    const path = put('units/a.service', BAD);
    process.chdir(join(folder, 'units'));
    expect((await run(['check', '--fix'])).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('Restart=no');
  });

  test('of a pipeline may name what lies in the folder it runs in', async () => {
    put('ci/units.json', JSON.stringify({ paths: ['../units'] }));
    put('units/a.service', BAD);
    expect((await run(['check', '--config', 'ci/units.json'])).status).toBe(1);
  });

  const off = JSON.stringify({ rules: { 'directive-unknown': 'off' } });

  test.skipIf(!isRoot)(
    'of another user are named and not heeded (skipped where we may not give files away)',
    async () => {
      chownSync(put('.systemd-units.json', off), 12_345, 12_345);
      put('mine/a.service', BAD);
      process.chdir(join(folder, 'mine'));
      const { status, stderr } = await run(['check', 'a.service']);
      expect(status).toBe(1);
      expect(stderr).toBe(
        `systemd-units: ${folder}/.systemd-units.json: not heeded, as it belongs to another user; --config names one that is\n`,
      );
      expect((await run(['check', '--config', '../.systemd-units.json', 'a.service'])).status).toBe(0);
    },
  );

  test.skipIf(!isRoot)('further up count then (skipped where we may not give files away)', async () => {
    put('.systemd-units.json', off);
    chownSync(put('theirs/.systemd-units.json', '{}'), 12_345, 12_345);
    put('theirs/mine/a.service', BAD);
    process.chdir(join(folder, 'theirs/mine'));
    expect((await run(['check', 'a.service'])).status).toBe(0);
  });

  test.skipIf(!isRoot)(
    'by a link of another user are not either (skipped where we may not give files away)',
    async () => {
      put('settings.json', off);
      symlinkSync('settings.json', join(folder, '.systemd-units.json'));
      spawnSync('chown', ['-h', '12345', join(folder, '.systemd-units.json')]);
      put('mine/a.service', BAD);
      process.chdir(join(folder, 'mine'));
      expect((await run(['check', 'a.service'])).status).toBe(1);
    },
  );

  test.skipIf(!isRoot)('of whoever owns the folder one is in are heeded (skipped likewise)', async () => {
    chownSync(put('.systemd-units.json', off), 12_345, 12_345);
    chownSync(folder, 12_345, 12_345);
    put('a.service', BAD);
    expect(await run(['check', 'a.service'])).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('a link out of what was given', () => {
  const SECRET = 'root:$y$j9T$secret:19000:0:99999:7:::\n[Service]\nUser = secretuser!\nExecStart=secretword\n';
  const link = (name: string): void => {
    const secret = join(scratch, `secret${count}`);
    writeFileSync(secret, SECRET);
    symlinkSync(secret, join(folder, name));
  };

  test.each(['text', 'concise', 'json', 'sarif', 'github'])(
    'is judged, but nothing of it is shown: %s',
    async (format) => {
      link('evil.service');
      const { status, stdout, stderr } = await run(['check', '--format', format, 'evil.service']);
      expect(stdout).toContain('This link leads out of what was given');
      expect([status, /secret(user|word)|\$y\$/.test(stdout + stderr)]).toEqual([1, false]);
    },
  );

  test('is not written', async () => {
    link('evil.service');
    const before = '[Service]\nExecStart = /bin/true\nRestrt=no\n';
    writeFileSync(join(scratch, `secret${count}`), before);
    await run(['check', '--fix', 'evil.service']);
    const { status, stderr } = await run(['format', 'evil.service']);
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('left alone, as this link leads out of what was given'),
    ]);
    expect(readFileSync(join(scratch, `secret${count}`), 'utf8')).toBe(before);
  });

  test('is not part of a unit beside it', async () => {
    put('a.service', '[Service]\nExecStart=/bin/true\n');
    mkdirSync(join(folder, 'a.service.d'));
    link('a.service.d/evil.conf');
    const { stdout } = await run(['check', '--format', 'json', 'a.service']);
    expect(stdout).toBe('[]\n');
  });

  test('is not printed, and no part of a graph', async () => {
    link('evil.service');
    writeFileSync(
      join(scratch, `secret${count}`),
      '[Unit]\nDescription=secretword\n[Service]\nExecStart=/bin/secretword\n',
    );
    expect(await run(['cat', 'evil.service'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'systemd-units: evil.service: a link that leads out of what was given\n',
    });
    for (const given of ['.', 'evil.service']) expect((await run(['graph', given])).stdout).not.toContain('secretword');
  });

  test('in a folder of the machine is followed, as by its managers', async () => {
    link('evil.service');
    const paths = { system: [folder], user: [] };
    const { stdout } = await run(['check', join(folder, 'evil.service')], {}, { machinePaths: async () => paths });
    expect(stdout).toContain('secretword');
  });

  test('within what was given is as any file', async () => {
    put('shared/a.service', '[Service]\nExecStart=bin/secretword\n');
    symlinkSync('shared/a.service', join(folder, 'a.service'));
    expect((await run(['check', 'a.service'])).stdout).toContain('secretword');
    expect((await run(['check', 'a.service', 'shared'])).stdout).toContain('secretword');
  });
});

describe('what is named is judged, or the reason is said', () => {
  const units: readonly [string, Uint8Array | string][] = [
    ['UTF-16 with a byte order mark', Buffer.from('\ufeff[Service]\r\nRestart=alwys\r\n', 'utf16le')],
    ['UTF-16 without', Buffer.from('[Service]\r\nRestart=alwys\r\n', 'utf16le')],
    ['NUL for line ends', '[Service]\0ExecStart=/bin/true\0Restart=alwys\0'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, ...new Uint8Array(4000)])],
    ['a desktop entry', '[Desktop Entry]\nType=Service\n'],
    ['D-Bus', '[D-BUS Service]\nName=a.b\nExec=/bin/true\n'],
  ];
  test.each(units)('%s', async (_, content) => {
    writeFileSync(join(folder, 'a.service'), content);
    const { status, stdout, stderr } = await run(['check', '--systemd-version', '257', 'a.service']);
    const isJudged = /in \d of 1 unit /.test(stdout);
    expect(isJudged ? status : [status, stderr.length > 0]).toEqual(isJudged ? 1 : [2, true]);
  });

  test.each(units.slice(0, 2))('%s, whatever may be empty', async (_, content) => {
    writeFileSync(join(folder, 'a.service'), content);
    const { status, stdout, stderr } = await run(['check', '--allow-empty', '--systemd-version', '257', '.']);
    expect([status, `${stdout}${stderr}`]).toEqual([
      expect.toSatisfy((code) => code > 0),
      expect.stringContaining('UTF-16'),
    ]);
  });

  test('what a killed run left is named', async () => {
    put('a.service', '[Service]\nExecStart=/bin/true\n');
    put(`.a.service.${'0f'.repeat(12)}.backup`, '[Service]\n');
    expect(await run(['check', '.'])).toMatchObject({
      status: 0,
      stderr: `systemd-units: .a.service.${'0f'.repeat(12)}.backup: left by a run that was killed while it wrote; it holds the text from before\n`,
    });
  });
});

describe('folders', () => {
  const mount = 'mount -t tmpfs tmpfs memory && mount -t mqueue mqueue queues';
  const inside = (script: string) =>
    spawnSync('unshare', ['-m', 'sh', '-c', `${mount} && ${script}`], { cwd: folder, encoding: 'utf8' });
  const command = new RealCommand();
  afterAll(() => command.end());
  mkdirSync(join(scratch, 'probe/memory'), { recursive: true });
  mkdirSync(join(scratch, 'probe/queues'));
  const probe = { cwd: join(scratch, 'probe') };
  const canMount = isRoot && spawnSync('unshare', ['-m', 'sh', '-c', mount], probe).status === 0;

  test.skipIf(!canMount)('of another kind of file system are left alone (skipped where nothing can be mounted)', () => {
    for (const name of ['own', 'memory', 'queues']) mkdirSync(join(folder, name));
    put('own/a.service', '[Service]\nRestrt=no\n');
    const check = `node '${command.program}' check --format concise .`;
    const { stdout } = inside(`cp own/a.service memory/b.service && touch queues/c.service && ${check}`);
    const named = stdout.split('\n').flatMap((line) => /^([\w/]+\.service):/.exec(line)?.[1] ?? []);
    expect(new Set(named)).toEqual(new Set(['memory/b.service', 'own/a.service']));
    expect(stdout).toContain(' of 2 units');
  });

  test('a file of another name that is the same is written through both', async () => {
    const path = put('a.service', '[Service]\nExecStart = /bin/true\n');
    chmodSync(path, 0o640);
    linkSync(path, join(folder, 'b.service'));
    expect((await run(['format', '.'])).status).toBe(0);
    expect(readFileSync(join(folder, 'b.service'), 'utf8')).toBe('[Service]\nExecStart=/bin/true\n');
  });
});
