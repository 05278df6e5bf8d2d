import { describe, expect, test } from 'vitest';
import { run } from './host.ts';

const GOOD = '[Service]\nExecStart=/bin/true\n';
const BAD = '[Service]\nExecStart=/bin/true\nRestrt=no\n';

describe('check', () => {
  test('text shows the line with carets', async () => {
    const { status, stdout } = await run(['check', 'a.service'], { 'a.service': BAD });
    expect(status).toBe(1);
    expect(stdout).toBe(
      [
        'a.service:3:1: warning: Unknown directive Restrt= in [Service]; systemd ignores this line. Did you mean Restart=? [directive-unknown]',
        '    3 | Restrt=no',
        '      | ^^^^^^',
        '1 fixable with --fix',
        '0 errors, 1 warning in 1 of 1 unit (systemd 262, the newest known, 0.00 s)',
        '',
      ].join('\n'),
    );
  });

  test('json has one object a problem', async () => {
    const { stdout } = await run(['check', '--format', 'json', 'a.service'], { 'a.service': BAD });
    const problems = JSON.parse(stdout);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      path: 'a.service',
      line: 3,
      column: 1,
      endLine: 3,
      endColumn: 7,
      severity: 'warning',
      code: 'directive-unknown',
      section: 'Service',
      key: 'Restrt',
    });
  });

  test('github writes workflow commands', async () => {
    const { stdout } = await run(['check', '--format', 'github', 'a.service'], { 'a.service': BAD });
    expect(stdout).toMatch(
      /^::warning file=a\.service,line=3,endLine=3,col=1,endColumn=7,title=directive-unknown::Unknown directive Restrt=/,
    );
  });

  test('sarif names the rule and the place', async () => {
    const { stdout } = await run(['check', '--format', 'sarif', 'a.service'], { 'a.service': BAD });
    const [{ results, tool }] = JSON.parse(stdout).runs;
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['directive-unknown']);
    expect(results[0].locations[0].physicalLocation.region).toEqual({
      startLine: 3,
      startColumn: 1,
      endLine: 3,
      endColumn: 7,
    });
  });

  test('a folder is searched, other files are left alone', async () => {
    const { status, stdout } = await run(['check', '--format', 'json', '.'], {
      'x/a.service': BAD,
      'x/readme.md': BAD,
      'x/b.service': GOOD,
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).map(({ path }: { path: string }) => path)).toEqual(['x/a.service']);
  });

  test('standard input takes the name it is given', async () => {
    const { stdout } = await run(
      ['check', '--format', 'json', '--stdin-filename', 'a.timer', '-'],
      {},
      '[Timer]\nOnCalender=daily\n',
    );
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ path: 'a.timer', line: 2, code: 'directive-unknown' }),
    );
  });

  test('what cannot be read is said, and the rest still checked', async () => {
    const { status, stdout, stderr } = await run(['check', '--format', 'json', 'gone.service', 'a.service'], {
      'a.service': BAD,
    });
    expect(status).toBe(2);
    expect(stderr).toBe('systemd-units: gone.service: no such file or folder\n');
    expect(JSON.parse(stdout)).toHaveLength(1);
  });

  test.each([
    [['check']],
    [['check', '--format', 'xml', 'a.service']],
    [['check', '--nope', 'a']],
    [['check', '--systemd-version', 'new', 'a']],
    [['nope']],
  ])('wrong usage %j ends with 2 and says why', async (args) => {
    const { status, stderr, stdout } = await run(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^systemd-units/);
  });

  test('quiet says nothing of a good unit', async () => {
    expect(await run(['check', '-q', 'a.service'], { 'a.service': GOOD })).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('severity hides what is less bad and keeps the exit status', async () => {
    const { status, stdout } = await run(['check', '--severity', 'error', '--format', 'json', 'a.service'], {
      'a.service': BAD,
    });
    expect([status, stdout]).toEqual([1, '[]\n']);
  });

  test('fix mends what has one sure fix and writes only then', async () => {
    const { status, files } = await run(['check', '--fix', 'a.service', 'b.service'], {
      'a.service': BAD,
      'b.service': GOOD,
    });
    expect(status).toBe(0);
    expect(files).toEqual({ 'a.service': BAD.replace('Restrt', 'Restart'), 'b.service': GOOD });
  });

  test('explain prints the rule', async () => {
    const { status, stdout } = await run(['check', '--explain', 'directive-unknown']);
    expect(status).toBe(0);
    expect(stdout).toContain('systemd ignores the line');
  });

  test('invalid UTF-8 is found and never rewritten', async () => {
    const bytes = Uint8Array.of(
      ...new TextEncoder().encode('[Service]\nExecStart=/bin/true\nRestrt=no\nX=a'),
      0xff,
      10,
    );
    const { files } = await run(['check', '--fix', 'a.service'], { 'a.service': bytes });
    expect(files['a.service']).toContain('Restrt');
  });
});

describe('format', () => {
  test('rewrites in place and names what changed', async () => {
    const { status, stdout, files } = await run(['format', '.'], {
      'a.service': ' [Service]\nExecStart = /bin/true',
      'b.service': GOOD,
    });
    expect([status, stdout]).toEqual([0, 'a.service\n']);
    expect(files['a.service']).toBe(GOOD);
  });
  test('with --check it only tells', async () => {
    const before = '[Service]\nExecStart = /bin/true\n';
    const { status, files } = await run(['format', '--check', '.'], { 'a.service': before });
    expect([status, files['a.service']]).toEqual([1, before]);
  });
});
