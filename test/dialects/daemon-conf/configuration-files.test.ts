import { expect, test } from 'vitest';
import {
  configurationCalled,
  configurationOf,
  loadOrder,
} from '../../../server/src/dialects/daemon-conf/configuration-files.ts';

/** The files of a tree that are read, in order, from the point of view of one of them. */
function order(path: string, files: readonly string[], version = 262): string[] {
  const namesIn = (folder: string): string[] =>
    files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1).split('/')[0]!);
  return loadOrder(configurationOf(path)!, { namesIn, version });
}

const FILES = [
  '/img/usr/lib/systemd/journald.conf',
  '/img/usr/lib/systemd/journald.conf.d/50-vendor.conf',
  '/img/usr/lib/systemd/journald.conf.d/10-size.conf',
  '/img/run/systemd/journald.conf.d/60-run.conf',
  '/img/etc/systemd/journald.conf.d/10-size.conf',
  '/img/etc/systemd/journald.conf.d/.hidden.conf',
  '/img/etc/systemd/journald.conf.d/notes.txt',
  '/etc/systemd/journald.conf',
];

test('the main file, then drop-ins by name; of two with one name that in /etc', () => {
  expect(order('/img/etc/systemd/journald.conf.d/10-size.conf', FILES)).toEqual([
    '/img/usr/lib/systemd/journald.conf',
    '/img/etc/systemd/journald.conf.d/10-size.conf',
    '/img/usr/lib/systemd/journald.conf.d/50-vendor.conf',
    '/img/run/systemd/journald.conf.d/60-run.conf',
  ]);
});

test('older daemons read the main file in /etc alone', () => {
  expect(order('/img/usr/lib/systemd/journald.conf', FILES, 254)[0]).toBe(
    '/img/etc/systemd/journald.conf.d/10-size.conf',
  );
});

test('files of one folder only, where it is in no tree', () => {
  const files = ['/home/me/.config/systemd/user.conf', '/etc/systemd/user.conf'];
  expect(order('/home/me/.config/systemd/user.conf', files)).toEqual([files[0]]);
});

test('a configuration by its name', () => {
  expect(configurationCalled('journald@web.conf')?.folders[0]).toBe('/etc/systemd');
  expect(configurationCalled('web.service')).toBeUndefined();
  expect(configurationCalled('a/journald.conf')).toBeUndefined();
});
