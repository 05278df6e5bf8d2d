import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeCliHost } from '../../server/src/node/cli-host.ts';
import { run } from './host.ts';

const service = (text: string): string => `[Service]\nExecStart=/bin/true\n${text}\n`;

describe('systemd-units diff', () => {
  test('of two files tells each difference, and exits with 1', async () => {
    const files = {
      'old/a.service': service('TimeoutStopSec=90\nNice=1'),
      'new/a.service': service('TimeoutStopSec=1min 30s\nNice=5'),
    };
    const { status, stdout } = await run(['diff', 'old/a.service', 'new/a.service'], files);
    expect(stdout).toBe(`a.service means something else.
  [Service] Nice=  (restart)
    - 1    old/a.service:4
    + 5    new/a.service:4

systemd reads it at: systemctl daemon-reload
What runs keeps its old settings until: systemctl restart a.service
`);
    expect(status).toBe(1);
  });

  test('exits with 0 where only the form differs', async () => {
    const files = { 'a.service': service('RestartSec=60'), 'b.service': service('# a minute\nRestartSec=1min') };
    const { status, stdout } = await run(['diff', 'a.service', 'b.service'], files);
    expect([status, stdout]).toEqual([0, 'b.service means the same; only its form differs.\n']);
  });

  test('of Quadlet files compares what Podman makes of them, at their own lines', async () => {
    const files = {
      'old/web.container': '[Container]\nImage=quay.io/x/web:1\nPublishPort=80:80\n',
      'new/web.container':
        '[Container]\n# The next one\nImage=quay.io/x/web:2\nPublishPort=80:80\n[Service]\nRestart=always\n',
    };
    const { status, stdout } = await run(['diff', 'old/web.container', 'new/web.container'], files);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ {4}- .* quay\.io\/x\/web:1 {4}old\/web\.container:\d$/m);
    expect(stdout).toMatch(/^ {4}\+ .* quay\.io\/x\/web:2 {4}new\/web\.container:\d$/m);
    expect(stdout).toMatch(/\[Service\] Restart= .*\n {4}\+ always {4}new\/web\.container:6\n/);
    expect(stdout).not.toContain('SourcePath');
    const folders = await run(['diff', '--format', 'json', 'old', 'new'], files);
    const { units } = JSON.parse(folders.stdout) as { units: { unit: string; differences: { key: string }[] }[] };
    expect(units.map(({ unit, differences }) => [unit, differences.map(({ key }) => key)])).toEqual([
      ['web.service', ['ExecStart', 'Restart']],
    ]);
  });

  test('of Quadlet files that mean the same says so', async () => {
    const files = {
      'a.container': '[Container]\nImage=quay.io/x/web\n',
      'a.container.d/label.conf': '[Container]\nLabel=a=b\n',
      'b.container': '[Container]\n# A label\nLabel=a=b\nImage=quay.io/x/web\n',
    };
    const { status, stdout } = await run(['diff', 'a.container', 'b.container'], files);
    expect([status, stdout]).toEqual([0, expect.stringContaining('means the same; only its form differs')]);
  });

  test('of a Quadlet file that Podman refuses says so', async () => {
    const files = { 'a.container': '[Container]\n', 'b.container': '[Container]\nImage=x\n' };
    const { status, stderr } = await run(['diff', 'a.container', 'b.container'], files);
    expect([status, stderr]).toEqual([2, expect.stringContaining('a.container: Podman makes no service of this file')]);
  });

  test('of two folders compares units by name, drop-ins among them', async () => {
    const files = {
      'old/web.service': service('Nice=1'),
      'old/same.service': service(''),
      'old/gone.timer': '[Timer]\nOnCalendar=daily\n',
      'new/web.service': service('Nice=1'),
      'new/web.service.d/10.conf': '[Service]\nNice=2\n',
      'new/same.service': service(''),
      'new/come.socket': '[Socket]\nListenStream=80\n',
    };
    const { status, stdout } = await run(['diff', '--format', 'json', 'old', 'new'], files);
    const { same, units } = JSON.parse(stdout) as { same: boolean; units: { unit: string; outcome: string }[] };
    expect([status, same]).toEqual([1, false]);
    expect(units.map(({ unit, outcome }) => `${unit} ${outcome}`)).toEqual([
      'come.socket added',
      'gone.timer removed',
      'web.service changed',
    ]);
    expect(units[2]).toMatchObject({
      differences: [
        {
          key: 'Nice',
          old: { values: ['1'] },
          new: { values: ['2'], places: [{ path: 'new/web.service.d/10.conf', line: 2 }] },
        },
      ],
    });
  });

  test.each([
    [['a.service'], 'systemd-units diff: name two files or folders, REVISION:PATH of git among them\n'],
    [['a.service', 'nowhere'], 'systemd-units diff: nowhere: no such file or folder\n'],
    [['a.service', 'folder'], 'systemd-units diff: compare a file with a file, or a folder with a folder\n'],
    [['a.service', 'notes.txt'], 'systemd-units diff: notes.txt: not a unit\n'],
    [['--git', '-x', 'y', 'z'], 'systemd-units diff: there is no option -x\n'],
    [['--git'], 'systemd-units diff: --git takes one revision, or two\n'],
  ])('%j is told in a line', async (args, said) => {
    const files = { 'a.service': service(''), 'folder/b.service': service(''), 'notes.txt': 'x\n' };
    const { status, stderr } = await run(['diff', ...args], files);
    expect([status, stderr]).toEqual([2, said]);
  });
});

const hasGit = spawnSync('git', ['--version']).status === 0;
if (!hasGit) console.warn('skipped: git is not installed');

describe.skipIf(!hasGit)('revisions of git', () => {
  const folder = mkdtempSync(join(tmpdir(), 'units-diff-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { stdio: 'pipe' });
  const diff = (...args: readonly string[]) => {
    const { ask, kindOf, readFile, readDirectory, realPath, readLink, look } = nodeCliHost();
    const inFolder = (path: string): string => (path.startsWith('/') ? path : join(folder, path));
    return run(['diff', ...args], {}, '', {
      ...{ cwd: folder, ask },
      kindOf: (path) => kindOf(inFolder(path)),
      readFile: (path) => readFile(inFolder(path)),
      readDirectory: (path) => readDirectory(inFolder(path)),
      realPath: (path) => realPath(inFolder(path)),
      readLink: (path) => readLink(inFolder(path)),
      look: (path) => look(inFolder(path)),
    });
  };

  beforeAll(() => {
    git('init', '--quiet');
    writeFileSync(join(folder, 'web.service'), service('Restart=no'));
    git('add', '.');
    git('commit', '--quiet', '--message=one');
    writeFileSync(join(folder, 'web.service'), service('Restart=always'));
    git('commit', '--quiet', '--all', '--message=two');
    writeFileSync(join(folder, 'web.service'), service('# always\nRestart=always'));
  });

  test('a file at a revision, beside the file as it is', async () => {
    const { status, stdout } = await diff('HEAD~1:web.service', 'web.service');
    expect([status, stdout.split('\n')[2]]).toEqual([1, '    - no    HEAD~1:web.service:3']);
  });

  test('all units of the folder, at one revision and now', async () => {
    const { status, stdout } = await diff('--git', 'HEAD');
    expect([status, stdout]).toEqual([0, 'web.service means the same; only its form differs.\n']);
  });

  test('all units of the folder, at two revisions', async () => {
    const { status, stdout } = await diff('--git', 'HEAD~1', 'HEAD');
    expect([status, stdout.split('\n')[1]]).toEqual([1, '  [Service] Restart=  (daemon-reload)']);
  });

  test('what git does not have is told', async () => {
    const { status, stderr } = await diff('HEAD:other.service', 'web.service');
    expect([status, stderr]).toEqual([2, 'systemd-units diff: git has no HEAD:other.service\n']);
  });
});
