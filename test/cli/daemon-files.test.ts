import { expect, test } from 'vitest';
import { run } from './host.ts';

const files = {
  'img/usr/lib/systemd/journald.conf': '[Journal]\nStorage=auto\nSystemMaxUse=1G\n',
  'img/usr/lib/systemd/journald.conf.d/90-wall.conf': '[Journal]\nForwardToWall=perhaps\nCompress=no\n',
  'img/etc/systemd/journald.conf.d/50-storage.conf': '[Journal]\nStorage=persistent\n',
  'img/etc/systemd/resolved.conf': '[Resolve]\nDNS=9.9.9.9\nDNS=\nDNS=1.1.1.1 8.8.8.8\nDNS=::1\n',
};

test('cat prints what the daemon has after its drop-ins, and names what it ignores', async () => {
  const { status, stdout, stderr } = await run(
    ['cat', '--systemd-version', '262', 'img/etc/systemd/journald.conf.d/50-storage.conf'],
    files,
  );
  expect(status).toBe(0);
  expect(stdout).toBe(
    `# journald.conf as its daemon reads it: its file and 2 drop-ins

[Journal]
# img/usr/lib/systemd/journald.conf
SystemMaxUse=1G
# img/etc/systemd/journald.conf.d/50-storage.conf
Storage=persistent
# img/usr/lib/systemd/journald.conf.d/90-wall.conf
Compress=no
`,
  );
  expect(stderr).toContain('90-wall.conf:2: ForwardToWall= in [Journal] is ignored');
});

test('lists are joined, and empty assignments applied', async () => {
  const { stdout } = await run(['cat', '--systemd-version', '262', 'img/etc/systemd/resolved.conf'], files);
  expect(stdout.split('\n').filter((line) => line.startsWith('DNS='))).toEqual(['DNS=1.1.1.1 8.8.8.8', 'DNS=::1']);
});

test('a name below a root, and one that is not there', async () => {
  const found = await run(['cat', '--root', 'img', '--systemd-version', '262', 'journald.conf'], files);
  expect(found.status).toBe(0);
  expect(found.stdout).toContain('Storage=persistent');
  const missing = await run(['cat', '--root', 'img', '--systemd-version', '262', 'logind.conf'], files);
  expect(missing.status).toBe(2);
  expect(missing.stderr).toContain('logind.conf: no such file');
});

test('check takes the files of an image, all or by name', async () => {
  for (const names of [[], ['journald.conf']]) {
    const { stdout } = await run(
      ['check', '--root', 'img', '--systemd-version', '262', '--format', 'concise', ...names],
      files,
    );
    expect(stdout).toContain('90-wall.conf:2:15: warning: ForwardToWall= takes yes or no, not "perhaps"');
  }
});

test('check takes them in a folder', async () => {
  const { stdout } = await run(['check', '--systemd-version', '262', '--format', 'concise', 'img/usr'], files);
  expect(stdout).toContain('90-wall.conf:2:15: warning');
});

test('what an image lacks does not come from the machine', async () => {
  const both = { ...files, '/etc/systemd/logind.conf': '[Login]\nKillUserProcesses=yes\n' };
  const cat = (...names: string[]) => run(['cat', '--root', 'img', '--systemd-version', '262', ...names], both);
  for (const name of ['logind.conf', '/etc/systemd/logind.conf']) {
    const { status, stdout, stderr } = await cat(name);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('logind.conf: no such file');
  }
  const check = await run(['check', '--root', 'img', '--systemd-version', '262', '--format', 'concise'], both);
  expect(check.stdout).not.toContain('logind.conf');
  const paths = [
    'journald.conf',
    'img/etc/systemd/journald.conf.d/50-storage.conf',
    '/etc/systemd/journald.conf.d/50-storage.conf',
  ];
  for (const path of paths) expect((await cat(path)).stdout).toContain('Storage=persistent');
});
