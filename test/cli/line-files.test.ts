import { expect, test } from 'vitest';
import { run } from './host.ts';

const files = {
  'img/usr/lib/tmpfiles.d/web.conf': 'd /run/web 0755\n',
  'img/usr/lib/tmpfiles.d/db.conf': 'd run/db\n',
  'img/etc/tmpfiles.d/web.conf': 'd /run/web 0700',
  'img/run/tmpfiles.d/a.conf': '# nothing\n',
  'img/etc/tmpfiles.d/README': 'y\n',
  'img/usr/lib/sysusers.d/web.conf': 'u 0web\n',
  'img/etc/crypttab': 'root\n',
};

test('cat prints the files that count, in the order in which they are read', async () => {
  const { status, stdout } = await run(['cat', '--root', 'img', '--systemd-version', '262', 'tmpfiles.d'], files);
  expect(status).toBe(0);
  expect(stdout).toBe(
    '# /run/tmpfiles.d/a.conf\n# nothing\n\n# /usr/lib/tmpfiles.d/db.conf\nd run/db\n\n# /etc/tmpfiles.d/web.conf\nd /run/web 0700\n',
  );
});

test('cat says which set there is nothing of', async () => {
  const { status, stderr } = await run(['cat', '--root', 'img', '--systemd-version', '262', 'binfmt.d'], files);
  expect(status).toBe(2);
  expect(stderr).toContain('binfmt.d: no such file');
});

test('check takes the files of an image that count, all or by name', async () => {
  const check = async (...names: string[]): Promise<string[]> => {
    const args = ['check', '--root', 'img', '--systemd-version', '262', '--format', 'concise', ...names];
    const { stdout } = await run(args, files);
    return stdout.split('\n').filter((line) => line.includes('error'));
  };
  expect(await check()).toEqual([
    expect.stringContaining('img/usr/lib/tmpfiles.d/db.conf:1:3: error: The path "run/db" does not begin with a slash'),
    expect.stringContaining('img/usr/lib/sysusers.d/web.conf:1:3: error: "0web" is not the name of a user or group'),
    expect.stringContaining('img/etc/crypttab:1:1: error: This line ends before the device'),
    expect.stringMatching(/^3 errors/),
  ]);
  expect(await check('sysusers.d')).toEqual([expect.stringContaining('"0web"'), expect.stringMatching(/^1 error/)]);
});

test('check finds them in folders, by folder and name, and format aligns them', async () => {
  const { stdout } = await run(['check', '--systemd-version', '262', '--format', 'concise', 'img'], files);
  expect(stdout).toContain('sysusers.d/web.conf:1:3');
  expect(stdout).not.toContain('README');
  const changed = await run(['format', '--check', 'pkg'], { 'pkg/etc/tmpfiles.d/a.conf': 'd     /a\nL+ /b\n' });
  expect(changed.stdout).toBe('pkg/etc/tmpfiles.d/a.conf\n');
});

test('accounts that neither the image nor a line of its sysusers.d has', async () => {
  const image = {
    'img/usr/lib/x86_64-linux-gnu/systemd/libsystemd-shared-257.so': '',
    'img/usr/lib/systemd/libsystemd-shared-257.so': '',
    'img/etc/passwd': 'root:x:0:0::/root:/bin/sh\n',
    'img/etc/group': 'root:x:0:\n',
    'img/usr/lib/sysusers.d/web.conf': 'u web\n',
    'img/usr/lib/tmpfiles.d/web.conf': 'd /run/a 0755 web web\nd /run/b 0755 root 7\nd /run/c 0755 webb root\n',
  };
  const { stdout } = await run(['check', '--root', 'img', '--format', 'concise', 'tmpfiles.d'], image);
  expect(stdout.split('\n').filter((line) => line.includes('line-account'))).toEqual([
    expect.stringContaining(
      'web.conf:3:15: info: There is no user "webb" in this image, and no line of sysusers.d makes one; systemd-tmpfiles drops this line.',
    ),
  ]);
});

test('check reads the files of a folder, a tree and an image together', async () => {
  const image = {
    'img/usr/lib/tmpfiles.d/b.conf': 'd /run/web 0755\n',
    'img/etc/tmpfiles.d/a.conf': 'd /run/web 0700\n',
    'img/usr/lib/tmpfiles.d/c.conf': 'd /c\n',
    'img/etc/tmpfiles.d/c.conf': 'd /c\n',
  };
  const overridden =
    'img/usr/lib/tmpfiles.d/b.conf:1:3: info: Line 1 of img/etc/tmpfiles.d/a.conf says otherwise what "/run/web" is to be; systemd-tmpfiles ignores this line. [line-overridden]';
  const hidden = expect.stringContaining(
    'img/usr/lib/tmpfiles.d/c.conf:1:1: info: img/etc/tmpfiles.d/c.conf has the same name',
  );
  const lines = async (...args: string[]): Promise<string[]> => {
    const { stdout } = await run(['check', '--systemd-version', '262', '--format', 'concise', ...args], image);
    return stdout.split('\n').filter((line) => line.includes('line-'));
  };
  expect(await lines('img')).toEqual([overridden, hidden]);
  expect(await lines('img/usr/lib/tmpfiles.d/b.conf')).toEqual([overridden]);
  // A hidden file is not read, so nothing is said of it.
  expect(await lines('--root', 'img')).toEqual([overridden]);
});

test('a link to /dev/null masks a file', async () => {
  const image = { 'img/usr/lib/sysctl.d/a.conf': 'a=1\n', 'img/etc/sysctl.d/a.conf': '' };
  const readLink = (path: string) => (path === 'img/etc/sysctl.d/a.conf' ? '/dev/null' : undefined);
  const args = ['check', '--systemd-version', '262', '--format', 'concise', 'img'];
  const { stdout } = await run(args, image, '', { readLink });
  expect(stdout).toContain('masks this file');
});

test('directories that a service and a line of tmpfiles.d make', async () => {
  const unit = '[Service]\nExecStart=/bin/true\n';
  const image = {
    'img/usr/lib/systemd/systemd': '',
    'img/usr/lib/systemd/system/web.service': `${unit}RuntimeDirectory=web:x %p\nLogsDirectory=web\nLogsDirectory=\nCacheDirectory=web/\n`,
    'img/usr/lib/tmpfiles.d/web.conf': '# c\nd /run/web/ 0755\nd /var/log/web\nz /var/cache/web 0700\n',
  };
  const lines = async (...args: string[]): Promise<string[]> => {
    const { stdout } = await run(['check', '--systemd-version', '262', '--format', 'concise', ...args], image);
    return stdout.split('\n').filter((line) => line.includes('made-twice'));
  };
  const found = [
    'img/usr/lib/systemd/system/web.service:3:18: info: Line 2 of img/usr/lib/tmpfiles.d/web.conf makes /run/web as well; RuntimeDirectory= gives it the owner and mode of this service when that is started, so both should say the same. [directory-made-twice]',
  ];
  expect(await lines('--root', 'img')).toEqual(found);
  expect(await lines('img')).toEqual(found);
});
