import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnitReload } from '../../../server/src/features/compare/compare-running.ts';
import { bootSandbox, type Sandbox } from '../../vscode/sandbox.mjs';

const repository = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const cache = join(repository, '.cache');
mkdirSync(cache, { recursive: true });
const dir = mkdtempSync(join(cache, 'reload-'));
const sandbox = bootSandbox(join(dir, 'sandbox'));

/** One line of a unit as it was, as it is now, and the property that tells of it with its new value. */
type Change = readonly [old: string, now: string, property: string, value: string];

const changes: Readonly<Record<string, readonly Change[]>> = {
  Unit: [
    ['Description=One', 'Description=Two', 'Description', 'Two'],
    ['Documentation=man:true(1)', '', 'Documentation', ''],
    ['StartLimitBurst=7', 'StartLimitBurst=9', 'StartLimitBurst', '9'],
  ],
  Service: [
    ['ExecStart=/bin/sleep infinity', 'ExecStart=/bin/sleep infinity', 'ExecMainCode', '0'],
    ['RestartSec=5', 'RestartSec=1min 5s', 'RestartUSec', '1min 5s'],
    ['TimeoutStartSec=0', 'TimeoutStartSec=90', 'TimeoutStartUSec', '1min 30s'],
    ['TimeoutStopSec=90', 'TimeoutStopSec=2min', 'TimeoutStopUSec', '2min'],
    ['RuntimeMaxSec=1h', '', 'RuntimeMaxUSec', 'infinity'],
    ['Environment=A=1 "B=x y"', 'Environment=A=1 B=z', 'Environment', 'A=1 B=z'],
    ['Nice=5', 'Nice=-3', 'Nice', '-3'],
    ['UMask=0027', 'UMask=77', 'UMask', '0077'],
    ['KillSignal=SIGINT', 'KillSignal=SIGQUIT', 'KillSignal', '3'],
    ['KillMode=mixed', '', 'KillMode', 'control-group'],
    ['MemoryMax=64M', 'MemoryMax=1G', 'MemoryMax', '1073741824'],
    ['ProtectSystem=true', 'ProtectSystem=full', 'ProtectSystem', 'full'],
    ['NoNewPrivileges=no', 'NoNewPrivileges=1', 'NoNewPrivileges', 'yes'],
    ['ReadWritePaths=/tmp', 'ReadWritePaths=/tmp -/nowhere', 'ReadWritePaths', '/tmp -/nowhere'],
    ['WorkingDirectory=/tmp', 'WorkingDirectory=-/tmp', 'WorkingDirectory', '!/tmp'],
    ['OOMPolicy=continue', 'OOMPolicy=kill', 'OOMPolicy', 'kill'],
    ['SupplementaryGroups=audio', 'SupplementaryGroups=video', 'SupplementaryGroups', 'video'],
    ['CapabilityBoundingSet=CAP_CHOWN', 'CapabilityBoundingSet=CAP_KILL', 'CapabilityBoundingSet', 'cap_kill'],
    [
      'RestrictAddressFamilies=AF_UNIX',
      'RestrictAddressFamilies=AF_INET AF_UNIX',
      'RestrictAddressFamilies',
      'AF_INET AF_UNIX',
    ],
    ['StateDirectory=one', 'StateDirectory=two', 'StateDirectory', 'two'],
    ['SuccessExitStatus=3', 'SuccessExitStatus=TEMPFAIL SIGUSR1', 'SuccessExitStatus', '75 USR1'],
    ['LimitNOFILE=1024:4096', 'LimitNOFILE=2048', 'LimitNOFILE', '2048'],
    ['CPUQuota=20%', 'CPUQuota=50%', 'CPUQuotaPerSecUSec', '500ms'],
    ['RestrictNamespaces=no', 'RestrictNamespaces=yes', 'RestrictNamespaces', 'yes'],
    ['FileDescriptorStoreMax=1', 'FileDescriptorStoreMax=4', 'FileDescriptorStoreMax', '4'],
    ['SecureBits=keep-caps', 'SecureBits=keep-caps', 'SecureBits', '16'],
    ['StandardOutput=append:/run/said', 'StandardOutput=append:/run/said', 'StandardOutput', 'append'],
    ['User=nobody', '', 'User', ''],
    ['RemainAfterExit=yes', 'RemainAfterExit=off', 'RemainAfterExit', 'no'],
    ['Restart=no', 'Restart=always', 'Restart', 'always'],
  ],
};

const textOf = (which: 0 | 1): string =>
  Object.entries(changes)
    .map(([section, rows]) => `[${section}]\n${rows.map((row) => `${row[which]}\n`).join('')}`)
    .join('\n');

/** What a command prints inside, whatever its exit status. */
function inside({ prefix: [command = '', ...args] }: Sandbox, ...line: string[]): string {
  return spawnSync(command, [...args, ...line], { encoding: 'utf8', maxBuffer: 32 << 20 }).stdout;
}

function write(machine: Sandbox, name: string, text: string): void {
  const file = join(dir, 'file');
  writeFileSync(file, text);
  inside(machine, 'install', '-D', '--mode=644', file, `/run/systemd/system/${name}`);
}

function diff(machine: Sandbox, ...names: string[]): readonly UnitReload[] {
  const cli = join(repository, 'server/dist/cli.cjs');
  const printed = inside(machine, process.execPath, cli, 'diff', '--running', '--format', 'json', ...names);
  return (JSON.parse(printed) as { readonly units: UnitReload[] }).units;
}

const property = (machine: Sandbox, unit: string, name: string): string =>
  inside(machine, 'systemctl', 'show', '--value', `--property=${name}`, unit).trim();

if ('missing' in sandbox) {
  rmSync(dir, { recursive: true, force: true });
  console.warn(`skipped: ${sandbox.missing}`);
  test('a systemd of its own', (context) => context.skip(sandbox.missing));
} else {
  beforeAll(() => {
    execFileSync(process.execPath, [join(repository, 'esbuild.mjs')], { cwd: repository, stdio: 'ignore' });
  });

  afterAll(() => {
    sandbox.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  test('of units that a manager has just read nothing would change', () => {
    const listed = inside(sandbox, 'systemctl', 'list-unit-files', '--no-legend', '--no-pager');
    const names = listed
      .split('\n')
      .flatMap((line) => /^(\S+[^@]\.\w+)\s+(?:static|enabled|disabled)/.exec(line)?.[1] ?? []);
    expect(names.length).toBeGreaterThan(50);
    const wrong = diff(sandbox, ...names).flatMap(({ unit, differences }) =>
      differences.map(({ key, running, files }) => `${unit} ${key}: ${running.join(' ')} | ${files.join(' ')}`),
    );
    expect(wrong).toEqual([]);
  });

  describe('a unit whose file was changed', () => {
    let found: readonly UnitReload[] = [];

    beforeAll(() => {
      write(sandbox, 'reload.service', textOf(0));
      inside(sandbox, 'systemctl', 'daemon-reload');
      // A unit that nobody needs is read anew whenever it is asked about.
      inside(sandbox, 'systemctl', 'start', 'reload.service');
      write(sandbox, 'reload.service', textOf(1));
      found = diff(sandbox, 'reload.service');
      inside(sandbox, 'systemctl', 'daemon-reload');
    });

    test.each(Object.entries(changes).flatMap(([section, rows]) => rows.map((row) => [section, ...row] as const)))(
      '[%s] %s becomes "%s": %s=%s after the reload',
      (section, old, now, name, value) => {
        const key = (now || old).slice(0, (now || old).indexOf('='));
        const difference = found[0]!.differences.find((each) => each.section === section && each.key === key);
        expect(property(sandbox, 'reload.service', name)).toBe(value);
        expect(difference?.property).toBe(old === now ? undefined : name);
        expect(difference?.places.length ?? 0).toBe(old === now || now === '' ? 0 : difference!.files.length);
      },
    );

    test('says nothing else, and nothing any more when it was reloaded', () => {
      const changed = Object.values(changes)
        .flat()
        .filter(([old, now]) => old !== now);
      expect(found[0]!.differences.length).toBe(changed.length);
      expect(diff(sandbox, 'reload.service')[0]!.differences).toEqual([]);
    });
  });

  describe('what counts from daemon-reload on', () => {
    test('the schedule of a timer that waits', () => {
      write(sandbox, 'tick.service', '[Service]\nExecStart=/bin/true\n');
      write(sandbox, 'tick.timer', '[Timer]\nOnCalendar=2100-01-01\n');
      inside(sandbox, 'systemctl', 'daemon-reload');
      inside(sandbox, 'systemctl', 'start', 'tick.timer');
      write(sandbox, 'tick.timer', '[Timer]\nOnCalendar=2101-01-01\n');
      const [{ differences }] = diff(sandbox, 'tick.timer') as [UnitReload];
      expect(differences).toMatchObject([{ key: 'OnCalendar', effect: 'reload' }]);
      inside(sandbox, 'systemctl', 'daemon-reload');
      expect(property(sandbox, 'tick.timer', 'NextElapseUSecRealtime')).toContain('2101-01-01');
    });

    test('what systemd runs at the stop, and not the environment of what runs', () => {
      const text = (word: string): string =>
        `[Service]\nEnvironment=WORD=${word}\nExecStart=/bin/sleep infinity\nExecStop=/bin/sh -c "echo ${word} > /run/stopped-by"\n`;
      write(sandbox, 'stays.service', text('old'));
      inside(sandbox, 'systemctl', 'daemon-reload');
      inside(sandbox, 'systemctl', 'start', 'stays.service');
      write(sandbox, 'stays.service', text('new'));
      const [{ differences }] = diff(sandbox, 'stays.service') as [UnitReload];
      expect(differences.map(({ key, effect }) => [key, effect])).toEqual([
        ['Environment', 'restart'],
        ['ExecStop', 'reload'],
      ]);
      inside(sandbox, 'systemctl', 'daemon-reload');
      const pid = property(sandbox, 'stays.service', 'MainPID');
      expect(inside(sandbox, 'cat', `/proc/${pid}/environ`).split('\0')).toContain('WORD=old');
      inside(sandbox, 'systemctl', 'stop', 'stays.service');
      expect(inside(sandbox, 'cat', '/run/stopped-by')).toBe('new\n');
    });
  });

  test('relations that are gone, and nothing that other settings imply', () => {
    const rest = 'RequiresMountsFor=/tmp\n[Service]\nPrivateTmp=yes\nExecStart=/bin/sleep infinity\n';
    const relations = 'Wants=alpha.service beta.service gamma.service\nAfter=alpha.service\nPartOf=basic.target\n';
    write(sandbox, 'related.service', `[Unit]\n${relations}OnFailure=gamma.service\n${rest}`);
    inside(sandbox, 'mkdir', '-p', '/run/systemd/system/related.service.wants');
    inside(sandbox, 'ln', '-s', '../gamma.service', '/run/systemd/system/related.service.wants/gamma.service');
    inside(sandbox, 'systemctl', 'daemon-reload');
    inside(sandbox, 'systemctl', 'start', 'related.service');
    expect(diff(sandbox, 'related.service')[0]!.differences).toEqual([]);
    write(sandbox, 'related.service', `[Unit]\nWants=alpha.service delta.service\n${rest}`);
    const [{ differences }] = diff(sandbox, 'related.service') as [UnitReload];
    expect(differences.map(({ key, running, files }) => [key, running, files])).toEqual([
      ['Wants', ['beta.service'], ['delta.service']],
      ['PartOf', ['basic.target'], []],
      ['After', ['alpha.service'], []],
      ['OnFailure', ['gamma.service'], []],
    ]);
    inside(sandbox, 'systemctl', 'daemon-reload');
    const wants = property(sandbox, 'related.service', 'Wants').split(' ');
    expect(wants.filter((name) => name.endsWith('.service')).sort()).toEqual([
      'alpha.service',
      'delta.service',
      'gamma.service',
    ]);
    expect(property(sandbox, 'related.service', 'OnFailure')).toBe('');
    expect(diff(sandbox, 'related.service')[0]!.differences).toEqual([]);
  });

  test('a file that no manager reads is compared with the unit of its name', () => {
    write(sandbox, 'apart.service', '[Service]\nExecStart=/bin/sleep infinity\nNice=2\n');
    inside(sandbox, 'systemctl', 'daemon-reload');
    const file = join(dir, 'apart.service');
    writeFileSync(file, '[Service]\nExecStart=/bin/sleep infinity\nNice=9\n');
    expect(diff(sandbox, 'apart.service')[0]!.differences).toEqual([]);
    expect(diff(sandbox, file)[0]!.differences).toMatchObject([{ key: 'Nice', running: ['2'], files: ['9'] }]);
  });

  test('units that one drop-in changes are found without being named', () => {
    for (const name of ['many-a.service', 'many-b.service'])
      write(sandbox, name, '[Service]\nExecStart=/bin/sleep infinity\n');
    inside(sandbox, 'systemctl', 'daemon-reload');
    inside(sandbox, 'systemctl', 'start', 'many-a.service', 'many-b.service');
    write(sandbox, 'many-.service.d/10.conf', '[Service]\nNice=4\n');
    const found = diff(sandbox);
    expect(found.map(({ unit, differences }) => [unit, differences.map(({ key }) => key)])).toEqual([
      ['many-a.service', ['Nice']],
      ['many-b.service', ['Nice']],
    ]);
    const cli = join(repository, 'server/dist/cli.cjs');
    expect(inside(sandbox, process.execPath, cli, 'diff', '--running')).toContain(
      '/run/systemd/system/many-.service.d/10.conf takes part in 2 units: many-a.service, many-b.service',
    );
  });
}
