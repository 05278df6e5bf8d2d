import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../server/src/cli/main.ts';
import { nodeCliHost } from '../../server/src/node/cli-host.ts';

const BAD = '[Service]\nExecStart=/bin/true\nRestrt=no\n';
const hasGit = spawnSync('git', ['--version']).status === 0;

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'systemd-units-changed-')));
});
afterEach(() => {
  process.chdir('/');
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
/** Whatever is configured for the user who runs the test. */
const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
const commit = (): void => {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'x');
};

async function check(args: readonly string[], cwd = folder) {
  let stdout = '';
  let stderr = '';
  process.chdir(cwd);
  const host = {
    ...nodeCliHost(),
    stdout(text: string) {
      stdout += text;
    },
    stderr(text: string) {
      stderr += text;
    },
    hasColors: false,
  };
  const status = await runCli(host, ['check', '--format', 'json', ...args], '0');
  const paths = status === 2 ? [] : JSON.parse(stdout).map(({ path }: { path: string }) => path);
  return { status, paths: [...new Set(paths)], stderr };
}

describe.skipIf(!hasGit)('check --changed (skipped without git)', () => {
  test('takes what is changed, staged, or new, and nothing else', async () => {
    git('init', '--quiet', '--initial-branch', 'main');
    for (const name of ['same.service', 'changed.service', 'staged.service', 'sub/gone.service']) put(name, BAD);
    commit();
    put('changed.service', `${BAD}# x\n`);
    put('staged.service', `${BAD}# x\n`);
    git('add', 'staged.service');
    put('sub/ä new.service', BAD);
    rmSync(join(folder, 'sub/gone.service'));
    expect(await check(['--changed', '.'])).toEqual({
      status: 1,
      paths: ['changed.service', 'staged.service', 'sub/ä new.service'],
      stderr: '',
    });
    expect((await check(['--changed', '.'], join(folder, 'sub'))).paths).toEqual(['ä new.service']);
    expect((await check(['--changed', '..'], join(folder, 'sub'))).paths).toHaveLength(3);
    expect((await check(['--changed', 'same.service'])).status).toBe(0);
    commit();
    expect(await check(['--changed', '.'])).toEqual({ status: 0, paths: [], stderr: '' });
  });

  test('since a branch was left, whatever came there later', async () => {
    git('init', '--quiet', '--initial-branch', 'main');
    put('a.service', BAD);
    put('b.service', BAD);
    commit();
    git('checkout', '--quiet', '-b', 'topic');
    put('b.service', `${BAD}# topic\n`);
    commit();
    git('checkout', '--quiet', 'main');
    put('a.service', `${BAD}# later\n`);
    commit();
    git('checkout', '--quiet', 'topic');
    expect((await check(['--changed=main', '.'])).paths).toEqual(['b.service']);
    expect((await check(['--changed=HEAD~1', '.'])).paths).toEqual(['b.service']);
  });

  test.each([
    ['--changed=nowhere', 'git has no nowhere'],
    ['--changed=--output=x', '"--output=x" is not a revision'],
    ['--changed=', '"" is not a revision'],
  ])('%s is refused', async (option, said) => {
    git('init', '--quiet');
    put('a.service', BAD);
    commit();
    expect(await check([option, '.'])).toMatchObject({ status: 2, stderr: expect.stringContaining(said) });
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('outside of a repository it is said', async () => {
    put('a.service', BAD);
    expect(await check(['--changed', '.'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no repository'),
    });
  });

  test('no program that a repository names is run', async () => {
    git('init', '--quiet', '--initial-branch', 'main');
    put('a.service', BAD);
    put('b.service', BAD);
    put('.gitattributes', '*.service filter=evil diff=evil\n');
    commit();
    const ran = join(folder, '.git/ran');
    const evil = join(folder, '.git/evil');
    writeFileSync(evil, `#!/bin/sh\necho "$0 $*" >> '${ran}'\n`);
    chmodSync(evil, 0o755);
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    for (const hook of ['post-index-change', 'pre-auto-gc', 'reference-transaction', 'fsmonitor-watchman']) {
      writeFileSync(join(folder, '.git/hooks', hook), `#!/bin/sh\necho ${hook} >> '${ran}'\n`);
      chmodSync(join(folder, '.git/hooks', hook), 0o755);
    }
    const settings = {
      'core.fsmonitor': evil,
      'core.sshCommand': evil,
      'core.pager': evil,
      'core.hooksPath': join(folder, '.git/hooks'),
      'diff.external': evil,
      'diff.evil.command': evil,
      'diff.evil.textconv': evil,
      'filter.evil.clean': evil,
      'remote.origin.url': `ext::${evil}`,
      'remote.origin.promisor': 'true',
      'protocol.ext.allow': 'always',
      'extensions.partialClone': 'origin',
      'core.repositoryFormatVersion': '1',
    };
    for (const [key, value] of Object.entries(settings)) git('config', key, value);
    put('b.service', `${BAD}# x\n`);
    expect((await check(['--changed', '.'])).paths).toEqual(['b.service']);
    // A tree that is not there is not fetched either.
    const tree = git('rev-parse', 'HEAD^{tree}').trim();
    rmSync(join(folder, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    expect((await check(['--changed', '.'])).status).toBe(2);
    expect(existsSync(ran)).toBe(false);
    // The trap works: what people run every day falls into it.
    spawnSync('git', ['status'], { cwd: folder, env, stdio: 'ignore', timeout: 30_000 });
    expect(existsSync(ran)).toBe(true);
  });
});
