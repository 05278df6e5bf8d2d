import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCheckArguments } from '../../server/src/cli/check-arguments.ts';
import { checkFiles } from '../../server/src/cli/check-files.ts';
import { FORMATS } from '../../server/src/cli/check-options.ts';
import type { CheckTask } from '../../server/src/cli/check-threads.ts';
import type { CliHost } from '../../server/src/cli/host.ts';
import { rootedHost } from '../../server/src/cli/rooted-host.ts';
import { nodeCliHost } from '../../server/src/node/cli-host.ts';
import { threadStarter } from '../../server/src/node/threads.ts';
import { noFacts } from '../../server/src/units/relations.ts';
import { RealCommand } from './real-command.ts';

const command = new RealCommand();
afterAll(() => command.end());

/** Units of every make: what is said of one depends on others, whichever thread says it. */
const files: Record<string, string> = {
  'all.target': '[Unit]\nDescription=x\n',
  'service.d/10.conf': '[Service]\nNice=50\n',
  'kde/a.service': '[Desktop Entry]\nName=x\n',
  'empty.service': '',
  'utf16.service': '\ufeff[\0U\0n\0',
};
for (let i = 0; i < 250; i++) files[`plain-${i}.target`] = '[Unit]\nRefuseManualStart=maybe\n';
for (let i = 0; i < 20; i++) {
  const next = `unit-${(i + 1) % 20}.service`;
  files[`unit-${i}.service`] =
    `[Unit]\nRequires=${next}\nAfter=${next} all.target\nWants=t@${i}.service\n[Service]\nExecStart=bin/true\nUser=a/b\n`;
  files[`unit-${i}.service.d/a.conf`] = `[Service]\nTimeoutSec=${i % 3 === 0 ? 'never' : '5'}\n[Install]\nNice=1\n`;
  files[`packages/${i}/t@.service`] = '[Unit]\nAfter=t@%i.service\n[Service]\nExecStart=/bin/true %q\n';
  files[`packages/${i}/t@a.service.d/${i}.conf`] = '[Service]\nExecStart=\n';
  files[`packages/${i}/t.timer`] = '[Timer]\nOnCalendar=dayly\nUnit=t@.service\n';
}
const folder = join(command.work, 'units');
const root = join(command.work, 'root');

beforeAll(() => {
  for (const [name, text] of Object.entries(files)) {
    for (const path of [join(folder, name), join(root, 'usr/lib/systemd/system', name)]) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  writeFileSync(join(command.folder, 'secret.service'), '[Service]\nsecret\n');
  symlinkSync(join(command.folder, 'secret.service'), join(folder, 'secret.service'));
  symlinkSync('unit-1.service', join(folder, 'alias.service'));
  symlinkSync('/dev/null', join(folder, 'masked.service'));
});

/** What is printed in all formats, and what is complained of. */
async function check(args: readonly string[], { startThread }: Partial<CliHost>) {
  let threads = 0;
  let stderr = '';
  const host: CliHost = {
    ...nodeCliHost(),
    processors: 3,
    showProgress: undefined,
    stderr(text) {
      stderr += text;
    },
    startThread:
      startThread &&
      ((...task) => {
        threads += 1;
        return startThread(...task);
      }),
  };
  const options = readCheckArguments(host, ['--no-config', '--systemd-version', '252', ...args]);
  const { root, severity, failOn, target, fix } = options;
  const result = await checkFiles(root === undefined ? host : rootedHost(host, root), options);
  const summary = {
    all: result.files,
    target,
    severity,
    failOn,
    fix,
    seconds: 0,
    hasColors: false,
    programVersion: '0',
  };
  const printed = Object.entries(FORMATS).map(([name, format]) => [name, format(result.files, summary)]);
  return { threads, said: { stderr, failed: result.failed, ...Object.fromEntries(printed) } };
}

const withThreads = { startThread: threadStarter(command.program) };
const alone = { startThread: undefined };

describe('what several threads say of hundreds of files is what one says, in every format', () => {
  test.each([
    // Also what is not there, or none of systemd's, and is named.
    ['of a folder', [folder, ...['kde/a', 'gone', 'utf16', 'secret'].map((name) => join(folder, `${name}.service`))]],
    ['of a root', ['--root', root]],
  ])('%s', async (_, args) => {
    const { threads, said } = await check(args, withThreads);
    expect(threads).toBe(1);
    expect(said).toEqual((await check(args, alone)).said);
    expect(said.text).toContain('unit-19.service');
  });
});

describe('a check goes on', () => {
  const broken = {
    'where no thread can start': '',
    'where a thread ends before it is done': `
      const { systemdUnitsCheck: { next } } = require('node:worker_threads').workerData;
      Atomics.add(next, 0, 16);
      throw new Error('no more');`,
    'where a thread ends before it has told what it read': `
      const { systemdUnitsCheck: { reading } } = require('node:worker_threads').workerData;
      Atomics.add(reading, 0, 64);
      throw new Error('no more');`,
  };
  test.each(Object.entries(broken))('%s', async (_, code) => {
    const program = join(command.folder, `broken-${code.length}.cjs`);
    if (code !== '') writeFileSync(program, code);
    const { threads, said } = await check([folder], { startThread: threadStarter(program) });
    expect(threads).toBe(1);
    expect(said).toEqual((await check([folder], alone)).said);
  });
});

test('what another thread reads is not read before by the first', async () => {
  const paths = Array.from({ length: 300 }, (_, i) => `/u/unit-${i}.service`);
  const read: string[] = [];
  let readBefore: number | undefined;
  const host: CliHost = {
    ...nodeCliHost(),
    processors: 2,
    showProgress: undefined,
    kindOf: (path) => (path === '/u' ? 'directory' : paths.includes(path) ? 'file' : undefined),
    readDirectory: (path) =>
      path === '/u' ? paths.map((each) => ({ name: each.slice('/u/'.length), type: 'file' as const })) : [],
    readFile(path) {
      read.push(path);
      return new TextEncoder().encode('[Service]\nExecStart=/bin/true\n');
    },
    // It reads everything, and judges nothing.
    startThread(task, heard) {
      const { reading } = task as CheckTask;
      Atomics.store(reading, 0, paths.length);
      let end = (): void => undefined;
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      setImmediate(() => {
        readBefore = read.length;
        heard({ read: paths.map((path) => [path, noFacts]) });
      });
      return { ended, tell: () => end(), end };
    },
  };
  const { files: checked } = await checkFiles(host, readCheckArguments(host, ['--no-config', '/u']));
  expect(checked).toHaveLength(300);
  expect([readBefore, read.length]).toEqual([0, 300]);
});

test('a finding that was told does not keep the tree of its file, or of others', async () => {
  const host = nodeCliHost();
  const { files: checked } = await checkFiles(
    host,
    readCheckArguments(host, ['--no-config', join(folder, 'unit-1.service')]),
  );
  const findings = checked.flatMap((file) => file.findings);
  expect(findings.map(({ rule }) => rule)).toContain('value-invalid');
  expect(findings.filter((finding) => 'source' in finding || 'related' in finding)).toEqual([]);
});

test.each([
  ['few files', [join(folder, 'packages')]],
  ['files that are to be mended', ['--fix', folder]],
])('%s are judged in one thread', async (_, args) => {
  expect((await check(args, withThreads)).threads).toBe(0);
});
