import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeCliHost } from '../../server/src/node/cli-host.ts';
import { run } from './host.ts';

const MISSPELT = '[Service]\nExecStart=/bin/true\nRestrt=no\n';
const GOOD = '[Service]\nExecStart=/bin/true\n';
const check = (args: readonly string[], files: Record<string, string>) =>
  run(['check', '--systemd-version', '257', ...args], files);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'systemd-units-reports-'));
  folders.push(folder);
  return folder;
}

describe('--diff', () => {
  const files = { 'units/a.service': MISSPELT, 'b.service': GOOD };

  test('shows what --fix would change, writes nothing, and ends with 1', async () => {
    const answer = await check(['--diff', '.'], files);
    expect(answer).toMatchObject({ status: 1, stderr: '', files });
    expect(answer.stdout).toBe(`--- a/units/a.service
+++ b/units/a.service
@@ -1,3 +1,3 @@
 [Service]
 ExecStart=/bin/true
-Restrt=no
+Restart=no
`);
    const { files: fixed } = await check(['--fix', '.'], files);
    expect(fixed['units/a.service']).toBe(MISSPELT.replace('Restrt', 'Restart'));
  });

  test('of standard input too', async () => {
    const { stdout } = await run(['check', '--diff', '--stdin-filename', 'x.service', '-'], {}, MISSPELT);
    expect(stdout).toContain('--- a/x.service\n');
  });

  test('nothing to change is nothing to say', async () => {
    expect(await check(['--diff', 'b.service'], files)).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  test('format has the same', async () => {
    const loose = { 'a.service': '[Service]\nExecStart = /bin/true  \n' };
    const { status, stdout, files: after } = await run(['format', '--diff', '.'], loose);
    expect([status, after]).toEqual([1, loose]);
    expect(stdout).toContain('-ExecStart = /bin/true  \n+ExecStart=/bin/true\n');
  });

  test.each([
    ['check', ['check', '--diff']],
    ['format', ['format', '--diff']],
  ])(
    'git applies what %s prints, lines that end in CR LF and files without a last line end among it',
    async (_, args) => {
      const folder = scratch();
      const texts = {
        'a.service': `${MISSPELT.replaceAll('\n', '\r\n')}A  = b\r\n`,
        'b.service': '[Service]\nExecStart =/bin/true\nRestrt=no',
      };
      for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
      const { stdout } = await run([...args, '.'], texts);
      const written = await run(
        [args[0] === 'check' ? 'check' : 'format', ...(args[0] === 'check' ? ['--fix'] : []), '.'],
        texts,
      );
      execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', '-'], { cwd: folder, input: stdout });
      for (const name of Object.keys(texts)) expect(readFileSync(join(folder, name), 'utf8')).toBe(written.files[name]);
      expect(written.files).not.toEqual(texts);
    },
  );

  test.each([
    [['check', '--diff', '--fix', 'b.service'], '--fix writes what --diff only prints'],
    [['check', '--diff', '--statistics', 'b.service'], '--statistics and --diff both say what is printed'],
    [['check', '--diff', '--format', 'sarif', 'b.service'], 'what --format sarif prints'],
    [['format', '--diff', '--check', 'b.service'], '--diff prints what would change, --check names it'],
  ])('%j is refused', async (args, said) => {
    expect(await run(args, files)).toMatchObject({ status: 2, stderr: expect.stringContaining(said) });
  });
});

describe('--statistics', () => {
  const files = { 'a.service': `${MISSPELT}Foo=1\n`, 'b.service': `${MISSPELT}Type=simpl\n`, 'c.service': GOOD };

  test('counts findings, files and what can be fixed by rule', async () => {
    const { status, stdout } = await check(['--statistics', '.'], files);
    const lines = stdout.split('\n');
    expect(status).toBe(1);
    expect(lines[0]).toBe('findings  files  fixable  rule');
    expect(lines[1]).toMatch(/^ {7}3 {6}2 {8}2 {2}directive-unknown +A directive /);
    expect(lines[2]).toMatch(/^ {7}1 {6}1 {8}\d {2}value-invalid /);
    expect(lines[3]).toMatch(/^0 errors, 4 warnings in 2 of 3 units/);
  });

  test('for programs', async () => {
    const { stdout } = await check(['--statistics', '--format', 'json', '.'], files);
    expect(JSON.parse(stdout)[0]).toEqual({ rule: 'directive-unknown', findings: 3, files: 2, fixable: 2 });
  });

  test('of nothing', async () => {
    expect((await check(['--statistics', 'c.service'], files)).stdout).toMatch(/^0 errors, 0 warnings in 0 of 1 unit/);
  });
});

describe('--output-file', () => {
  const files = { 'a.service': MISSPELT };

  test('takes the report; the sum is printed', async () => {
    const {
      status,
      stdout,
      files: after,
    } = await check(['--format', 'json', '--output-file', 'out/r.json', '.'], files);
    expect([status, stdout]).toEqual([1, expect.stringMatching(/^0 errors, 1 warning in 1 of 1 unit .*\n$/)]);
    expect(JSON.parse(after['out/r.json']!)[0].code).toBe('directive-unknown');
    expect((await check(['--format', 'json', '--output-file', '-', '.'], files)).stdout).toMatch(/^\[/);
  });

  test('is not a unit by mistake', async () => {
    const { status, stderr, files: after } = await check(['--output-file', 'a.service', 'a.service'], files);
    expect([status, stderr]).toEqual([2, expect.stringContaining('--output-file would overwrite a unit: a.service')]);
    expect(after).toEqual(files);
  });

  test('is the file that was there, or a new one in a new folder; no pipe, and no folder', () => {
    const folder = scratch();
    const { writeFile } = nodeCliHost();
    writeFileSync(join(folder, 'kept'), 'long '.repeat(3_000), { mode: 0o640 });
    symlinkSync('kept', join(folder, 'link'));
    mkdirSync(join(folder, 'a folder'));
    writeFile(join(folder, 'link'), 'new');
    writeFile(join(folder, 'x/y/fresh'), 'new');
    expect(['kept', 'link', 'x/y/fresh'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([
      'new',
      'new',
      'new',
    ]);
    expect(() => writeFile(join(folder, 'a folder'), 'x')).toThrow('a folder: not a regular file');
    if (spawnSync('mkfifo', [join(folder, 'pipe')]).status === 0)
      expect(() => writeFile(join(folder, 'pipe'), 'x')).toThrow('pipe: not a regular file');
    expect(existsSync(join(folder, 'a folder/x'))).toBe(false);
  });
});

describe('--baseline', () => {
  const files = { 'units/a.service': MISSPELT, 'b.service': `${MISSPELT}Restrt=yes\n` };
  const args = ['--format', 'json', '--baseline', 'ci/base.json'];
  const codes = (stdout: string): string[] =>
    JSON.parse(stdout).map(({ path, line }: { path: string; line: number }) => `${path}:${line}`);
  const made = async (of: Record<string, string> = files) =>
    (await check([...args, '--update-baseline', '.'], of)).files;

  test('lists what is there, by files from its own folder, and passes over it from then on', async () => {
    const first = await check([...args, '--update-baseline', '.'], files);
    expect([first.status, first.stdout, first.stderr]).toEqual([
      0,
      '[]\n',
      'systemd-units: ci/base.json: lists 3 findings\n',
    ]);
    const { findings } = JSON.parse(first.files['ci/base.json']!);
    expect(Object.keys(findings)).toEqual(['../b.service', '../units/a.service']);
    const next = await check([...args, '.'], first.files);
    expect([next.status, next.stdout, next.stderr]).toEqual([
      0,
      '[]\n',
      'systemd-units: ci/base.json: passed over 3 findings\n',
    ]);
  });

  test('moved lines stay known, new ones are told', async () => {
    const moved = { ...(await made()), 'b.service': `# moved\n\n[Unit]\nFoo=1\n${files['b.service']}` };
    const { status, stdout } = await check([...args, '.'], moved);
    expect([status, codes(stdout)]).toEqual([1, ['b.service:4']]);
  });

  test('another finding of the same words is new', async () => {
    const twice = { ...(await made()), 'units/a.service': `${MISSPELT}Restrt=no\n` };
    expect(codes((await check([...args, '.'], twice)).stdout)).toEqual(['units/a.service:4']);
  });

  test('what is gone is said, and forgotten when asked to', async () => {
    const mended = { ...(await made()), 'b.service': GOOD };
    expect((await check([...args, '.'], mended)).stderr).toContain(
      'ci/base.json: 2 entries no longer found; --update-baseline removes them',
    );
    const { files: after } = await check([...args, '--update-baseline', '.'], mended);
    expect(Object.keys(JSON.parse(after['ci/base.json']!).findings)).toEqual(['../units/a.service']);
  });

  test('an update of some files leaves what it lists of others that are there', async () => {
    const { files: after } = await check([...args, '--update-baseline', 'units'], await made());
    expect(Object.keys(JSON.parse(after['ci/base.json']!).findings)).toEqual(['../b.service', '../units/a.service']);
    const { 'b.service': gone, ...left } = after;
    const { files: last } = await check([...args, '--update-baseline', 'units'], left);
    expect(gone).toBeDefined();
    expect(Object.keys(JSON.parse(last['ci/base.json']!).findings)).toEqual(['../units/a.service']);
  });

  test.each([
    [['--baseline', 'none.json'], {}, 'none.json: there is no such file; --update-baseline makes it'],
    [['--baseline', 'bad.json'], { 'bad.json': '{' }, 'bad.json: this is not a baseline'],
    [['--baseline', 'bad.json'], { 'bad.json': '{"version":2,"findings":{}}' }, 'bad.json: this is not a baseline'],
    [['--update-baseline'], {}, '--update-baseline needs --baseline FILE'],
  ])('%j is refused', async (wrong, more, said) => {
    const { status, stderr } = await check([...wrong, 'b.service'], { ...files, ...more });
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});
