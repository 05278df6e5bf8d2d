import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { HardenState } from '../../../server/src/features/harden/harden.ts';
import type { TrialAccount } from '../../../server/src/features/trial/account.ts';
import type { Proof } from '../../../server/src/features/trial/find-directive.ts';
import { beginArgs, endArgs } from '../../../server/src/features/trial/keeper.ts';
import { trialName } from '../../../server/src/features/trial/trial-plan.ts';
import { bootSandbox, type Sandbox } from '../../vscode/sandbox.mjs';
import { eachSystem } from '../each-system.ts';
import { system } from '../systems.ts';
import { type DeniedService, deniedServices, FOLDER, files, PORT } from './denied-services.ts';

const repository = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const cache = join(repository, '.cache');
mkdirSync(cache, { recursive: true });
const dir = mkdtempSync(join(cache, 'trial-'));
const sandbox = bootSandbox(join(dir, 'sandbox'));
/** In milliseconds; generous: other tests may keep the machine busy. */
const PATIENCE = 100_000;
const cli = join(repository, 'server/dist/cli.cjs');

/** What a command does inside, whatever its exit status. */
function inside({ prefix: [command = '', ...args] }: Sandbox, ...line: string[]) {
  return spawnSync(command, [...args, ...line], { encoding: 'utf8', maxBuffer: 32 << 20 });
}

/** Runs a command inside until something holds, which is asked again and again; then it gets a signal, and ends. */
async function interrupted(machine: Sandbox, signal: string, holds: () => boolean, line: readonly string[]) {
  const [command = '', ...args] = machine.prefix;
  const pid = join(dir, 'pid');
  const child = spawn(command, [...args, 'sh', '-c', 'echo $$ >"$0"; exec "$@"', pid, ...line], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const deadline = performance.now() + PATIENCE;
  // Each question is a process, so that this does not run idle.
  while (!holds()) if (performance.now() > deadline) throw new Error(`it did not come to that: ${line.join(' ')}`);
  inside(machine, 'kill', `-${signal}`, readFileSync(pid, 'utf8').trim());
  await ended;
}

function prepare(machine: Sandbox): void {
  inside(machine, 'systemd-analyze', 'log-target', 'journal');
  for (const { path, text, mode } of files) {
    const copy = join(dir, 'copy');
    writeFileSync(copy, text);
    inside(machine, 'install', '-D', `--mode=${mode}`, copy, path);
  }
  inside(machine, 'install', '--mode=4755', '/bin/cat', join(FOLDER, 'cat'));
  inside(machine, 'mknod', '--mode=666', '/dev/trial-units', 'c', '1', '3');
  inside(machine, 'mkdir', '-p', '/var/cache/trial-units', '/run/systemd/system');
  const units = {
    'trial-units.socket': `[Socket]\nListenStream=127.0.0.1:${PORT}\nAccept=yes\n`,
    'trial-units@.service': '[Service]\nExecStart=/bin/true\nStandardInput=socket\n',
  };
  for (const [name, text] of Object.entries(units)) {
    writeFileSync(join(dir, name), text);
    inside(machine, 'cp', join(dir, name), '/run/systemd/system');
  }
  inside(machine, 'systemctl', 'daemon-reload');
  inside(machine, 'systemctl', 'start', 'trial-units.socket');
}

function unitFile({ name, lines, does, exec }: DeniedService): string {
  const path = join(dir, `${name}.service`);
  const command = exec ?? `/bin/sh -c "${does}"`;
  writeFileSync(path, `[Service]\nType=oneshot\n${lines.join('\n')}\nExecStart=${command}\n`);
  return path;
}

afterAll(() => rmSync(dir, { recursive: true, force: true }));

if ('missing' in sandbox) {
  console.warn(`skipped: ${sandbox.missing}`);
  test('a systemd of its own', (context) => context.skip(sandbox.missing));
} else {
  const tried = (...args: string[]): TrialAccount & { readonly proof?: Proof } =>
    JSON.parse(inside(sandbox, process.execPath, cli, 'try', '--json', ...args).stdout);

  /** Of all that the manager and its folders know. */
  const left = (): string =>
    ['list-units --all', 'list-unit-files']
      .map(
        (words) =>
          inside(sandbox, 'systemctl', ...words.split(' '), '--no-legend', '--no-pager', 'systemd-units-trial*').stdout,
      )
      .concat(
        inside(sandbox, 'sh', '-c', 'ls /run/systemd/system /run/systemd/transient | grep systemd-units-trial').stdout,
      )
      .join('');

  beforeAll(() => {
    execFileSync(process.execPath, [join(repository, 'esbuild.mjs')], { cwd: repository, stdio: 'ignore' });
    prepare(sandbox);
  });
  afterAll(() => sandbox.stop());
  afterEach(() => expect(left(), 'a trial leaves nothing behind').toBe(''));

  describe('what a service is denied for real is told at the line that denies it, and proven by more trials', () => {
    test.each(deniedServices)('$name', (service) => {
      const { sign, suspect, proven, remedy, cause = 'alone' } = service;
      const account = tried('--find', unitFile(service));
      expect(account.ok).toBe(false);
      const [denial] = account.denials;
      const [first] = denial?.suspects ?? [];
      expect([denial?.symptom.kind, first?.place?.text]).toEqual([sign, suspect]);
      const { proof } = account;
      expect([proof?.cause, proof?.suspects.map(({ place }) => place?.text)]).toEqual([cause, proven]);
      expect(proof?.remedy?.add[0]).toBe(remedy);
    });
  });

  describe('a trial', () => {
    test('that is killed is taken back by systemd when its time is over', async () => {
      const path = unitFile({ name: 'killed', lines: [], exec: '/bin/sleep infinity', proven: [] });
      const command = [process.execPath, cli, 'try', '--limit', '3600', '--watch', '3600', path];
      const units = (): string =>
        inside(sandbox, 'systemctl', 'list-units', '--no-legend', '--plain', 'systemd-units-trial*').stdout;
      const isTried = (): boolean => /systemd-units-trial-\w+-killed\.service +loaded +activating/.test(units());
      await interrupted(sandbox, 'KILL', isTried, command);
      expect(isTried()).toBe(true);
      const keeper = /systemd-units-trial-\w+\.service/.exec(units())![0];
      // As if the time were over: what it waits for ends.
      inside(sandbox, 'systemctl', 'kill', keeper);
      const deadline = performance.now() + PATIENCE;
      while (left() !== '') if (performance.now() > deadline) throw new Error(`still there: ${left()}`);
    });

    test('works in the user manager', () => {
      inside(sandbox, 'systemctl', 'start', 'user@0.service');
      const path = unitFile({
        name: 'mine',
        lines: ['SystemCallFilter=~chroot'],
        exec: '/usr/sbin/chroot /',
        proven: [],
      });
      const printed = inside(
        sandbox,
        'env',
        'XDG_RUNTIME_DIR=/run/user/0',
        process.execPath,
        cli,
        'try',
        '--user',
        path,
      );
      expect(printed.stdout).toContain(
        'mine.service failed: its program /usr/sbin/chroot was ended by the signal SIGSYS',
      );
      expect(inside(sandbox, 'ls', '/run/user/0/systemd/user').stdout).toBe('');
    });

    test('takes with it the directories that it brought, and no others', () => {
      const lines = ['StateDirectory=trial-new', 'CacheDirectory=trial-old'];
      inside(sandbox, 'mkdir', '/var/cache/trial-old');
      const path = unitFile({
        name: 'folders',
        lines,
        does: 'touch $STATE_DIRECTORY/a $CACHE_DIRECTORY/a',
        proven: [],
      });
      const asked = inside(sandbox, process.execPath, cli, 'try', path);
      expect([asked.status, asked.stderr]).toEqual([
        2,
        expect.stringContaining('CacheDirectory=: the trial works on what is in /var/cache/trial-old.'),
      ]);
      expect(tried('--yes', path).end).toBe('ended');
      expect(inside(sandbox, 'ls', '/var/lib/trial-new').status).not.toBe(0);
      expect(inside(sandbox, 'ls', '/var/cache/trial-old').stdout).toBe('a\n');
    });

    test('tells of a condition that does not hold, and of a start that takes too long', () => {
      const skipped = join(dir, 'skipped.service');
      writeFileSync(skipped, '[Unit]\nConditionPathExists=/trial-nowhere\n[Service]\nExecStart=/bin/true\n');
      expect(tried(skipped)).toMatchObject({ end: 'skipped', diagnosis: { kind: 'condition' }, place: { line: 2 } });
      const slow = unitFile({ name: 'slow', lines: [], exec: '/bin/sleep infinity', proven: [] });
      expect(tried('--limit', '1', slow).end).toBe('limit');
    });
  });

  test('a service is hardened step by step, and what comes out is a drop-in with which it passes', async () => {
    const path = join(dir, 'soft.service');
    const state = join(dir, 'state.json');
    const output = join(dir, 'hard.conf');
    const file = '/var/spool/trial-soft';
    writeFileSync(path, `[Service]\nExecStart=/bin/sh -c "rm -f ${file}; touch ${file} && exec sleep infinity"\n`);
    const command = [
      process.execPath,
      cli,
      'harden',
      '--state',
      state,
      '--output',
      output,
      '--check',
      `test -e ${file}`,
      path,
    ];
    // Interrupted at some place: it goes on from there.
    const done = (): number =>
      inside(sandbox, 'test', '-s', state).status === 0
        ? (JSON.parse(readFileSync(state, 'utf8')) as HardenState).done.length
        : 0;
    await interrupted(sandbox, 'INT', () => done() > 0, command);
    expect(existsSync(output)).toBe(false);
    expect(left()).toBe('');
    const { stderr, status } = inside(sandbox, ...command);
    expect([stderr, status]).toEqual([expect.stringMatching(/exposure 9\.\d UNSAFE before, [0-4]\.\d \w+ after/), 0]);
    const text = readFileSync(output, 'utf8');
    expect(text).toMatch(/^ProtectSystem=strict\nReadWritePaths=\/var\/spool$/m);
    const dropIns = join(dir, 'soft.service.d');
    mkdirSync(dropIns);
    writeFileSync(join(dropIns, 'hard.conf'), text);
    expect(tried('--check', `test -e ${file}`, path)).toMatchObject({ end: 'ran', denials: [] });
  });
}

/** Systems that `chroots.sh` has built: of each a trial without our program, by the command lines that it would run. */
eachSystem((version) => {
  test('a trial begins by one command, is remembered until it is ended, and leaves nothing behind', (context) => {
    const machine = bootSandbox(join(dir, `sandbox-${version}`), system(version).root || '/');
    if ('missing' in machine) return context.skip(machine.missing);
    try {
      const programs = { install: '/usr/bin/install', systemctl: '/bin/systemctl', rm: '/bin/rm', sleep: '/bin/sleep' };
      const text = '[Service]\nType=oneshot\nExecStart=/bin/true\n';
      const kept = {
        id: '0123abcd',
        unit: 'a\\x2db.service',
        manager: 'system',
        folder: '/run/systemd/system',
      } as const;
      const begun = inside(machine, 'systemd-run', ...beginArgs({ ...kept, text, seconds: 600, clean: [] }, programs));
      expect([begun.status, begun.stderr]).toEqual([0, '']);
      const name = trialName(kept.id, kept.unit);
      const state = (): string =>
        inside(machine, 'systemctl', 'show', '--property=ActiveState,Result,Job,InactiveEnterTimestampMonotonic', name)
          .stdout;
      const deadline = performance.now() + PATIENCE;
      const isOver = (): boolean => !/=activating|Job=[1-9]|InactiveEnterTimestampMonotonic=0$/m.test(state());
      while (!isOver()) if (performance.now() > deadline) throw new Error(state());
      expect(state()).toMatch(/Result=success/);
      expect(inside(machine, 'systemctl', ...endArgs(kept)).status).toBe(0);
      expect(inside(machine, 'sh', '-c', 'ls /run/systemd/system | grep trial').stdout).toBe('');
      // That both are over; the manager forgets them, and the file of the transient one, when it gets round to it.
      const states = ['--state=active,activating,deactivating,failed', '--no-legend', '--no-pager'];
      expect(inside(machine, 'systemctl', 'list-units', ...states, 'systemd-units-trial*').stdout).toBe('');
    } finally {
      machine.stop();
    }
  });
});
