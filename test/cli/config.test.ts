import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { run } from './host.ts';

const BAD = '[Service]\nExecStart=/bin/true\nRestrt=no\n';
const CONFIG = '/.systemd-units.json';

const check = (config: unknown, args: readonly string[] = ['a.service']) =>
  run(['check', '--format', 'json', ...args], { 'a.service': BAD, [CONFIG]: JSON.stringify(config) });

const schema = JSON.parse(readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8'));
const fits = new Ajv({ allowUnionTypes: true }).compile(schema);

describe('.systemd-units.json', () => {
  test('gives rules another severity', async () => {
    const { status, stdout } = await check({ rules: { 'directive-unknown': 'hint' } });
    expect([status, JSON.parse(stdout)[0].severity]).toEqual([0, 'hint']);
  });

  test('switches rules off', async () => {
    expect(await check({ rules: { 'directive-unknown': 'off' } })).toMatchObject({ status: 0, stdout: '[]\n' });
  });

  test('names what is checked when nothing else does', async () => {
    const { stdout } = await check({ paths: ['a.service'] }, []);
    expect(JSON.parse(stdout)).toHaveLength(1);
  });

  test.each([252, '252'])('sets the version: %j', async (systemdVersion) => {
    const unit = '[Service]\nExecStart=/bin/true\nRestart=always\nRestartMode=direct\n';
    const files = { 'a.service': unit, [CONFIG]: JSON.stringify({ systemdVersion }) };
    const codes = ({ stdout }: { stdout: string }) => JSON.parse(stdout).map(({ code }: { code: string }) => code);
    expect(codes(await run(['check', '--format', 'json', 'a.service'], files))).toEqual(['directive-too-new']);
    expect(codes(await run(['check', '--format', 'json', '--no-config', 'a.service'], files))).toEqual([]);
    const told = await run(['check', '--format', 'json', '--systemd-version', '262', 'a.service'], files);
    expect(codes(told)).toEqual([]);
  });

  test('another file may be named', async () => {
    const files = { 'a.service': BAD, 'ci/units.json': '{"rules":{"directive-unknown":"off"}}' };
    expect(await run(['check', '--config', 'ci/units.json', '-q', 'a.service'], files)).toMatchObject({ status: 0 });
  });

  const wrong = [
    [{ rule: {} }, 'there is no setting "rule"; did you mean rules?'],
    [{ rules: { 'no-such-rule': 'off' } }, '"rules" names "no-such-rule", which is not a rule; '],
    [
      { rules: { quoting: 'fatal' } },
      '"rules" gives quoting the severity "fatal"; it takes error, warning, info, hint or off',
    ],
    [{ systemdVersion: 'new' }, '"systemdVersion" takes "auto" or a number such as 257'],
    [{ manager: 'me' }, '"manager" takes auto, system or user'],
    [{ paths: 'units' }, '"paths" takes a list of texts'],
    [{ ignore: 'units' }, '"ignore" takes a list of texts'],
    [{ include: [1] }, '"include" takes a list of texts'],
    [{ overrides: {} }, '"overrides" takes a list of { "files": [...], "rules": {...} }'],
    [{ overrides: [{ rules: {} }] }, '"overrides" needs "files" in each of its entries, which takes a list of texts'],
    [
      { overrides: [{ files: ['a'], rules: { quotng: 'off' } }] },
      '"overrides" has "rules" in one of its entries, which names "quotng"',
    ],
    [
      { overrides: [{ files: ['a'], rules: {}, version: 1 }] },
      '"overrides" has "version" in one of its entries, which take files and rules',
    ],
    [[], 'takes an object'],
  ] as const;

  test.each(wrong)('%j is refused, here and by the schema', async (config, message) => {
    const { status, stderr } = await check(config);
    expect(status).toBe(2);
    expect(stderr).toContain(`${CONFIG}: ${message}`);
    expect(fits(config)).toBe(false);
  });

  test('what is accepted fits the schema as well', async () => {
    const config = {
      $schema: 'x',
      systemdVersion: 'auto',
      manager: 'user',
      rules: { quoting: 'off' },
      unitPaths: ['/srv/units'],
      paths: ['a.service'],
      include: ['*.service'],
      ignore: ['vendor'],
      overrides: [{ files: ['legacy/**'], rules: { quoting: 'hint' } }],
    };
    expect((await check(config)).status).toBe(1);
    expect(fits(config), JSON.stringify(fits.errors)).toBe(true);
  });
});

describe('settings of folders and of single files', () => {
  const OFF = { 'directive-unknown': 'off' };
  const json = JSON.stringify;
  const codes = ({ stdout }: { stdout: string }): string[] =>
    JSON.parse(stdout).map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);
  const judge = (files: Record<string, string>, ...args: string[]) =>
    run(['check', '--format', 'json', ...args], files);

  test('the nearest above a file counts, alone', async () => {
    const files = {
      'a.service': BAD,
      'sub/deep/b.service': BAD,
      'sub/c.service': `${BAD}RestartMode=direct\n`,
      [CONFIG]: json({ systemdVersion: 252 }),
      '/sub/.systemd-units.json': json({ rules: OFF }),
      '/sub/deep/.systemd-units.json': json({ rules: { 'directive-unknown': 'error' }, systemdVersion: 257 }),
    };
    const answer = await judge(files, '.');
    expect(codes(answer)).toEqual(['a.service directive-unknown', 'sub/deep/b.service directive-unknown']);
    const found = JSON.parse(answer.stdout);
    expect(
      found.map(({ severity, systemdVersion }: { severity: string; systemdVersion: number }) => [
        severity,
        systemdVersion,
      ]),
    ).toEqual([
      ['warning', 252],
      ['error', 257],
    ]);
    const { stdout } = await run(['check', '.'], files);
    expect(stdout).toMatch(
      /\(systemd 252, by \/\.systemd-units\.json; systemd \d+, the newest known; systemd 257, by \/sub\/deep/,
    );
  });

  test('what the command line says counts before all of them', async () => {
    const files = {
      'sub/a.service': '[Service]\nExecStart=/bin/true\nRestart=always\nRestartMode=direct\n',
      '/sub/.systemd-units.json': json({ systemdVersion: 252 }),
    };
    expect(codes(await judge(files, '.'))).toEqual(['sub/a.service directive-too-new']);
    expect(codes(await judge(files, '--systemd-version', '257', '.'))).toEqual([]);
    expect(codes(await judge(files, '--no-config', '.'))).toEqual([]);
    expect(codes(await judge({ ...files, 'x.json': '{}' }, '--config', 'x.json', '.'))).toEqual([]);
  });

  test('one of somebody else is named and left alone', async () => {
    const files = { 'sub/a.service': BAD, '/sub/.systemd-units.json': json({ rules: OFF }) };
    const isTrusted = (path: string): boolean => !path.startsWith('/sub');
    const { stdout, stderr } = await run(['check', '--format', 'json', '.'], files, '', { isTrusted });
    expect(codes({ stdout })).toEqual(['sub/a.service directive-unknown']);
    expect(stderr).toBe(
      'systemd-units: /sub/.systemd-units.json: not heeded, as it belongs to another user; --config names one that is\n',
    );
  });

  test('an image brings no settings along', async () => {
    const unit = 'image/usr/lib/systemd/system/a.service';
    const machine = {
      placeOf: (path: string) => (path.startsWith('/usr/lib/systemd/system') ? `image${path}` : undefined),
    };
    const files = { [unit]: BAD, '/image/usr/lib/systemd/system/.systemd-units.json': json({ rules: OFF }) };
    const { stdout } = await run(['check', '--format', 'json', '--root', 'image', unit], files, '', machine);
    expect(codes({ stdout })).toContain(`${unit} directive-unknown`);
  });

  test('"paths" of a folder below stay its own business', async () => {
    const files = { 'a.service': BAD, '/sub/.systemd-units.json': json({ paths: ['..'] }), 'sub/b.service': BAD };
    expect(codes(await judge(files, 'sub'))).toEqual(['sub/b.service directive-unknown']);
  });

  test('what is wrong in one of them is said with its name', async () => {
    const files = { 'sub/a.service': BAD, '/sub/.systemd-units.json': '{"rule":{}}' };
    expect(await judge(files, '.')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('/sub/.systemd-units.json: there is no setting "rule"'),
    });
  });

  test('overrides: rules by pattern, the later before the earlier', async () => {
    const overrides = [
      { files: ['legacy', 'x*.service'], rules: { 'directive-unknown': 'hint' } },
      { files: ['legacy/keep/**'], rules: { 'directive-unknown': 'error' } },
    ];
    const names = ['a.service', 'x1.service', 'legacy/b.service', 'legacy/keep/c.service', 'deep/legacy/d.service'];
    const files = { ...Object.fromEntries(names.map((name) => [name, BAD])), [CONFIG]: json({ overrides }) };
    const found = JSON.parse((await judge(files, '.')).stdout);
    expect(
      Object.fromEntries(found.map(({ path, severity }: { path: string; severity: string }) => [path, severity])),
    ).toEqual({
      'a.service': 'warning',
      'deep/legacy/d.service': 'hint',
      'legacy/b.service': 'hint',
      'legacy/keep/c.service': 'error',
      'x1.service': 'hint',
    });
  });

  const some = { 'a.service': BAD, 'vendor/b.service': BAD, 'vendor/c.timer': '[Timer]\n=\n' };

  test('"ignore" leaves out files of folders, and says so of named ones', async () => {
    const files = { ...some, [CONFIG]: json({ ignore: ['vendor/'] }) };
    expect(codes(await judge(files, '.'))).toEqual(['a.service directive-unknown']);
    const named = await judge(files, 'vendor/b.service');
    expect([named.status, named.stdout, named.stderr]).toEqual([
      2,
      '[]\n',
      'systemd-units: vendor/b.service: left out by "include" or "ignore" of its .systemd-units.json\n',
    ]);
    expect(await judge(files, '--allow-empty', '--quiet', 'vendor/b.service')).toMatchObject({ status: 0, stderr: '' });
    expect(await judge(files, 'vendor')).toMatchObject({
      status: 2,
      stderr: 'systemd-units: "include" and "ignore" leave out all files found\n',
    });
    const stdin = await run(['check', '--stdin-filename', 'vendor/x.service', '-'], files, BAD);
    expect([stdin.status, stdin.stderr]).toEqual([2, expect.stringContaining('vendor/x.service: left out by')]);
  });

  test('"include" names the only ones', async () => {
    const files = { ...some, [CONFIG]: json({ include: ['*.service'], ignore: ['/vendor'] }) };
    expect(codes(await judge(files, '.'))).toEqual(['a.service directive-unknown']);
    const timers = { ...some, [CONFIG]: json({ include: ['*.timer'] }) };
    expect(new Set(codes(await judge(timers, '.')).map((code) => code.split(' ')[0]))).toEqual(
      new Set(['vendor/c.timer']),
    );
  });

  test('format leaves the same files alone', async () => {
    const loose = '[Service]\nExecStart = /bin/true\n';
    const files = { 'a.service': loose, 'vendor/b.service': loose, [CONFIG]: json({ ignore: ['vendor'] }) };
    const { status, stdout, files: after } = await run(['format', '.'], files);
    expect([status, stdout, after['vendor/b.service']]).toEqual([0, 'a.service\n', loose]);
    expect((await run(['format', 'vendor/b.service'], files)).stderr).toContain('left out by "include" or "ignore"');
  });
});
