import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readUpTo } from '../../server/src/node/read-up-to.ts';
import { nodeRuntime } from '../../server/src/node/runtime.ts';
import { RealCommand } from './real-command.ts';

const isLinux = process.platform === 'linux';
const ENDLESS = '/proc/self/pagemap';
const UNIT = '[Service]\nExecStart=/bin/true\n';

const command = new RealCommand();
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'systemd-units-bounded-')));
afterAll(() => {
  command.end();
  rmSync(scratch, { recursive: true });
});

/** Bytes this process has read so far. */
const bytesRead = (): number => Number(/rchar: (\d+)/.exec(readFileSync('/proc/self/io', 'utf8'))![1]);

describe('as much as a limit', () => {
  const file = join(scratch, 'text');
  test.each([0, 1, 999, 1000, 1001, 65_536, 65_537, 200_000])('of %d bytes', (length) => {
    writeFileSync(file, 'x'.repeat(length));
    for (const [limit, fits] of [
      [length, true],
      [length + 1, true],
      [length - 1, false],
    ] as const) {
      if (limit < 0) continue;
      const opened = openSync(file, 'r');
      expect(readUpTo(opened, limit)?.length).toBe(fits ? length : undefined);
      closeSync(opened);
    }
  });

  test.skipIf(!isLinux)(
    'of a file that says its size is 0 and goes on for gigabytes (skipped without /proc)',
    async () => {
      const before = bytesRead();
      const { readText } = nodeRuntime('0');
      expect(await Promise.all(Array.from({ length: 40 }, () => readText(ENDLESS)))).toEqual(Array(40).fill(undefined));
      expect(bytesRead() - before).toBeLessThan(100 << 20);
    },
  );
});

describe('the server reads through a link', () => {
  const workspace = join(scratch, 'workspace');
  const machine = join(scratch, 'machine');
  const elsewhere = join(scratch, 'elsewhere');
  for (const folder of [workspace, machine, elsewhere]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'own.service'), UNIT);
  }
  const link = (name: string, target: string, folder = workspace): string => {
    const path = join(folder, name);
    symlinkSync(target, path);
    return path;
  };
  const read = async (path: string): Promise<string | undefined> => {
    const runtime = nodeRuntime('0');
    await runtime.workspaceFiles({ uri: `file://${workspace}`, path: workspace });
    await runtime.unitFiles([machine]);
    return runtime.readText(path);
  };

  test('within the workspace', async () => expect(await read(link('a.service', 'own.service'))).toBe(UNIT));
  test('to a unit of the machine', async () =>
    expect(await read(link('b.service', join(machine, 'own.service')))).toBe(UNIT));
  test('out of a folder of the machine, as a manager would', async () =>
    expect(await read(link('c.service', join(elsewhere, 'own.service'), machine))).toBe(UNIT));
  test('but not out of the workspace', async () => {
    expect(await read(link('d.service', join(elsewhere, 'own.service')))).toBeUndefined();
    expect(await read(link('e.service', '/etc/passwd'))).toBeUndefined();
    const inner = join(scratch, 'through');
    symlinkSync(elsewhere, inner);
    expect(await read(link('f.service', '../through/own.service'))).toBeUndefined();
  });
  test('and a workspace may itself be reached by one', async () => {
    const other = join(scratch, 'other-way');
    symlinkSync(workspace, other);
    const runtime = nodeRuntime('0');
    await runtime.workspaceFiles({ uri: `file://${other}`, path: other });
    expect(await runtime.readText(join(other, 'own.service'))).toBe(UNIT);
    expect(await runtime.readText(link('g.service', 'own.service', other))).toBe(UNIT);
  });
});

describe('the command line', () => {
  test.skipIf(!isLinux)('reads no end of nothing (skipped without /proc)', () => {
    const folder = join(command.work, 'endless');
    mkdirSync(folder);
    for (let i = 0; i < 40; i++) symlinkSync(ENDLESS, join(folder, `evil${i}.service`));
    writeFileSync(join(folder, 'own.service'), UNIT, { mode: 0o644 });
    expect(command.run('check', folder)).toMatchObject({ status: 0, stderr: '' });
    const named = command.run('check', join(folder, 'evil0.service'));
    expect(named).toMatchObject({ status: 2 });
    expect(named.stderr).toContain('longer than 8 MiB, which no unit is');
  });

  test('reads no more of standard input than a unit can have', () => {
    const input = Buffer.alloc((8 << 20) + 1, '#');
    const { status, stderr } = spawnSync(process.execPath, [command.program, 'check', '-'], {
      input,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([
      2,
      'systemd-units check: standard input is longer than 8 MiB, which no unit is\n',
    ]);
  });

  test.skipIf(!isLinux)('does not go into what the kernel makes up (skipped without /proc)', () => {
    for (const folder of ['/proc', '/sys', '/proc/self'])
      expect(command.run('check', folder)).toMatchObject({
        status: 2,
        stderr: `systemd-units: ${folder}: made up by the kernel; there are no units in it\n`,
      });
  });
});
