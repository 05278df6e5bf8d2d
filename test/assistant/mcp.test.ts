import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../server/dist/cli.cjs', import.meta.url));
const isBuilt = existsSync(join(program, '../manual.bin'));

const BAD = '[Service]\nExecStart=/bin/true\nRestrt=no\n';
const SECRET = 'top-secret-word';

/** A folder that may be read, beside one that may not. */
const scratch = mkdtempSync(join(tmpdir(), 'systemd-units-mcp-'));
const root = join(scratch, 'root');
const outside = join(scratch, 'outside');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.skipIf(!isBuilt)('systemd-units mcp, by a client of the SDK (skipped before a build)', () => {
  const client = new Client({ name: 'test', version: '0' });
  const call = async (name: string, input: Record<string, unknown>) => {
    const { content, isError } = await client.callTool({ name, arguments: input });
    return { text: (content as { text: string }[]).map(({ text }) => text).join(''), isError: isError === true };
  };
  const said = async (name: string, input: Record<string, unknown>): Promise<string> => (await call(name, input)).text;

  beforeAll(async () => {
    mkdirSync(join(root, 'units/web.service.d'), { recursive: true });
    mkdirSync(outside);
    writeFileSync(
      join(root, 'units/web.service'),
      '[Unit]\nRequires=db.service\nAfter=db.service\n[Service]\nExecStart=/bin/a\n',
    );
    writeFileSync(join(root, 'units/web.service.d/o.conf'), '[Service]\nExecStart=\nExecStart=/bin/b\n');
    writeFileSync(join(root, 'units/bad.service'), BAD);
    writeFileSync(join(outside, 'secret.service'), `[Service]\nExecStart=/bin/${SECRET}\nFoo=${SECRET}\n`);
    writeFileSync(join(outside, '.systemd-units.json'), `{"rules":{"${SECRET}":"off"}}`);
    symlinkSync(join(outside, 'secret.service'), join(root, 'units/link.service'));
    symlinkSync(outside, join(root, 'folder'));
    const args = [program, 'mcp', '--root', root];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: root, stderr: 'pipe' }));
  });
  afterAll(() => client.close());

  test('tells what there is, in schemas that a model can fill in', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'check_unit',
      'check_files',
      'fix_unit',
      'new_unit',
      'explain',
      'read_manual',
      'calendar',
      'effective_unit',
      'unit_graph',
    ]);
    for (const { name, description = '', inputSchema, annotations } of tools) {
      expect([name, description.length > 80, annotations?.readOnlyHint]).toEqual([name, true, true]);
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      for (const field of Object.values(inputSchema.properties as Record<string, { description: string }>))
        expect(field.description.length).toBeGreaterThan(10);
    }
    expect(JSON.stringify(tools).length).toBeLessThan(12_000);
    expect(client.getInstructions()).toContain('check_unit');
  });

  test('check_unit: what systemd says of a text', async () => {
    const { text, isError } = await call('check_unit', { name: 'web.service', text: BAD, systemd_version: 257 });
    expect([isError, text]).toEqual([
      false,
      expect.stringMatching(/^web\.service:3:1: warning: .*Did you mean Restart=\? \[directive-unknown\]\n/),
    ]);
    expect(text).toContain('0 errors, 1 warning in 1 of 1 unit (systemd 257');
    const both = await said('check_unit', {
      name: 'a.service',
      text: '[Service]\nExecStart=/bin/true\nMemoryZSwapMax=1G\n',
      targets: 'debian12,rhel10',
    });
    expect(both).toContain('Debian 12 (252) ignores it');
    const many = `[Service]\nExecStart=/bin/true\n${'Foo=1\n'.repeat(5_000)}`;
    expect((await said('check_unit', { name: 'a.service', text: many })).length).toBeLessThan(13_000);
  });

  test('check_files, effective_unit and unit_graph: what lies in the folder', async () => {
    const found = await said('check_files', { path: 'units' });
    expect(found).toContain('units/bad.service:3:1: warning');
    expect(await said('effective_unit', { unit: 'units/web.service' })).toMatch(/ExecStart=\/bin\/b/);
    expect(await said('unit_graph', { path: 'units', unit: 'web.service' })).toMatch(
      /"web\.service"[\s\S]*"db\.service"/,
    );
  });

  test('fix_unit answers the text, and writes nothing', async () => {
    const text = await said('fix_unit', { name: 'units/bad.service', text: BAD });
    expect(text).toContain('```ini\n[Service]\nExecStart=/bin/true\nRestart=no\n```');
    expect(readFileSync(join(root, 'units/bad.service'), 'utf8')).toBe(BAD);
    const loose = '[Service]\nExecStart = /bin/true\n';
    expect(await said('fix_unit', { name: 'a.service', text: loose, format: true })).toContain(
      '\nExecStart=/bin/true\n',
    );
    expect(await said('fix_unit', { name: 'a.service', text: loose })).toMatch(/^Nothing to fix/);
    expect(readdirSync(root).sort()).toEqual(['folder', 'units']);
  });

  test('explain, read_manual and calendar', async () => {
    expect(await said('explain', { topic: 'Restart' })).toContain('on-failure');
    expect(await said('explain', { search: 'memory limit' })).toContain('MemoryMax=');
    const page = await said('read_manual', { page: 'systemd.timer(5)' });
    expect(page).toMatch(/^# `systemd\.timer\(5\)`/);
    const [, offset] = /offset (\d+) goes on/.exec(page)!;
    expect(await said('read_manual', { page: 'systemd.timer(5)', offset: Number(offset) })).not.toBe('');
    expect(await said('read_manual', { page: 'systemd.timer', heading: 'OPTIONS' })).toMatch(/^#+ options/i);
    expect(await call('read_manual', { page: 'systemd.timr' })).toMatchObject({
      isError: true,
      text: 'There is no page systemd.timr. Did you mean systemd.timer?',
    });
    expect(await said('calendar', { expression: 'Mon 04:00', count: 2, timezone: 'UTC' })).toContain(
      'Mon *-*-* 04:00:00',
    );
    expect(await said('calendar', { expression: 'Mon 99:00' })).toMatch(/Mon 99:00/);
  });

  test('new_unit: texts that systemd takes', async () => {
    const text = await said('new_unit', {
      purpose: 'timer',
      name: 'backup',
      command: '/usr/bin/backup --all',
      calendar: 'Mon 04:00',
    });
    expect(text).toMatch(/backup\.timer\n```ini[\s\S]*OnCalendar=Mon 04:00/);
    expect(text).toContain('systemd has nothing to complain of.');
    expect((await call('new_unit', { purpose: 'service', name: 'x' })).isError).toBe(true);
  });

  test('resources: rules and pages of the manual', async () => {
    const { resources } = await client.listResources();
    expect(resources.length).toBeGreaterThan(200);
    const textOf = async (uri: string): Promise<string> => {
      const [content] = (await client.readResource({ uri })).contents;
      return (content as { text: string }).text;
    };
    expect(await textOf('systemd-units://rules/value-invalid')).toContain('# value-invalid');
    expect(await textOf('systemd-units://manual/systemd.timer.5')).toContain('OnCalendar=');
    for (const uri of [
      'systemd-units://rules/../../etc/passwd',
      'systemd-units://manual/../../etc/passwd.5',
      'file:///etc/passwd',
    ])
      await expect(client.readResource({ uri })).rejects.toThrow('There is no resource');
  });

  const ways = [
    ['a path above', '../outside/secret.service'],
    ['an absolute path', join(outside, 'secret.service')],
    ['a link to a file', 'units/link.service'],
    ['a link to a folder', 'folder/secret.service'],
    ['a way through a link', 'folder/../outside/secret.service'],
    ['the folder itself', '../outside'],
    ['a linked folder', 'folder'],
    ['a file of the machine', '/etc/passwd'],
    ['an option', '--config=../outside/.systemd-units.json'],
    ['a root', `--root=${outside}`],
  ] as const;

  test.each(ways)('%s leads to nothing outside', async (_, path) => {
    const answers = [
      await call('check_files', { path }),
      await call('effective_unit', { unit: path }),
      await call('unit_graph', { path }),
      await call('explain', { topic: path }),
      await call('check_unit', { name: path, text: '[Service]\nExecStart=/bin/true\n' }),
      await call('fix_unit', { name: path, text: '[Service]\nExecStart=/bin/true\n' }),
    ];
    const all = JSON.stringify(answers);
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain('root:x:');
    expect(answers.slice(0, 2).every(({ isError }) => isError)).toBe(true);
  });

  test.each([
    ['check_unit', { name: 'a.service' }, '"text" is missing: The whole text of the unit file.'],
    ['check_unit', { name: 'a.service', text: 1 }, '"text" does not fit: The whole text of the unit file.'],
    ['check_unit', { name: 'a.service', text: '', version: 1 }, 'There is no field "version"; there are name, text, '],
    ['calendar', { expression: 'daily', count: 1e9 }, '"count" does not fit'],
    ['new_unit', { purpose: 'virus', name: 'x' }, '"purpose" does not fit'],
    ['explain', {}, 'Give a "topic" or words to "search".'],
    ['check_unit', { name: 'a\0b.service', text: '' }, 'cannot be looked up'],
    ['start_unit', {}, 'There is no tool "start_unit"; there are check_unit'],
  ])('%s of %j says what to write instead', async (name, input, message) => {
    expect(await call(name, input)).toEqual({ isError: true, text: expect.stringContaining(message) });
  });
});
