import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CliHost } from '../../server/src/cli/host.ts';
import { runCli } from '../../server/src/cli/main.ts';
import { run } from './host.ts';
import { RealCommand } from './real-command.ts';

const BAD = '[Service]\nExecStart=/bin/true\nRestrt=no\n';
const GOOD = '[Service]\nExecStart=/bin/true\n';

/** One step: what is on the disk then, and which paths the system says have changed. */
interface Step {
  readonly files: Readonly<Record<string, string | undefined>>;
  readonly told?: readonly string[];
}

/** Watches files that exist only here: each step is a change after the round before it; then somebody ends it. */
async function watch(args: readonly string[], files: Record<string, string>, steps: readonly Step[]) {
  const rounds: string[] = [];
  const watched: string[][] = [];
  let text = '';
  let tell: ((paths: ReadonlySet<string>) => void) | undefined;
  let end = (): void => {};
  const store: Record<string, string> = { ...files };
  const pending = [...steps];
  const encode = (name: string): Uint8Array => {
    if (store[name] === undefined) throw new Error(`${name}: no such file or folder`);
    return new TextEncoder().encode(store[name]);
  };
  const real = (path: string): string => (path === '/' ? '.' : path.replace(/^\//, ''));
  const isFolder = (path: string): boolean =>
    path === '.' || Object.keys(store).some((name) => name.startsWith(`${path}/`));
  const next = (): void => {
    rounds.push(text);
    text = '';
    const step = pending.shift();
    if (!step) {
      end();
      return;
    }
    for (const [name, content] of Object.entries(step.files))
      if (content === undefined) delete store[name];
      else store[name] = content;
    tell?.(new Set(step.told ?? Object.keys(step.files).map((name) => `/${name}`)));
  };
  const machine: Partial<CliHost> = {
    readFile: (path) => encode(real(path)),
    writeFile(path, content) {
      store[real(path)] = content;
    },
    kindOf: (path) => (store[real(path)] !== undefined ? 'file' : isFolder(real(path)) ? 'directory' : undefined),
    readDirectory(path) {
      const prefix = real(path) === '.' ? '' : `${real(path)}/`;
      const names = new Map<string, 'file' | 'directory'>();
      for (const name of Object.keys(store).filter((each) => each.startsWith(prefix))) {
        const [first, ...rest] = name.slice(prefix.length).split('/');
        names.set(first!, rest.length > 0 ? 'directory' : 'file');
      }
      return [...names].map(([name, type]) => ({ name, type })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    stdout(more) {
      text += more;
    },
    async watchFolders(folders, changed) {
      watched.push([...folders]);
      tell = changed;
      // What is watched before the first round is watched for what happens in it.
      if (watched.length > 1) queueMicrotask(next);
      return () => {};
    },
    stopped: () =>
      new Promise((resolve) => {
        end = resolve;
      }),
  };
  const all = ['check', '--systemd-version', '257', '--watch', '--format', 'concise', ...args];
  const { status, stderr } = await run(all, {}, '', machine, runCli);
  return { status, stderr, rounds, watched, files: store };
}

const summed = (text: string): string => text.replace(/ \(systemd.*/g, '');

describe('check --watch', () => {
  test('tells all at first, and then what is different', async () => {
    const files = { 'a.service': BAD, 'sub/b.service': GOOD };
    const { rounds, status, stderr, watched } = await watch(['.'], files, [
      { files: { 'sub/b.service': BAD } },
      { files: { 'a.service': GOOD } },
      { files: { 'new/c.service': BAD }, told: ['/new'] },
      { files: { 'new/c.service': undefined } },
    ]);
    expect(rounds.map(summed).map((text) => text.trimEnd().split('\n'))).toEqual([
      [expect.stringMatching(/^a\.service:3:1: /), expect.any(String), '0 errors, 1 warning in 1 of 2 units'],
      [expect.stringMatching(/^sub\/b\.service:3:1: /), expect.any(String), '0 errors, 2 warnings in 2 of 2 units'],
      ['a.service: nothing found any more', '1 fixable with --fix', '0 errors, 1 warning in 1 of 2 units'],
      [expect.stringMatching(/^new\/c\.service:3:1: /), expect.any(String), '0 errors, 2 warnings in 2 of 3 units'],
      ['new/c.service: gone', '1 fixable with --fix', '0 errors, 1 warning in 1 of 2 units'],
    ]);
    expect([status, stderr]).toEqual([1, 'systemd-units: watching 2 folders; Ctrl+C ends\n']);
    expect(watched.at(0)).toEqual(['/', '/sub']);
    expect(watched.at(-2)).toEqual(['/', '/new', '/sub']);
  });

  test('what one unit says of another counts when either changes', async () => {
    const one = '[Unit]\nRequires=b.service\nAfter=b.service\n[Service]\nExecStart=/bin/true\n';
    const { rounds } = await watch(['.'], { 'a.service': one, 'b.service': GOOD }, [
      { files: { 'b.service': `[Unit]\nAfter=a.service\n${GOOD}` } },
    ]);
    expect(rounds[0]).not.toContain('ordering-cycle');
    expect(rounds[1]).toContain('[ordering-cycle]');
  });

  test('settings are read anew; wrong ones are said, and nothing ends', async () => {
    const { rounds, stderr, status } = await watch(['a.service'], { 'a.service': BAD }, [
      { files: { '.systemd-units.json': '{"rules":{"directive-unknown":"off"}}' } },
      { files: { '.systemd-units.json': '{"rules":' } },
      { files: { '.systemd-units.json': '{}' } },
    ]);
    expect(rounds.map((text) => text.split('\n')[0])).toEqual([
      expect.stringMatching(/^a\.service:3:1/),
      'a.service: nothing found any more',
      '',
      expect.stringMatching(/^a\.service:3:1/),
    ]);
    expect(stderr).toContain('.systemd-units.json:1:10: this is not JSON');
    expect(status).toBe(1);
  });

  test('a report in a watched folder does not start a round', async () => {
    const { rounds, files } = await watch(['--format', 'json', '--output-file', 'r.json', '.'], { 'a.service': BAD }, [
      { files: {}, told: ['/r.json'] },
      { files: { 'a.service': GOOD } },
    ]);
    expect(rounds.map(summed)).toEqual([
      '0 errors, 1 warning in 1 of 1 unit\n',
      '',
      expect.stringContaining('0 of 1 unit\n'),
    ]);
    expect(files['r.json']).toBe('[]\n');
  });

  test.each([
    [['--root', '.'], '--watch is for folders and files, not for the image of --root'],
    [['-'], '--watch is for folders and files; standard input ends once'],
    [['--format', 'json', '.'], '--format json needs --output-file'],
  ])('%j is refused', async (args, said) => {
    const answer = await run(['check', '--watch', ...args], { 'a.service': GOOD }, '', { stopped: async () => {} });
    expect(answer).toMatchObject({ status: 2, stderr: expect.stringContaining(said) });
  });
});

describe('the program itself', () => {
  let command: RealCommand;
  beforeAll(() => {
    command = new RealCommand();
  });
  afterAll(() => command.end());

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'sees what changes, and ends at %s with the status of the last check',
    async (signal) => {
      const folder = join(command.work, signal);
      mkdirSync(join(folder, 'sub'), { recursive: true });
      writeFileSync(join(folder, 'sub/a.service'), GOOD);
      const child = spawn(process.execPath, [command.program, 'check', '--watch', '--format', 'concise', '.'], {
        cwd: folder,
      });
      const said = { text: '', wake: (): void => {} };
      child.stdout.on('data', (chunk: Buffer) => {
        said.text += chunk.toString();
        said.wake();
      });
      const more = (): Promise<void> =>
        new Promise((resolve) => {
          said.wake = resolve;
        });
      const until = async (pattern: RegExp): Promise<void> => {
        while (!pattern.test(said.text)) await more();
      };
      await until(/in 0 of 1 unit/);
      writeFileSync(join(folder, 'sub/a.service'), BAD);
      await until(/a\.service:3:1: warning[\s\S]*in 1 of 1 unit/);
      const ended = new Promise((resolve) => child.once('exit', (code, by) => resolve([code, by])));
      child.kill(signal);
      expect(await ended).toEqual([1, null]);
    },
  );
});
