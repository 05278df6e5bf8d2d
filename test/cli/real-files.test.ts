import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RealCommand } from './real-command.ts';

const UNIT = '[Service]\nExecStart=/bin/true\nRestrt=no\n';
const UNTIDY = '[Service]\nExecStart = /bin/true\n';

let command: RealCommand;
let folder = '';
let count = 0;

beforeAll(() => {
  command = new RealCommand();
});
afterAll(() => command.end());

/** A fresh folder of the user's. */
function fresh(files: Readonly<Record<string, string>> = {}): string {
  count += 1;
  folder = join(command.work, String(count));
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o666 });
  for (const name of ['', ...Object.keys(files)]) {
    const path = join(folder, name);
    if (process.getuid?.() === 0) chownSync(path, 65_534, 65_534);
  }
  return folder;
}

const lines = (text: string): string[] => text.trim().split('\n');

describe('what may not be written', () => {
  test.each([
    ['check --fix', ['check', '--fix'], UNIT],
    ['format', ['format'], UNTIDY],
  ])('%s leaves a read-only file whole and says why', (_, args, text) => {
    const path = join(fresh({ 'a.service': text, 'b.service': text }), 'a.service');
    chmodSync(path, 0o444);
    const { status, stdout, stderr } = command.run(...args, folder);
    expect(status).toBe(2);
    expect(lines(stderr)).toEqual([`systemd-units: ${path}: permission denied`]);
    expect(readFileSync(path, 'utf8')).toBe(text);
    // The other file is done all the same.
    expect(readFileSync(join(folder, 'b.service'), 'utf8')).not.toBe(text);
    if (args[0] === 'check') expect(stdout).toContain('a.service:3:1: warning');
    expect(readdirSync(folder).sort()).toEqual(['a.service', 'b.service']);
  });

  test('in a folder that may not be written a long file, whose old text has no place, stays as it is', () => {
    const long = UNIT + '# and more\n'.repeat(500);
    fresh({ 'a.service': UNIT, 'long.service': long });
    chmodSync(folder, 0o555);
    const { status, stderr } = command.run('check', '--fix', folder);
    chmodSync(folder, 0o755);
    expect([status, stderr]).toEqual([2, `systemd-units: ${folder}/long.service: permission denied\n`]);
    expect(readFileSync(join(folder, 'long.service'), 'utf8')).toBe(long);
    expect(readFileSync(join(folder, 'a.service'), 'utf8')).toBe(UNIT.replace('Restrt', 'Restart'));
    expect(readdirSync(folder).sort()).toEqual(['a.service', 'long.service']);
  });

  test('what may be written keeps its mode', () => {
    const path = join(fresh({ 'a.service': UNIT }), 'a.service');
    chmodSync(path, 0o640);
    expect(command.run('check', '--fix', folder).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('Restart=no');
    expect(execFileSync('stat', ['-c', '%a', path], { encoding: 'utf8' }).trim()).toBe('640');
  });
});

describe('what cannot be read', () => {
  test('an unreadable file or folder is named, the rest is checked', () => {
    fresh({ 'a.service': UNIT, 'b.service': UNIT });
    mkdirSync(join(folder, 'closed'));
    chmodSync(join(folder, 'closed'), 0);
    chmodSync(join(folder, 'a.service'), 0);
    const { status, stdout, stderr } = command.run('check', folder);
    expect(status).toBe(2);
    expect(lines(stderr).sort()).toEqual([
      `systemd-units: ${folder}/a.service: permission denied`,
      `systemd-units: ${folder}/closed: permission denied`,
    ]);
    expect(stdout).toContain('b.service:3:1: warning');
    chmodSync(join(folder, 'closed'), 0o755);
  });

  test('a pipe, a socket and a device with the name of a unit are not waited for', async () => {
    fresh({ 'real.service': '[Service]\nExecStart=/bin/true\n' });
    const at = (name: string): string => join(folder, name);
    execFileSync('mkfifo', [at('pipe.service')]);
    symlinkSync('/dev/zero', at('device.service'));
    symlinkSync(at('pipe.service'), at('alias.service'));
    const server = createServer().listen(at('door.service'));
    await new Promise((resolve) => server.once('listening', resolve));
    expect(command.run('check', folder)).toMatchObject({ status: 0, stderr: '' });
    for (const name of ['pipe.service', 'device.service', 'alias.service', 'door.service']) {
      const { status, stderr } = command.run('check', at(name));
      expect([name, status, stderr]).toEqual([name, 2, expect.stringMatching(/not a regular file/)]);
    }
    expect(command.run('check', at('real.service'), folder)).toMatchObject({ status: 0, stderr: '' });
    server.close();
  });

  test('links in a circle, links that lead nowhere, and folders named like units', () => {
    fresh({ 'real.service': '[Service]\nExecStart=/bin/true\n' });
    const at = (name: string): string => join(folder, name);
    symlinkSync(at('loop.service'), at('loop.service'));
    symlinkSync('/nowhere', at('lost.service'));
    symlinkSync(folder, at('again'));
    symlinkSync('/dev/null', at('masked.service'));
    mkdirSync(at('folder.service'));
    writeFileSync(join(at('folder.service'), 'inner.service'), '[Service]\nExecStart=/bin/true\n', { mode: 0o644 });
    expect(command.run('check', folder)).toMatchObject({ status: 0, stderr: '' });
    expect(command.run('check', at('loop.service')).stderr).toContain('no such file or folder');
    expect(command.run('check', at('masked.service')).status).toBe(0);
  });
});
