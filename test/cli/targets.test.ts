import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { run } from './host.ts';

const UNIT = `[Service]
ExecStart=/bin/true
RestartMode=direct
Restart=always
Restrt=no
`;
const files = { 'a.service': UNIT };
const fits = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL('../../schemas/check.schema.json', import.meta.url), 'utf8')),
);

interface Problem {
  readonly code: string;
  readonly severity: string;
  readonly systemdVersion: number;
  readonly message: string;
  readonly targets?: readonly { readonly name: string; readonly systemdVersion: number; readonly severity: string }[];
}

async function problems(args: readonly string[], units: Readonly<Record<string, string>> = files): Promise<Problem[]> {
  const { stdout, stderr } = await run(['check', '--format', 'json', ...args, 'a.service'], units);
  expect(stderr).toBe('');
  const found = JSON.parse(stdout);
  expect(fits(found), JSON.stringify(fits.errors)).toBe(true);
  return found;
}

const TARGETS = ['--targets', 'debian12,ubuntu24.04,257'];

describe('check --targets', () => {
  test('a finding says where it holds, once where it holds for all', async () => {
    const { status, stdout } = await run(['check', '--format', 'concise', ...TARGETS, 'a.service'], files);
    expect(status).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'a.service:3:1: warning: RestartMode= exists since systemd 254; Debian 12 (252) ignores it. [directive-too-new]',
      'a.service:5:1: warning: Unknown directive Restrt= in [Service]; systemd ignores this line. Did you mean Restart=? [directive-unknown]',
      '0 errors, 2 warnings in 1 of 1 unit (Debian 12 (252), Ubuntu 24.04 (255) and systemd 257, by --targets, 0.00 s)',
      '',
    ]);
  });

  test('JSON carries the targets, with what each makes of it', async () => {
    const [newer, unknown] = await problems(TARGETS);
    expect(newer).toMatchObject({
      code: 'directive-too-new',
      systemdVersion: 252,
      targets: [{ name: 'Debian 12', systemdVersion: 252, severity: 'warning' }],
    });
    expect(unknown!.targets!.map(({ name }) => name)).toEqual(['Debian 12', 'Ubuntu 24.04', 'systemd 257']);
    expect(unknown!.systemdVersion).toBe(257);
  });

  test('so does SARIF', async () => {
    const { stdout } = await run(['check', '--format', 'sarif', ...TARGETS, 'a.service'], files);
    const [{ results }] = JSON.parse(stdout).runs;
    expect(results.map(({ properties }: { properties: unknown }) => properties)).toEqual([
      { targets: [{ name: 'Debian 12', systemdVersion: 252, podmanVersion: '4.3', severity: 'warning' }] },
      { targets: expect.arrayContaining([{ name: 'systemd 257', systemdVersion: 257, severity: 'warning' }]) },
    ]);
  });

  test('for one target nothing is said of targets', async () => {
    const found = await problems(['--targets', 'debian12']);
    expect(found.map(({ targets }) => targets)).toEqual([undefined, undefined]);
    expect(found[0]!.message).toBe('RestartMode= exists since systemd 254; the target is 252, which ignores it.');
  });

  test('the severity is the gravest of all', async () => {
    const unit = '[Service]\nExecStart=/bin/true %D\nMemoryLimit=1G\n';
    const found = await problems(['--targets', '252,262'], { 'a.service': unit });
    expect(
      found.map(({ code, severity, targets }) => [code, severity, targets!.map((each) => each.systemdVersion)]),
    ).toEqual([
      ['specifier-unknown', 'error', [252]],
      ['directive-removed', 'info', [262]],
      ['directive-deprecated', 'warning', [252]],
    ]);
  });

  test('a comment that suppresses what one target says is of use', async () => {
    const unit = '[Service]\nExecStart=/bin/true\n# systemd-units: ignore directive-too-new\nRestartMode=direct\n';
    expect(await problems(TARGETS, { 'a.service': unit })).toEqual([]);
    const unused = await problems(['--targets', '255,257'], { 'a.service': unit });
    expect(unused.map(({ code }) => code)).toEqual(['suppression-unused']);
  });

  test('a fix is sure when it is for all of them', async () => {
    const unit = '[Service]\nType=oneshot\nExecStart=/bin/true\nRestrt=no\n';
    const mended = await run(['check', '--fix', '--targets', '252,262', 'a.service'], { 'a.service': unit });
    expect(mended.files['a.service']).toBe(unit.replace('Restrt', 'Restart'));
    // The specifier is today's; for 252 it would be a new fault.
    const kept = '[Service]\nExecStart=/bin/true\nExecStop=/bin/true %D\n';
    expect(
      (await run(['check', '--fix', '--targets', '252,262', 'a.service'], { 'a.service': kept })).files['a.service'],
    ).toBe(kept);
  });

  test('drop-ins and the unit they change are judged for each', async () => {
    const units = {
      'a.service': '[Service]\nExecStart=/bin/true\n',
      'a.service.d/x.conf': '[Service]\nRestartMode=direct\n',
    };
    const { stdout } = await run(['check', '--format', 'json', ...TARGETS, '.'], units);
    expect(
      JSON.parse(stdout).map(({ path, targets }: { path: string; targets: unknown[] }) => [path, targets.length]),
    ).toEqual([['a.service.d/x.conf', 1]]);
  });

  test.each([
    [['--targets', 'debain12'], /"debain12" is not a target: .*did you mean debian12\?/],
    [['--targets', 'debian12', '--systemd-version', '252'], /--targets and --systemd-version say the same/],
    [['--targets', ','], /--targets names no target/],
    [['--matrix', '--format', 'json'], /--matrix is a table for people/],
  ])('%j is refused', async (args, said) => {
    const { status, stderr } = await run(['check', ...args, 'a.service'], files);
    expect([status, said.test(stderr), stderr]).toEqual([2, true, stderr]);
  });

  test('a target that is not known says which facts are used', async () => {
    const { stderr } = await run(['check', '--targets', 'al2,rhel9', 'a.service'], files);
    expect(stderr).toMatch(/systemd 219 is not among the versions known here; units are judged as by \d+, the oldest/);
  });

  test('a project may name them', async () => {
    const config = (targets: unknown) => ({ ...files, '/.systemd-units.json': JSON.stringify({ targets }) });
    expect((await problems([], config(['debian12', '257'])))[0]!.targets).toHaveLength(1);
    expect((await problems([], config('debian12,257')))[0]!.targets).toHaveLength(1);
    expect((await problems(['--systemd-version', '262'], config(['debian12', '257'])))[0]!.targets).toBeUndefined();
    const wrong = await run(['check', 'a.service'], config(['debain12']));
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      expect.stringMatching(/^systemd-units check: \/\.systemd-units\.json: "debain12" is not a target/),
    ]);
    expect((await run(['check', 'a.service'], config(12))).stderr).toContain('"targets" takes a list of texts');
  });
});

test('check --matrix prints files by targets', async () => {
  const units = {
    ...files,
    'b.service': '[Service]\nExecStart=/bin/true %D\n',
    'c.service': '[Service]\nExecStart=/bin/true\n',
  };
  const { status, stdout } = await run(['check', '--matrix', ...TARGETS, '.'], units);
  expect(status).toBe(1);
  expect(stdout).toBe(`           Debian 12 (252)  Ubuntu 24.04 (255)  systemd 257
a.service  2 warnings       1 warning           1 warning
b.service  1 error          1 error             ok
c.service  ok               ok                  ok
1 error, 2 warnings in 2 of 3 units (Debian 12 (252), Ubuntu 24.04 (255) and systemd 257, by --targets, 0.00 s)
`);
});

test('targets lists releases and distributions', async () => {
  const { status, stdout } = await run(['targets']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^257 +its own binary and manual +debian13 /m);
  expect(stdout).toMatch(/^256 +facts: tables of parsers and words/m);
  expect(stdout).toMatch(/^debian12 +bookworm +252 +4\.3\.1 /m);
  const { distributions } = JSON.parse((await run(['targets', '--format', 'json'])).stdout);
  expect(distributions).toContainEqual(expect.objectContaining({ id: 'rhel8', systemd: 239 }));
});
