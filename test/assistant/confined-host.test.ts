import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { confinedHost } from '../../server/src/assistant/confined-host.ts';
import { nodeCliHost } from '../../server/src/node/cli-host.ts';
import { run } from '../cli/host.ts';

const scratch = mkdtempSync(join(tmpdir(), 'systemd-units-confined-'));
const at = (name: string): string => join(scratch, name);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

mkdirSync(at('root/sub'), { recursive: true });
mkdirSync(at('machine'));
mkdirSync(at('rooted'));
for (const name of ['root/a.service', 'root/sub/b.service', 'machine/m.service', 'rooted/c.service'])
  writeFileSync(at(name), name);
symlinkSync(at('rooted/c.service'), at('root/out.service'));
symlinkSync('sub/b.service', at('root/in.service'));
symlinkSync('/dev/null', at('root/masked.service'));
symlinkSync(at('nowhere'), at('root/dangling.service'));

const machine = { ...nodeCliHost(), machinePaths: async () => ({ system: [at('machine')], user: [] }) };

test('what lies in the folders is there, and nothing else is', async () => {
  const host = await confinedHost(machine, { roots: [at('root')], machine: false });
  const kinds = [
    'root',
    'root/a.service',
    'root/in.service',
    'root/masked.service',
    'root/out.service',
    'root/dangling.service',
    'rooted/c.service',
    'rooted',
    'machine/m.service',
  ];
  expect(kinds.map((name) => host.kindOf(at(name)))).toEqual([
    'directory',
    'file',
    'file',
    'file',
    ...Array(5).fill(undefined),
  ]);
  expect(new TextDecoder().decode(host.readFile(at('root/in.service')))).toBe('root/sub/b.service');
  for (const name of ['root/out.service', 'rooted/c.service', 'root/../rooted/c.service']) {
    expect(() => host.readFile(at(name))).toThrow('outside of the folders');
    expect([
      host.look(at(name)),
      host.realPath(at(name)),
      host.readLink(at(name)),
      host.placeOf(at(name)),
      host.isTrusted(at(name)),
    ]).toEqual([undefined, undefined, undefined, undefined, false]);
  }
  expect(() => host.readDirectory(at('rooted'))).toThrow('outside of the folders');
  expect(await host.machinePaths()).toEqual({ system: [], user: [] });
});

test('the units of the machine are, where that is allowed', async () => {
  const host = await confinedHost(machine, { roots: [at('root')], machine: true });
  expect(host.kindOf(at('machine/m.service'))).toBe('file');
  expect(host.kindOf(at('rooted/c.service'))).toBeUndefined();
});

test('nothing is written, and nobody is asked', async () => {
  const host = await confinedHost(machine, { roots: [at('root')], machine: true });
  const path = at('root/a.service');
  for (const write of [
    () => host.rewriteFile(path, { before: 'root/a.service', after: 'x' }),
    () => host.writeFile(path, 'x'),
    () => host.createFile(at('root/new'), 'x'),
  ])
    expect(write).toThrow('nothing is written here');
  expect([host.ask, host.startThread, host.watchFolders, host.page]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  [['mcp', 'units'], 'mcp takes options only; --root units names a folder'],
  [['mcp', '--rot', 'x'], 'there is no option --rot; did you mean --root?'],
])('%j is refused', async (args, said) => {
  const { readMcpArguments } = await import('../../server/src/cli/mcp-command.ts');
  expect(() => readMcpArguments(machine, args.slice(1))).toThrow(said);
});

test('the folder / is nobody’s wish unless it is named', async () => {
  const { readMcpArguments } = await import('../../server/src/cli/mcp-command.ts');
  expect(() => readMcpArguments({ ...machine, cwd: '/' }, [])).toThrow('--root');
  expect(readMcpArguments({ ...machine, cwd: '/' }, ['--root', '/'])).toEqual({ roots: ['/'], machine: false });
  expect((await run(['mcp', '--help'])).stdout).toContain('Model Context Protocol');
});
