import { describe, expect, test } from 'vitest';
import {
  isMachineLineFolder,
  lineFolders,
  lineTree,
  mayBeAmongLines,
} from '../../../server/src/dialects/lines/places.ts';
import { saidAmong } from './said.ts';

describe('lines of files that are read together', () => {
  const [a, b] = ['/usr/lib/tmpfiles.d/a.conf', '/etc/tmpfiles.d/b.conf'];
  const texts = { [b]: 'd /run/web 0700\n', [a]: '# a\nd /run/web 0755\n' };

  test('of two that speak of one path that of the file whose name comes first counts', () => {
    expect(saidAmong(b, texts)).toEqual([
      `1 info: Line 2 of ${a} says otherwise what "/run/web" is to be; systemd-tmpfiles ignores this line. > ${a}`,
    ]);
    expect(saidAmong(a, texts)).toEqual([]);
  });

  test('a line that is ignored leaves no other without effect', () => {
    const c = '/etc/tmpfiles.d/c.conf';
    expect(saidAmong(c, { ...texts, [c]: 'd /run/web 0755\n' })).toEqual([]);
  });

  test('a line with a fault is none', () => {
    expect(saidAmong(b, { ...texts, [a]: 'd /run/web 9755\n' })).toEqual([]);
  });

  test('users that another file makes otherwise', () => {
    const [first, second] = ['/usr/lib/sysusers.d/a.conf', '/usr/lib/sysusers.d/b.conf'];
    const users = { [first]: 'u web 5\n', [second]: 'u web 6\ng web 6\nu web 5\n' };
    expect(saidAmong(second, users)).toEqual([
      `1 warning: Line 1 of ${first} makes the user "web" otherwise; systemd-sysusers ignores this line. > ${first}`,
    ]);
  });
});

describe('a file of the same name', () => {
  const [own, stronger] = ['/img/usr/lib/sysctl.d/web.conf', '/img/etc/sysctl.d/web.conf'];

  test('in a folder that counts more hides the other', () => {
    const texts = { [stronger]: 'a=1\n', [own]: '\na=2\na\n' };
    expect(saidAmong(own, texts)).toEqual([
      `1 info: ${stronger} has the same name and counts in place of this file: nothing here is read. Files in /etc come before those in /run, /usr/local/lib and /usr/lib. > ${stronger}`,
      expect.stringContaining('3 warning: "a" is not NAME = VALUE'),
    ]);
    expect(saidAmong(stronger, texts)).toEqual([]);
  });

  test('that is empty is a mask', () => {
    expect(saidAmong(own, { [stronger]: '', [own]: 'a=2\n' })).toEqual([
      expect.stringContaining('is empty or leads to /dev/null, and masks this file'),
    ]);
  });

  test('leaves only what is said of the file by itself', () => {
    const [hidden, other] = ['/usr/lib/tmpfiles.d/b.conf', '/usr/lib/tmpfiles.d/a.conf'];
    const texts = { '/etc/tmpfiles.d/b.conf': '', [other]: 'd /x 0700\n', [hidden]: 'd /x\nd /x 0711\n' };
    expect(saidAmong(hidden, texts)).toHaveLength(2);
  });
});

test.each([
  ['/usr/lib/tmpfiles.d', ['/etc/tmpfiles.d', '/run/tmpfiles.d', '/usr/local/lib/tmpfiles.d', '/usr/lib/tmpfiles.d']],
  [
    '/img/run/sysctl.d',
    ['/img/etc/sysctl.d', '/img/run/sysctl.d', '/img/usr/local/lib/sysctl.d', '/img/usr/lib/sysctl.d'],
  ],
  ['etc/binfmt.d', ['etc/binfmt.d', 'run/binfmt.d', 'usr/local/lib/binfmt.d', 'usr/lib/binfmt.d']],
  ['/w/tmpfiles.d', ['/w/tmpfiles.d']],
  ['tmpfiles.d', ['tmpfiles.d']],
  ['/home/me/.config/environment.d', ['/home/me/.config/environment.d']],
])('%s is read with its like', (root, folders) => {
  expect(lineFolders(root)).toEqual(folders);
});

test('which files are read together, and whose they are', () => {
  const names = [
    '/etc/crypttab',
    '/etc/tmpfiles.d/README',
    '/w/tmpfiles.d/a.conf.in',
    'tmpfiles.d/a.conf',
    '/x/a.conf',
  ];
  expect(names.filter(mayBeAmongLines)).toEqual(['tmpfiles.d/a.conf']);
  expect(['/usr/lib/tmpfiles.d', '/img/usr/lib/tmpfiles.d'].map(isMachineLineFolder)).toEqual([true, false]);
  expect(['/usr/lib/tmpfiles.d', '/img/usr/lib/tmpfiles.d', '/w/tmpfiles.d'].map(lineTree)).toEqual([
    '',
    '/img',
    undefined,
  ]);
});
