import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catCommand } from '../../server/src/cli/cat-command.ts';
import { nodeCliHost } from '../../server/src/node/cli-host.ts';
import { bootSandbox, type Sandbox } from '../vscode/sandbox.mjs';

const ETC = '/etc/systemd/system';
const RUN = '/run/systemd/system';
const LIB = '/usr/lib/systemd/system';

/** Every file adds a variable, so that the variables tell which files count, and in which order. */
const FILES: Readonly<Record<string, string>> = {
  [`${LIB}/app-web-front.service`]:
    '[Unit]\nDescription=Front\nWants=app-a.target\nDocumentation=man:a(1)\n[Service]\nEnvironment=LIB=1\n' +
    'ExecStart=/bin/sleep 1\nExecStartPre=/bin/true one\nSupplementaryGroups=adm\nNice=3\nPassEnvironment=A B\n',
  [`${LIB}/app-web-front.service.d/10-vendor.conf`]: '[Service]\nEnvironment=VENDOR=1\nNice=4\n',
  [`${LIB}/app-web-front.service.d/60-masked.conf`]: '[Service]\nEnvironment=MASKED=1\n',
  [`${ETC}/app-web-front.service.d/60-masked.conf`]: '-> /dev/null',
  [`${ETC}/app-web-front.service.d/50-own.conf`]:
    '[Unit]\nDescription=Front of ours\nWants=\nWants=app-b.target\n[Service]\nEnvironment=OWN=1\nExecStart=\n' +
    'ExecStart=/bin/sleep 2\nExecStartPre=/bin/true two\nPassEnvironment=\nPassEnvironment=C\nRestart=always\n',
  [`${RUN}/app-web-front.service.d/40-run.conf`]: '[Service]\nEnvironment=RUN=1\nTimeoutStopSec=90\nRestart=alwys\n',
  [`${RUN}/app-web-front.service.d/50-own.conf`]: '[Service]\nEnvironment=HIDDEN=1\n',
  [`${ETC}/app-web-.service.d/20-prefix.conf`]: '[Service]\nEnvironment=PREFIX=1\nSupplementaryGroups=daemon\n',
  [`${ETC}/app-web-.service.d/50-own.conf`]: '[Service]\nEnvironment=HIDDEN_TOO=1\n',
  [`${LIB}/app-.service.d/30-short.conf`]:
    '[Unit]\nDocumentation=\nDocumentation=man:b(1)\n[Service]\nEnvironment=SHORT=1\n',
  [`${ETC}/service.d/05-type.conf`]: '[Service]\nEnvironment=TYPE=1\nNice=1\n',
  [`${ETC}/app-web-front.service.d/55-broken.conf`]:
    '[Service]\nEnvironment=BEFORE=1\nUser=a/b\nEnvironment=AFTER=1\nNice=9\n[Unit]\nDescription=After\n',
  [`${ETC}/app-web-front.service.d/56-cut.conf`]: '[Service]\nEnvironment=ABOVE=1\n[Service] # more\nNice=9\n',
  [`${ETC}/app-web-front.service.d/.hidden.conf`]: '[Service]\nEnvironment=HIDDEN_FILE=1\n',
  [`${ETC}/app-web-front.service.d/58-saved.conf~`]: '[Service]\nEnvironment=BACKUP=1\n',
  [`${ETC}/app-web-front.service.d/59-saved.conf.rpmsave`]: '[Service]\nEnvironment=SAVED=1\n',
  [`${ETC}/app-alias.service`]: `-> ${LIB}/app-web-front.service`,
  [`${ETC}/app-alias.service.d/45-alias.conf`]: '[Service]\nEnvironment=ALIAS=1\n',
  [`${LIB}/job@.service`]: '[Service]\nEnvironment=LIB=1\nExecStart=/bin/echo %i\nNice=2\n',
  [`${ETC}/job@.service.d/10.conf`]: '[Service]\nEnvironment=TEMPLATE=1\nNice=5\n',
  [`${LIB}/job@one.service.d/10.conf`]: '[Service]\nEnvironment=HIDDEN_BY_ETC=1\n',
  [`${ETC}/job@one.service.d/20.conf`]: '[Service]\nEnvironment=INSTANCE=1\nExecStart=\nExecStart=/bin/echo other\n',
};

/** Generous: other tests may keep the machine busy. */

const shared = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), '.cache');
mkdirSync(shared, { recursive: true });
const dir = mkdtempSync(join(shared, 'effective-'));
const sandbox = bootSandbox(join(dir, 'sandbox'));

if ('missing' in sandbox) {
  rmSync(dir, { recursive: true, force: true });
  console.warn(`skipped: ${sandbox.missing}`);
  test('a systemd of its own', (context) => context.skip(sandbox.missing));
} else {
  afterAll(() => {
    sandbox.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  beforeAll(() => install(sandbox));
  describe.each(['app-web-front.service', 'app-alias.service', 'job@one.service'])('%s', (name) =>
    compare(sandbox, name),
  );
}

const inside = ({ prefix: [command = '', ...args] }: Sandbox, ...line: string[]): string =>
  execFileSync(command, [...args, ...line], { encoding: 'utf8' });

/** Written here and copied there: the machine's own units stay as they are. */
function install(running: Sandbox): void {
  for (const [path, text] of Object.entries(FILES)) {
    const file = join(dir, 'tree', path);
    mkdirSync(dirname(file), { recursive: true });
    const target = /^-> (.*)/.exec(text)?.[1];
    if (target === undefined) writeFileSync(file, text);
    else symlinkSync(target, file);
  }
  inside(running, 'cp', '-r', '--no-dereference', '--no-target-directory', `${dir}/tree`, '/');
  inside(running, 'systemctl', 'daemon-reload');
}

function compare(running: Sandbox, name: string): void {
  test('is of the same files, in the same order', async () => {
    // With /lib a link to /usr/lib systemd may say either; it lists masked drop-ins, of which nothing is read.
    const cat = inside(running, 'systemctl', 'cat', name).replace(/^# \/lib\//gm, '# /usr/lib/');
    const theirs = cat.match(/^# (\/.*)$/gm)!.filter((line) => !line.endsWith('-masked.conf'));
    const ours = (await effective(running, name)).match(/^# (\/.*)$/gm);
    // Each section names its files; all of them are in [Service].
    expect(ours?.slice(-theirs.length)).toEqual(theirs);
    expect(new Set(ours)).toEqual(new Set(theirs));
  });

  test('wants the same', async () => {
    const wants = valuesOf(await effective(running, name), 'Wants');
    expect(wants).toEqual(property(running, name, 'Wants').split(' ').filter(Boolean).sort());
  });

  test('has the same values', async () => {
    const text = await effective(running, name);
    const keys = [
      'Description',
      'Nice',
      'Restart',
      'Environment',
      'PassEnvironment',
      'SupplementaryGroups',
      'Documentation',
    ];
    for (const key of keys) {
      const said = valuesOf(text, key).join(' ');
      if (said !== '') expect(`${key}=${said}`).toBe(`${key}=${property(running, name, key)}`);
    }
    for (const key of ['ExecStartPre', 'ExecStart']) {
      const argv = [...property(running, name, key).matchAll(/argv\[\]=(.*?) ;/g)].map(([, words]) => words);
      expect(valuesOf(text, key).map((value) => value.replace('%i', 'one'))).toEqual(argv);
    }
    expect(property(running, name, 'TimeoutStopUSec')).toBe('1min 30s');
  });
}

const valuesOf = (text: string, key: string): string[] =>
  [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);

const property = (running: Sandbox, name: string, key: string): string =>
  inside(running, 'systemctl', 'show', '--value', '--property', key, name).trim().replaceAll('"', '');

async function effective({ dir: state }: Sandbox, name: string): Promise<string> {
  const root = `/proc/${readFileSync(join(state, 'pid'), 'utf8').trim()}/root`;
  let text = '';
  await catCommand({ ...nodeCliHost(), stdout: (part) => (text += part) }, ['--root', root, name]);
  return text.replaceAll(root, '');
}
