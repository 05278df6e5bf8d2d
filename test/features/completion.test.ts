// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is systemd's own spelling here
import { describe, expect, test } from 'vitest';
import type { CompletionItem } from '../../server/src/features/completion/completion-item.ts';
import { completion } from '../../server/src/features/completion/index.ts';
import { createDocument } from '../../server/src/features/document.ts';
import type { Environment } from '../../server/src/features/environment.ts';
import { readCursor } from '../lsp/cursor.ts';
import { testEnvironment } from './environment.ts';

interface Asked {
  readonly labels: string[];
  readonly items: readonly CompletionItem[];
  /** The text after taking the item of a label. */
  take(label: string): string;
}

async function ask(marked: string, path = '/etc/systemd/system/a.service', environment?: Environment): Promise<Asked> {
  const { text, offset } = readCursor(marked);
  const document = createDocument(text, { path, version: 257 });
  const items = await completion(document, offset, environment ?? testEnvironment());
  items.sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
  return {
    items,
    labels: items.map(({ label }) => label),
    take(label) {
      const item = items.find((each) => each.label === label);
      if (!item) throw new Error(`no ${label} among ${items.map((each) => each.label).join(' ')}`);
      return text.slice(0, item.span.start) + item.insert + text.slice(item.span.end);
    },
  };
}

describe('what is replaced', () => {
  test.each([
    ['[Service]\nType=no|', 'notify', '[Service]\nType=notify'],
    ['[Service]\nType=no|ne', 'notify', '[Service]\nType=notify'],
    ['[Service]\nType = |', 'notify', '[Service]\nType = notify'],
    ['[Service]\nTy|', 'Type=', '[Service]\nType='],
    ['[Service]\nTy|=simple', 'Type=', '[Service]\nType=simple'],
    ['[Ser|', '[Service]', '[Service]\n'],
    ['[Ser|]', '[Service]', '[Service]\n'],
    ['[Ser|]\n', '[Service]', '[Service]\n\n'],
    ['[Ser|]\nType=simple\n', '[Service]', '[Service]\nType=simple\n'],
    ['[Unit]\nDescription=x\n[|]', '[Service]', '[Unit]\nDescription=x\n\n[Service]\n'],
    ['[Unit]\nDescription=x\n\nInst|', '[Install]', '[Unit]\nDescription=x\n\n[Install]\n'],
    ['[Unit]\nDescription=%|', '%n', '[Unit]\nDescription=%n'],
    ['[Service]\nUser=www|', 'www-data', '[Service]\nUser=www-data'],
    ['[Unit]\nAfter=a.service netw|', 'network.target', '[Unit]\nAfter=a.service network.target'],
    ['[Unit]\nAfter=a.service |', 'network.target', '[Unit]\nAfter=a.service network.target'],
    ['[Unit]\nAfter=net| b.service', 'network.target', '[Unit]\nAfter=network.target b.service'],
    ['[Unit]\nAfter=a.service \\\n  netw|\n', 'network.target', '[Unit]\nAfter=a.service \\\n  network.target\n'],
    ['[Unit]\nAfter=a.service \\\n  |\n', 'network.target', '[Unit]\nAfter=a.service \\\n  network.target\n'],
    ['[Service]\nSystemCallFilter=~@cl|', '@clock', '[Service]\nSystemCallFilter=~@clock'],
    ['[Service]\nSystemCallFilter=read @cl|', '@clock', '[Service]\nSystemCallFilter=read @clock'],
    ['[Service]\nExecStart=/usr/bin/py|', '/usr/bin/python3', '[Service]\nExecStart=/usr/bin/python3'],
    ['[Service]\nExecStart=-py|', '/usr/bin/python3', '[Service]\nExecStart=-/usr/bin/python3'],
    ['[Service]\nExecStart="/usr/bin/py|" a', '/usr/bin/python3', '[Service]\nExecStart="/usr/bin/python3" a'],
    ['[Service]\nExecStart=/bin/sh "/etc/a|"', '/etc/app.conf', '[Service]\nExecStart=/bin/sh "/etc/app.conf"'],
    ['[Service]\nReadOnlyPaths=/var /e|', '/etc/', '[Service]\nReadOnlyPaths=/var /etc/'],
    ['[Service]\nReadOnlyPaths=-/e|', '/etc/', '[Service]\nReadOnlyPaths=-/etc/'],
    ['[Service]\nEnvironmentFile=/etc/app |', '/etc/app 100%.conf', '[Service]\nEnvironmentFile=/etc/app 100%%.conf'],
    ['[Service]\nExecStop=kill $MA|', '$MAINPID', '[Service]\nExecStop=kill $MAINPID'],
    ['[Service]\nExecStop=kill ${MA|', '${MAINPID}', '[Service]\nExecStop=kill ${MAINPID}'],
    ['[Service]\nPassEnvironment=PATH LA|', 'LANG', '[Service]\nPassEnvironment=PATH LANG'],
    ['[Service]\nExecStart=/bin/echo a%|b', '%n', '[Service]\nExecStart=/bin/echo a%nb'],
    [
      '[Unit]\nConditionCapability=!CAP_NET_B|',
      'CAP_NET_BIND_SERVICE',
      '[Unit]\nConditionCapability=!CAP_NET_BIND_SERVICE',
    ],
    ['[Unit]\nConditionGroup=!vi|', 'video', '[Unit]\nConditionGroup=!video'],
    ['[Unit]\nConditionMemory=|', '>= 1G', '[Unit]\nConditionMemory=>= 1G'],
    ['[Service]\nRuntimeDirectory=x |', 'a', '[Service]\nRuntimeDirectory=x a'],
    ['[Service]\nRootImagePolicy=root=verity+si|', 'signed', '[Service]\nRootImagePolicy=root=verity+signed'],
    ['[Service]\nTimeoutStopSec=1h 5m|', 'min', '[Service]\nTimeoutStopSec=1h 5min'],
    ['[Service]\nSupplementaryGroups=adm vi|', 'video', '[Service]\nSupplementaryGroups=adm video'],
    ['[Unit]\nConditionVirtualization=!v|', 'vm', '[Unit]\nConditionVirtualization=!vm'],
    ['[Install]\nWantedBy=mu|', 'multi-user.target', '[Install]\nWantedBy=multi-user.target'],
  ])('%j takes %s', async (marked, label, expected) => {
    expect((await ask(marked)).take(label)).toBe(expected);
  });

  test('options of a mount, between commas', async () => {
    const found = await ask('[Mount]\nOptions=ro,no|,nosuid', '/w/mnt.mount');
    expect(found.take('noexec')).toBe('[Mount]\nOptions=ro,noexec,nosuid');
  });
});

describe('what is offered, and in which order', () => {
  test('sections not there yet, and the one that is being written', async () => {
    expect((await ask('[Unit]\n\n[|')).labels).toEqual(['[Service]', '[Install]']);
    expect((await ask('[Unit]\n\n[Servi|ce]\nType=simple\n')).labels).toEqual(['[Service]', '[Install]']);
  });
  test('in a section its directives, then other sections; nothing that is there already and holds once', async () => {
    const { labels } = await ask('[Unit]\n[Install]\nWantedBy=multi-user.target\n|');
    expect(labels.at(-1)).toBe('[Service]');
    expect(labels.slice(0, 2)).toEqual(['Alias=', 'Also=']);
    expect(labels).not.toContain('[Unit]');
    const service = (await ask('[Service]\nType=oneshot\nExecStart=/bin/true\n|')).labels;
    expect(service).not.toContain('Type=');
    expect(service).toContain('ExecStart=');
  });
  test.each([
    ['[Unit]\n|', 'Description='],
    ['[Service]\n|', 'ExecStart='],
    ['[Service]\nEnv|', 'Environment='],
    ['[Service]\nRest|', 'Restart='],
    ['[Timer]\n|', 'OnCalendar='],
    ['[Socket]\n|', 'ListenStream='],
    ['[Install]\n|', 'WantedBy='],
    ['[Service]\nRestart=|', 'on-failure'],
    ['[Service]\nType=|', 'oneshot'],
    ['[Service]\nPrivateTmp=|', 'yes'],
    ['[Unit]\nDefaultDependencies=|', 'no'],
    ['[Service]\nKillMode=|', 'process'],
    ['[Unit]\nAfter=|', 'network.target'],
    ['[Service]\nUser=|', 'a'],
    ['[Timer]\nPersistent=|', 'yes'],
  ])('%j begins with what most units write: %s', async (marked, first) => {
    const kind = /^\[(Timer|Socket)\]/.exec(marked)?.[1]?.toLowerCase() ?? 'service';
    const environment = testEnvironment({
      users: ['root', 'games', 'nobody', 'www-data', 'a'],
      groups: ['games', 'video'],
    });
    const typed = /\w*(?=\|)/.exec(marked.split('\n').at(-1)!)![0];
    const { labels } = await ask(marked, `/w/a.${kind}`, environment);
    expect(labels.filter((label) => label.startsWith(typed))[0]).toBe(first);
  });
  test('accounts: those of services before root, those of nobody last', async () => {
    const environment = testEnvironment({ users: ['root', 'games', 'nobody', 'anna', 'www-data'] });
    const { labels } = await ask('[Service]\nUser=|', '/w/a.service', environment);
    expect(labels).toEqual(['www-data', 'anna', 'games', 'root', 'nobody']);
  });
  test('a program called as the unit, then those of the machine itself; marks before a program last', async () => {
    const environment = testEnvironment();
    const names: Readonly<Record<string, readonly string[]>> = {
      '/usr/local/bin/': ['zebra'],
      '/usr/bin/': ['backup', 'python3'],
    };
    const files = {
      look: async () => undefined,
      list: async (folder: string, beginning: string) =>
        (names[folder] ?? [])
          .filter((name) => name.startsWith(beginning))
          .map((name) => ({ name, type: 'file' as const, executable: true })),
    };
    const { labels } = await ask('[Service]\nExecStart=|', '/w/backup.service', { ...environment, files });
    expect(labels.slice(0, 3)).toEqual(['/usr/bin/backup', '/usr/local/bin/zebra', '/usr/bin/']);
    expect(labels.slice(-2)).toEqual(['+', '!']);
  });
  test('programs of that name for a relative path, which systemd would not take', async () => {
    const files = {
      look: async () => undefined,
      list: async (folder: string, beginning: string) =>
        folder === '/usr/bin/' && 'python3'.startsWith(beginning)
          ? [{ name: 'python3', type: 'file' as const, executable: true }]
          : [],
    };
    for (const typed of ['py', './py', 'bin/py']) {
      const { items } = await ask(`[Service]\nExecStart=${typed}|`, '/w/a.service', { ...testEnvironment(), files });
      const [found] = items.filter(({ label }) => label === '/usr/bin/python3');
      expect(found?.filter ?? 'python3').toBe(`${typed.slice(0, -2)}python3`);
      expect(found?.span).toEqual({ start: 20, end: 20 + typed.length });
    }
  });
  test('directives: unset, set, newer than the target, gone', async () => {
    const { labels, items } = await ask('[Service]\nExecStart=/bin/a\n|\n');
    const order = ['Restart=', 'ExecStart=', 'RefreshOnReload=', 'MemoryLimit='].map((label) => labels.indexOf(label));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(items.find(({ label }) => label === 'RefreshOnReload=')?.detail).toContain('the target is 257');
  });
  test('what enables a unit of this kind', async () => {
    expect((await ask('[Install]\nWantedBy=|')).labels[0]).toBe('multi-user.target');
    expect((await ask('[Install]\nWantedBy=|', '/w/a.mount')).labels[0]).toBe('local-fs.target');
    expect((await ask('[Install]\nWantedBy=|', '/w/a.timer')).labels[0]).toBe('timers.target');
    expect((await ask('[Install]\nWantedBy=|', '/w/a.socket')).labels[0]).toBe('sockets.target');
    expect((await ask('[Install]\nWantedBy=|', '/home/me/.config/systemd/user/a.service')).labels[0]).toBe(
      'default.target',
    );
  });
  test('the partner, then units of the workspace; never the unit itself, nor what is listed already', async () => {
    const environment = testEnvironment();
    for (const name of ['backup.timer', 'backup.service', 'db.service', 'worker@.service']) {
      environment.units.add(`/w/${name}`, 'workspace');
    }
    environment.units.add('/usr/lib/systemd/system/cron.service', 'machine');
    const timer = await ask('[Timer]\nUnit=|', '/w/backup.timer', environment);
    expect(timer.labels[0]).toBe('backup.service');
    const service = await ask('[Unit]\nAfter=db.service |', '/w/backup.service', environment);
    expect(service.labels[0]).toBe('backup.timer');
    expect(service.labels).not.toContain('db.service');
    expect(service.labels).not.toContain('backup.service');
    expect(service.labels.indexOf('worker@.service')).toBeLessThan(service.labels.indexOf('cron.service'));
    expect(service.take('worker@.service')).toContain('After=db.service worker@${1:instance}.service');
  });
  test('only kinds that fit', async () => {
    const environment = testEnvironment();
    for (const name of ['a.socket', 'b.slice', 'c.service']) environment.units.add(`/w/${name}`, 'workspace');
    expect((await ask('[Service]\nSockets=|', '/w/a.service', environment)).labels[0]).toBe('a.socket');
    const slices = (await ask('[Service]\nSlice=|', '/w/a.service', environment)).labels;
    expect(slices[0]).toBe('b.slice');
    expect(slices.every((label) => label.endsWith('.slice'))).toBe(true);
  });
  test('specifiers that hold in unit names are fewer', async () => {
    const names = (await ask('[Unit]\nAfter=foo@%|')).labels;
    const all = (await ask('[Service]\nExecStart=/bin/echo %|')).labels;
    expect(names).toContain('%i');
    expect(names).not.toContain('%t');
    expect(all).toContain('%t');
    expect((await ask('[Service]\nExecStart=/bin/echo %%|')).labels).not.toContain('%t');
  });
  test('variables the unit sets come before those of systemd', async () => {
    const found = await ask('[Service]\nEnvironment="PORT=80" DIR=/x\nExecStart=/bin/a $|\n');
    expect(found.labels.slice(0, 2)).toEqual(['$DIR', '$PORT']);
  });
  test('programs where one is run, files elsewhere, folders everywhere', async () => {
    expect((await ask('[Service]\nExecStart=/usr/bin/|')).labels).toEqual(['/usr/bin/perl', '/usr/bin/python3']);
    expect((await ask('[Service]\nExecStart=/bin/cat /usr/bin/n|')).labels).toEqual(['/usr/bin/notes']);
    expect((await ask('[Service]\nWorkingDirectory=/|')).labels).toEqual(['/etc/', '/usr/']);
  });
  test('nothing in comments, in files that are no units, without a section for values', async () => {
    expect((await ask('[Service]\n# Ty|')).labels).toEqual([]);
    expect((await ask('Type=|', '/w/notes.txt')).labels).toEqual([]);
  });
});

describe('whole units', () => {
  test('in an empty file those of its kind come first, then sections', async () => {
    const { labels } = await ask('|', '/w/job.service');
    expect(labels.slice(0, 3)).toEqual(['service', 'service-script', 'service-timer']);
    expect(labels.filter((label) => !label.startsWith('service'))).toEqual(['[Unit]', '[Service]', '[Install]']);
    expect((await ask('# A job.\n\ntim|', '/w/job.timer')).labels[0]).toBe('timer');
    expect((await ask('[Unit]\n|', '/w/job.service')).labels).not.toContain('service');
  });
  test('what fits: of instances in templates only, and in drop-ins what their unit may have', async () => {
    expect((await ask('|', '/w/job.service')).labels).not.toContain('service-template');
    expect((await ask('|', '/w/job@.service')).labels.slice(0, 2)).toEqual(['service-template', 'service-connection']);
    expect((await ask('|', '/w/job.timer.d/a.conf')).labels).toEqual([
      'drop-in-order',
      '[Unit]',
      '[Timer]',
      '[Install]',
    ]);
    expect((await ask('|', '/w/job.service.d/a.conf')).labels).toContain('drop-in-command');
  });
  test('a text without a name may become any unit', async () => {
    expect((await ask('ser|', '/Untitled-1')).labels).toEqual(expect.arrayContaining(['service', 'timer', 'mount']));
  });
  test('they know the name of the file, and what it stands for', async () => {
    const { items } = await ask('|', '/w/srv-data.mount');
    const [mount] = items;
    expect(mount!.insert).toContain('Where=${3:/srv/data}');
    expect(mount!.plain).toContain('Where=/srv/data\n');
    expect((await ask('|', '/w/web.service')).take('service-web')).toContain('Requires=web.socket');
  });
});
