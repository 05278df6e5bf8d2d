import { expect, test } from 'vitest';
import { identify, identifyPath } from '../../../server/src/dialects/index.ts';
import { parse } from '../../../server/src/syntax/parse.ts';

const shown = (path: string, text?: string): string | undefined => {
  const file = text === undefined ? identifyPath(path) : identify(path, parse(text));
  return file && `${file.dialect} ${file.kind} ${file.role}${file.isSource ? ' source' : ''}${file.skipped ?? ''}`;
};

test.each([
  ['/etc/systemd/system.conf', 'daemon-conf system.conf fragment'],
  ['/run/systemd/user.conf', 'daemon-conf user.conf fragment'],
  ['/home/me/.config/systemd/user.conf.d/x.conf', 'daemon-conf user.conf drop-in'],
  ['/usr/lib/systemd/journald.conf', 'daemon-conf journald.conf fragment'],
  ['/usr/lib/systemd/journald.conf.d/10-size.conf', 'daemon-conf journald.conf drop-in'],
  ['/etc/systemd/journald@web.conf', 'daemon-conf journald@.conf fragment'],
  ['/etc/systemd/journald@web.conf.d/x.conf', 'daemon-conf journald@.conf drop-in'],
  ['/etc/systemd/journald.conf.d/notes.txt', 'daemon-conf journald.conf drop-insuffix'],
  ['/etc/systemd/journald.conf.d/.x.conf', 'daemon-conf journald.conf drop-inhidden'],
  ['/etc/systemd/logind.conf.in', 'daemon-conf logind.conf fragment source'],
  ['/etc/systemd/logind.conf.hbs', 'daemon-conf logind.conf fragment source'],
  ['/etc/udev/udev.conf', 'daemon-conf udev.conf fragment'],
  ['/run/udev/udev.conf.d/10-log.conf', 'daemon-conf udev.conf drop-in'],
])('%s is %s by its path', (path, expected) => {
  expect(shown(path)).toBe(expected);
});

test.each([
  '/etc/systemd/journald@.conf',
  '/etc/systemd/udev.conf',
  '/etc/udev/journald.conf',
  '/etc/systemd/journald.conf.bak',
  '/etc/systemd/homed.config',
  '/etc/foo/system.conf',
  '/etc/foo/user.conf.d/x.conf',
  '/deploy/files/journald.conf',
  '/etc/systemd/dnssd/x.conf',
])('%s is nothing by its path', (path) => {
  expect(shown(path)).toBeUndefined();
});

test.each([
  ['/deploy/files/journald.conf', '[Journal]\nStorage=auto\n', 'daemon-conf journald.conf fragment'],
  ['/deploy/templates/resolved.conf.j2', '[Resolve]\nDNS={{ dns }}\n', 'daemon-conf resolved.conf fragment source'],
  ['/deploy/system.conf.d/limits.conf', '[Manager]\nDefaultLimitNOFILE=1024\n', 'daemon-conf system.conf drop-in'],
  ['/deploy/files/journald.conf', '[Journal]\n[Other]\n', undefined],
  ['/deploy/files/journald.conf', 'Storage=auto\n', undefined],
  ['/deploy/limits.conf', '[Manager]\nDefaultLimitNOFILE=1024\n', undefined],
])('%s with its sections is %s', (path, text, expected) => {
  expect(shown(path, text)).toBe(expected);
});
