import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../server/src/cli/main.ts';
import { nodeCliHost } from '../../server/src/node/cli-host.ts';
import { type Answer, RealCommand } from './real-command.ts';

const GOOD = '[Service]\nExecStart=/bin/true\n';
const BAD = '[Service]\nExecStart=/bin/true\nRestrt=no\n';
const REFUSED = '[Service]\nType=simple\n';
const ADVICE = '[Service]\nExecStart=/bin/sleep 5 # wait\n';

let command: RealCommand;
let folder = '';
let count = 0;
beforeAll(() => {
  command = new RealCommand();
});
afterAll(() => command.end());

/** A folder with files; a name that ends with a slash is a folder. */
function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  count += 1;
  folder = join(command.work, String(count));
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path, text, { mode: 0o666 });
  }
}

/** Runs it in the folder, in this process, which takes a hundredth of the time; {@link real} is the program itself. */
async function run(...args: string[]): Promise<Answer> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  process.chdir(folder);
  const host = {
    ...nodeCliHost(),
    stdout: (text: string) => void stdout.push(text),
    stderr: (text: string) => void stderr.push(text),
    hasColors: false,
    readStdin: async () => new TextEncoder().encode(GOOD.replace('Service', 'Container')),
    showProgress: undefined,
  };
  const status = await runCli(host, args, '0');
  process.chdir('/');
  return { status, stdout: stdout.join(''), stderr: stderr.join('') };
}

const real = (...args: string[]): Answer => command.runIn(folder, args);
const last = (text: string): string => text.trimEnd().split('\n').at(-1)!;
const codes = ({ stdout }: Answer): string[] => JSON.parse(stdout).map(({ code }: { code: string }) => code);

describe('a pipeline that judges nothing does not pass', () => {
  const xml = '<?xml version="1.0"?><service-group/>\n';
  const cases: readonly [string, Readonly<Record<string, string>>, string[], string][] = [
    ['a desktop entry', { 'x.service': '[Desktop Entry]\nType=Service\n' }, ['x.service'], 'as it is a desktop entry'],
    ['D-Bus', { 'x.service': '[D-BUS Service]\nName=x\n' }, ['x.service'], 'as it is a D-Bus activation file'],
    ['settings of others', { 'mirror.conf': '[mirror]\nurl=x\n' }, ['mirror.conf'], 'not judged'],
    ['a text', { 'readme.txt': 'hello\n' }, ['readme.txt'], 'not judged'],
    ['an XML of Avahi', { 'x.service': xml }, ['x.service'], 'as it is XML'],
    ['standard input of another kind', {}, ['--stdin-filename', 'x.desktop', '-'], 'x.desktop: not judged'],
    ['a folder without units', { 'docs/a.md': '' }, ['docs'], 'docs: there are no unit files in this folder'],
    ['an empty folder', { 'empty/': '' }, ['empty'], 'empty: there are no unit files in this folder'],
    ['one such folder among others', { 'empty/': '', 'a/a.service': GOOD }, ['a', 'empty'], 'empty: there are no'],
    ['files of others only', { 'a/x.service': xml }, ['a'], 'none of the files found is a unit'],
    ['an image without units', { 'image/etc/': '' }, ['--root', 'image'], 'image: there are no units below this root'],
  ];

  test('but files of others in a folder are left alone', async () => {
    put({ 'a/b.service': GOOD, 'a/x.service': xml, 'a/y.service': '[D-BUS Service]\nName=y\n' });
    expect(await run('check', '--quiet', 'a')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await run('format', 'a')).toMatchObject({ status: 0, stderr: '' });
  });

  test.each(cases)('%s', async (_, files, args, said) => {
    put(files);
    const { status, stderr } = await run('check', ...args);
    expect([status, stderr.split('\n').length]).toEqual([2, 2]);
    expect(stderr.startsWith('systemd-units: ')).toBe(true);
    expect(stderr).toContain(said);
    expect(await run('check', '--allow-empty', ...args)).toMatchObject({ status: 0, stderr });
    expect(await run('check', '--allow-empty', '--quiet', ...args)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('what is a unit beside it is judged all the same', () => {
    put({ 'readme.txt': 'hello\n', 'a.service': BAD });
    const { status, stdout } = real('check', '--format', 'json', 'readme.txt', 'a.service');
    expect([status, JSON.parse(stdout).length]).toEqual([2, 1]);
  });

  test('a folder in which something could not be read says that alone', async () => {
    put({ 'a/b.service': GOOD });
    expect((await run('check', 'a', 'gone')).stderr).toBe('systemd-units: gone: no such file or folder\n');
  });

  test('nor one that formats nothing', async () => {
    put({ 'readme.txt': 'a = b\n', 'empty/': '' });
    const { status, stderr } = await run('format', 'readme.txt', 'empty');
    expect([status, stderr.trim().split('\n')]).toEqual([
      2,
      [
        'systemd-units: empty: there are no unit files in this folder',
        'systemd-units: readme.txt: left alone, as it is not a unit file',
      ],
    ]);
    expect((await run('format', '--allow-empty', 'readme.txt')).status).toBe(0);
  });
});

describe('what is shown, and what fails', () => {
  const files = { 'advice.service': ADVICE, 'bad.service': BAD, 'refused.service': REFUSED };
  test.each([
    [['bad.service'], 1, '0 errors, 1 warning in 1 of 1 unit'],
    [['--fail-on', 'error', 'bad.service'], 0, '0 errors, 1 warning in 1 of 1 unit'],
    [['--fail-on', 'error', 'refused.service'], 1, '1 error, 0 warnings in 1 of 1 unit'],
    [['--exit-zero', '.'], 0, '1 error, 1 warning, 1 remark in 3 of 3 units'],
    [['--exit-zero', 'gone.service'], 2, '0 errors, 0 warnings in 0 of 0 units'],
    [['advice.service'], 0, '0 errors, 0 warnings, 1 remark in 1 of 1 unit'],
    [['--fail-on', 'info', 'advice.service'], 1, '0 errors, 0 warnings, 1 remark in 1 of 1 unit'],
    [
      ['--severity', 'error', 'bad.service'],
      1,
      '0 errors, 1 warning in 1 of 1 unit, 1 of them not shown (--severity error)',
    ],
    [
      ['--severity', 'error', '--quiet', 'bad.service'],
      1,
      '0 errors, 1 warning in 1 of 1 unit, 1 of them not shown (--severity error)',
    ],
    [
      ['--severity', 'error', '.'],
      1,
      '1 error, 1 warning, 1 remark in 3 of 3 units, 2 of them not shown (--severity error)',
    ],
  ])('%j ends with %d', async (args, status, sum) => {
    put(files);
    const answer = await run('check', '--systemd-version', '257', ...args);
    expect([answer.status, last(answer.stdout).replace(/ \(systemd.*/, '')]).toEqual([status, sum]);
  });

  test('quiet is quiet when nothing fails and nothing is to be shown', async () => {
    put(files);
    const args = ['check', '--quiet', '--severity', 'warning', 'advice.service'];
    expect(real(...args)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await run(...args)).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

describe('how it is summed up', () => {
  const version = ['--systemd-version', '257'];
  const many = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`u${i}.service`, `${BAD}Foo=1\n`]));

  test('many findings are counted by rule, and what can be fixed', async () => {
    put(many);
    const { stdout } = await run('check', ...version, '--format', 'concise', '.');
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^u0\.service:3:1: warning: .* \[directive-unknown\]$/);
    expect(lines.slice(12)).toEqual([
      '   12  directive-unknown',
      '6 fixable with --fix',
      expect.stringMatching(
        /^0 errors, 12 warnings in 6 of 6 units \(systemd 257, by --systemd-version, \d+\.\d\d s\)$/,
      ),
    ]);
  });

  test('what was fixed is counted', async () => {
    put(many);
    const { status, stdout } = await run('check', ...version, '--fix', '--format', 'concise', '.');
    expect([status, stdout]).toEqual([1, expect.stringContaining('\nfixed 6 findings in 6 files\n')]);
    expect(readFileSync(join(folder, 'u0.service'), 'utf8')).toContain('Restart=no');
    expect(stdout).not.toContain('fixable');
  });

  test('few are not counted, nothing fixed is not spoken of', async () => {
    put({ 'a.service': GOOD });
    for (const args of [[], ['--fix']])
      expect((await run('check', ...version, ...args, '.')).stdout).toMatch(
        /^0 errors, 0 warnings in 0 of 1 unit \(.*\)\n$/,
      );
  });

  test.each([
    [['--systemd-version', '255'], {}, 'systemd 255, by --systemd-version'],
    [['--systemd-version', '238'], {}, 'systemd 239, the oldest known, for 238, by --systemd-version'],
    [['--systemd-version', '299'], {}, 'systemd 262, the newest known, for 299, by --systemd-version'],
    [[], { '.systemd-units.json': '{"systemdVersion": 256}' }, 'systemd 256, by FOLDER/.systemd-units.json'],
    [['--config', 'ci.json'], { 'ci.json': '{"systemdVersion": 256}' }, 'systemd 256, by ci.json'],
  ])('%j says where the version is from', async (args, files, said) => {
    put({ 'a.service': GOOD, ...files });
    expect(last((await run('check', ...args, 'a.service')).stdout).replace(folder, 'FOLDER')).toContain(`(${said}, `);
  });

  test('of this machine, or the newest where there is none', async () => {
    put({ 'a.service': GOOD });
    const { stdout } = await run('check', 'a.service');
    expect(stdout).toMatch(
      /\(systemd \d{3}(, the \w+ known, for \d+)? of this machine,|\(systemd \d{3}, the newest known,/,
    );
  });
});

describe('what is wrong with the command line is one line, and says what was meant', () => {
  const cases: readonly [string[], string][] = [
    [['chekc', 'a'], 'systemd-units: there is no command "chekc"; did you mean check?'],
    [['zzz'], 'systemd-units: there is no command "zzz"; see systemd-units --help'],
    [['help', 'chekc'], 'systemd-units: there is no command "chekc"; did you mean check?'],
    [['check', '--formatt', 'json', 'a'], 'systemd-units check: there is no option --formatt; did you mean --format?'],
    [['check', '-z', 'a'], 'systemd-units check: there is no option -z'],
    [
      ['check', '--format', 'jsn', 'a'],
      '--format takes text, concise, json, sarif, github, gitlab, junit, checkstyle or rdjson, not "jsn"; did you mean json?',
    ],
    [['check', '--format'], 'systemd-units check: --format needs a value'],
    [['check', '--format', '--user', 'a'], '--format needs a value; write --format=--user if that is one'],
    [['check', '--user=yes', 'a'], 'systemd-units check: --user takes no value'],
    [
      ['check', '--severity', 'warn', 'a'],
      '--severity takes error, warning, info or hint, not "warn"; did you mean warning?',
    ],
    [['check', '--fail-on', 'x', 'a'], '--fail-on takes error, warning, info or hint, not "x"'],
    [['check', '--systemd-version', 'new', 'a'], '--systemd-version takes auto or a number such as 257, not "new"'],
    [['check', '--root', 'gone'], 'systemd-units check: --root takes a folder, not "gone"'],
    [['check', '--explain', 'value-invald'], 'there is no rule "value-invald"; did you mean value-invalid?'],
    [['check'], 'systemd-units check: name a file, a folder, or - for standard input'],
    [['calendar', '-n', 'x', 'daily'], '--iterations takes a number from 1 to 10000, not "x"'],
    [['graph', '--only', 'orderng', 'a'], 'did you mean ordering?'],
    [['explain', '--format', 'txt', 'a'], 'did you mean text?'],
    [['check', '--config', 'gone.json', 'a'], 'systemd-units check: gone.json: no such file or folder'],
  ];
  test.each(cases)('%j', async (args, said) => {
    put({});
    const { status, stdout, stderr } = await run(...args);
    expect([status, stdout, stderr.split('\n').length]).toEqual([2, '', 2]);
    expect(stderr).toContain(said);
  });

  test.each([
    ['{\n  "rules": {,}\n}', ':2:13: this is not JSON'],
    ['{"rules": ', ':1:11: this is not JSON'],
    ['{"rulse": {}}', ': there is no setting "rulse"; did you mean rules?'],
    [
      '{"rules": {"value-invald": "off"}}',
      ': "rules" names "value-invald", which is not a rule; did you mean value-invalid?',
    ],
  ])('nor do settings leak words of Node: %j', async (text, said) => {
    put({ '.systemd-units.json': text, 'a.service': GOOD });
    const { status, stderr } = await run('check', 'a.service');
    expect([status, stderr.split('\n').length]).toEqual([2, 2]);
    expect(stderr).toContain(`.systemd-units.json${said}`);
    expect(stderr).not.toMatch(/Unexpected|position|SyntaxError|ERR_/);
  });
});

describe('help and version, as they are asked for', () => {
  test.each(['-V', '--version', 'version'])('%s', async (word) => {
    put({});
    expect(real(word)).toMatchObject({ status: 0, stdout: '0\n' });
    expect(await run(word)).toMatchObject({ status: 0, stdout: '0\n' });
  });
  test('help of a command', async () => {
    put({});
    const { stdout } = await run('check', '--help');
    expect(stdout).toContain('--fail-on');
    expect(await run('help', 'check')).toEqual({ status: 0, stdout, stderr: '' });
    expect((await run('help')).stdout).toBe((await run('--help')).stdout);
  });
  test('calendar -n', async () => {
    put({});
    expect((await run('calendar', '-n', '3', 'daily')).stdout.match(/Iter\./g)).toHaveLength(2);
  });
});

describe('for programs', () => {
  const files = {
    'a/b.service': `${BAD}# systemd-units: ignore value-invald\nRestart=alwys\n`,
    'c.timer': '[Timer]\nOnCalendar=never\n',
  };

  test('JSON fits its schema, and applying the sure fixes does what --fix does', async () => {
    const schema = JSON.parse(readFileSync(new URL('../../schemas/check.schema.json', import.meta.url), 'utf8'));
    const fits = new Ajv({ allowUnionTypes: true }).compile(schema);
    put(files);
    const findings = JSON.parse((await run('check', '--format', 'json', '--systemd-version', '257', '.')).stdout);
    expect(fits(findings), JSON.stringify(fits.errors)).toBe(true);
    expect(fits([{ ...findings[0], more: 1 }])).toBe(false);
    expect(new Set(findings.map(({ systemdVersion }: { systemdVersion: number }) => systemdVersion))).toEqual(
      new Set([257]),
    );
    const [edit] = findings[0].fixes.find(({ isSure }: { isSure: boolean }) => isSure).edits;
    const lines = files['a/b.service'].split('\n');
    const line = lines[edit.line - 1]!;
    lines[edit.line - 1] = line.slice(0, edit.column - 1) + edit.text + line.slice(edit.endColumn - 1);
    await run('check', '--fix', '--systemd-version', '257', '.');
    expect(readFileSync(join(folder, 'a/b.service'), 'utf8')).toBe(lines.join('\n'));
    expect((await run('check', '--format', 'json', '.')).stdout.startsWith('[\n')).toBe(true);
  });

  test('a report for GitLab has a name for each finding, also of the same line in two files', async () => {
    put({ ...files, 'c.service': files['a/b.service'] });
    const issues = JSON.parse((await run('check', '--format', 'gitlab', '.')).stdout) as Record<string, unknown>[];
    expect(issues[0]).toEqual({
      description: expect.stringContaining('Restrt='),
      check_name: 'directive-unknown',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'minor',
      location: { path: 'a/b.service', lines: { begin: expect.any(Number), end: expect.any(Number) } },
    });
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  test('SARIF names the program, links to what a rule is about, and knows a line that has moved', async () => {
    const log = async (): Promise<{ tool: { driver: Record<string, unknown> }; results: Record<string, unknown>[] }> =>
      JSON.parse((await run('check', '--format', 'sarif', '.')).stdout).runs[0];
    put(files);
    const before = await log();
    expect(before.tool.driver).toMatchObject({ version: '0', informationUri: expect.stringMatching(/^https:/) });
    for (const rule of before.tool.driver.rules as Record<string, unknown>[])
      expect(rule).toMatchObject({ helpUri: expect.stringMatching(/^https:/), help: { text: expect.any(String) } });
    expect(JSON.stringify(before.results[0]!.fixes)).toContain('"insertedContent":{"text":"Restart"}');
    put({ ...files, 'a/b.service': `# one line more\n${files['a/b.service']}` });
    const prints = ({ results }: Awaited<ReturnType<typeof log>>) =>
      results.map(({ partialFingerprints }) => partialFingerprints);
    expect(prints(await log())).toEqual(prints(before));
    expect(new Set(prints(before).map((print) => JSON.stringify(print))).size).toBe(before.results.length);
  });
});

test('a misspelt rule in a comment is a warning', async () => {
  put({ 'a.service': '[Service]\nExecStart=/bin/true\n# systemd-units: ignore-file directive-unknwn\nFoo=1\n' });
  const { status, stdout } = await run('check', 'a.service');
  expect(status).toBe(1);
  expect(stdout).toContain(
    'a.service:3:30: warning: Unknown rule "directive-unknwn"; this comment hides nothing. Did you mean directive-unknown? [suppression-unknown]',
  );
  expect(stdout).toContain('[directive-unknown]');
});

describe('a reader that has enough', () => {
  test('is not told of a broken pipe', async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`u${i}.service`, BAD.repeat(5)]));
    put(files);
    const shell = 'node "$0" check . | head -n 1; echo "${PIPESTATUS[0]}"';
    // bash complains of a locale that is not installed.
    const env = { ...process.env, LC_ALL: 'C' };
    const { stdout, stderr } = spawnSync('bash', ['-c', shell, command.program], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n').at(-1)).toMatch(/^(141|1)$/);
  });
});

describe('colours', () => {
  test.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0', CLICOLOR_FORCE: '1' }, false],
    [{ CLICOLOR_FORCE: '1' }, true],
    [{ CLICOLOR_FORCE: '0' }, false],
    [{ NO_COLOR: '1', CLICOLOR_FORCE: '1' }, false],
    [{ FORCE_COLOR: '1', TERM: 'dumb' }, true],
  ])('into a pipe with %j: %s', async (env, expected) => {
    put({ 'a.service': BAD });
    expect(command.runIn(folder, ['check', 'a.service'], env).stdout.includes('\x1b[33m')).toBe(expected);
  });

  const hasScript = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;
  test.skipIf(!hasScript).each([
    [{ TERM: 'xterm' }, true],
    [{ TERM: 'dumb' }, false],
    [{ TERM: 'xterm', NO_COLOR: '1' }, false],
    [{ TERM: 'xterm', CLICOLOR: '0' }, false],
  ])('on a terminal with %j: %s (skipped without script)', async (env, expected) => {
    put({ 'a.service': BAD });
    const line = `node '${command.program}' check a.service`;
    const plain = { PATH: process.env.PATH, HOME: '/', ...env };
    const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], { cwd: folder, encoding: 'utf8', env: plain });
    expect(stdout).toContain('a.service:3:1');
    expect(stdout.includes('\x1b[33m')).toBe(expected);
  });
});

describe('an image', () => {
  const image = {
    'usr/lib/systemd/system/web.service':
      '[Unit]\nRequires=gone.service\n[Service]\nExecStart=/usr/bin/nowhere\nUser=nemo\n',
    'usr/lib/systemd/system/web.service.d/a.conf': '[Service]\nNonsense=1\n',
    'etc/systemd/system/multi-user.target.wants/': '',
    'etc/systemd/system/db.target.requires/': '',
    'etc/passwd': 'root:x:0:0::/:\n',
    'etc/group': 'root:x:0:\n',
  };
  const library = { 'usr/lib/systemd/libsystemd-shared-255.so': '' };
  const image0 = (more: Readonly<Record<string, string>> = {}): void =>
    put(Object.fromEntries(Object.entries({ ...image, ...more }).map(([name, text]) => [`image/${name}`, text])));
  const said = async (...args: string[]) => {
    const { status, stdout, stderr } = await run('check', '--root', 'image', '--format', 'json', ...args);
    const found = JSON.parse(stdout) as { path: string; code: string; message: string }[];
    return {
      status,
      stderr,
      found: found.map(({ path, code }) => `${path.slice('image/'.length)} ${code}`),
      all: found,
    };
  };

  test('with systemd in it: its version, programs and accounts', async () => {
    image0(library);
    const { stderr, found, all } = await said('web.service');
    expect(stderr).toBe('');
    expect(found).toEqual(
      expect.arrayContaining([
        'usr/lib/systemd/system/web.service program-missing',
        'usr/lib/systemd/system/web.service account-unknown',
        'usr/lib/systemd/system/web.service requirement-missing',
      ]),
    );
    expect(JSON.stringify(all)).not.toContain('this machine');
    expect(last((await run('check', '--root', 'image')).stdout)).toContain('(systemd 255 of the image, ');
  });

  test('without: it is said that they are not looked for', async () => {
    image0();
    const { stderr, found } = await said();
    expect(stderr).toBe('systemd-units: image: has no systemd in it, so programs and accounts are not looked for\n');
    expect(found.join()).not.toContain('program-missing');
  });

  test('links that lead nowhere are told, unless the unit is there all the same', async () => {
    image0(library);
    const at = (name: string): string => join(folder, 'image/etc/systemd/system', name);
    symlinkSync('/usr/lib/systemd/system/gone.service', at('multi-user.target.wants/gone.service'));
    symlinkSync('/old/place/web.service', at('multi-user.target.wants/web.service'));
    symlinkSync('/usr/lib/systemd/system/lost.service', at('db.target.requires/lost.service'));
    symlinkSync('/opt/alias.service', at('alias.service'));
    const dangling = await (await said()).all.filter(({ code }) => code === 'link-dangling');
    expect(dangling.map(({ path, message }) => `${path.slice(25)}: ${message}`)).toEqual([
      expect.stringMatching(/^alias\.service: .*systemd does not find the unit/),
      expect.stringMatching(/^db\.target\.requires\/lost\.service: .*db\.target .* cannot start without it/),
      expect.stringMatching(/^multi-user\.target\.wants\/gone\.service: This link leads to \/usr\/lib.*gone\.service/),
    ]);
  });

  test('units by name, files and folders by their path from here or from the root', async () => {
    image0(library);
    const unit = 'usr/lib/systemd/system/web.service';
    for (const name of [`image/${unit}`, `/${unit}`, unit, join(folder, 'image', unit)])
      expect(new Set((await said(name)).all.map(({ path }) => path))).toEqual(new Set([`image/${unit}`]));
    const both = new Set((await said('image/usr/lib/systemd/system')).all.map(({ path }) => path));
    expect(both).toEqual(new Set([`image/${unit}`, `image/${unit}.d/a.conf`]));
    const { status, stderr } = await run('check', '--root', 'image', '/usr/lib/systemd/system/none.service');
    expect([status, stderr]).toEqual([
      2,
      'systemd-units check: there is no /usr/lib/systemd/system/none.service below image\n',
    ]);
  });

  test('a link of the image leads to nothing of this machine', async () => {
    image0(library);
    symlinkSync('/etc/hostname', join(folder, 'image/etc/systemd/system/leak.service'));
    symlinkSync('/etc/passwd', join(folder, 'image/etc/systemd/system/own.service'));
    const { stdout } = await run('check', '--root', 'image');
    expect(stdout).toContain('root:x:0:0::/:');
    expect(stdout).not.toContain(readFileSync('/etc/hostname', 'utf8').trim() || 'no host name');
  });
});

test('codes of findings are those of rules', async () => {
  put({ 'a.service': BAD });
  expect(codes(await run('check', '--format', 'json', 'a.service'))).toEqual(['directive-unknown']);
});
