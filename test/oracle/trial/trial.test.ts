import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TrialAccount } from '../../../server/src/features/trial/account.ts';
import type { Proof } from '../../../server/src/features/trial/find-directive.ts';
import { bootSandbox, type Sandbox } from '../../vscode/sandbox.mjs';
import { type DeniedService, deniedServices, FOLDER, files, PORT } from './denied-services.ts';

const repository = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const cache = join(repository, '.cache');
mkdirSync(cache, { recursive: true });
const dir = mkdtempSync(join(cache, 'trial-'));
const sandbox = bootSandbox(join(dir, 'sandbox'));
const cli = join(repository, 'server/dist/cli.cjs');

/** What a command does inside, whatever its exit status. */
function inside({ prefix: [command = '', ...args] }: Sandbox, ...line: string[]) {
  return spawnSync(command, [...args, ...line], { encoding: 'utf8', maxBuffer: 32 << 20 });
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

if ('missing' in sandbox) {
  rmSync(dir, { recursive: true, force: true });
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
  afterAll(() => {
    sandbox.stop();
    rmSync(dir, { recursive: true, force: true });
  });
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
}
