import { describe, expect, test } from 'vitest';
import { escapeUnitName, instantiate, unitOfFile } from '../../client/src/systemd/unit-of-file.ts';
import { parseUnitName } from '../../server/src/schema/unit-name.ts';

describe('the unit a file stands for', () => {
  test.each([
    ['/etc/systemd/system/web.service', 'web.service', 'system'],
    ['/home/me/.config/systemd/user/tea.timer', 'tea.timer', 'user'],
    ['/work/user/tea.timer', 'tea.timer', 'user'],
    ['/work/web.service.d/10-limits.conf', 'web.service', 'system'],
    ['/work/worker@.service', 'worker@.service', 'system'],
    ['/work/-h.service', '-h.service', 'system'],
    ['/etc/systemd/system/web.service.d/.#override.conf0123456789abcdef', 'web.service', 'system'],
  ])('%s', (path, unit, manager) => {
    expect(unitOfFile(path)).toMatchObject({ unit: { text: unit }, manager });
  });
});

describe('files without a unit say why', () => {
  test.each([
    ['/work/$(reboot).service', String.raw`Rename the file to \x24\x28reboot\x29.service`],
    ['/work/a b.service', String.raw`Rename the file to a\x20b.service`],
    ['/work/a b.service.d/x.conf', String.raw`Rename the file to a\x20b.service`],
    ['/work/@x.service', 'is not a name systemd accepts'],
    ['/work/web.service.in', 'from which a build creates a unit'],
    ['/work/service.d/x.conf', 'applies to every service unit'],
    ['/work/web-.service.d/x.conf', 'every unit whose name begins with web-'],
    ['/work/README.md', 'is not the name of a unit'],
  ])('%s', (path, reason) => {
    expect(unitOfFile(path)).toEqual({ refusal: expect.stringContaining(reason) });
  });
});

// As systemd-escape --mangle of systemd 252 prints them.
test.each([
  ['$(reboot).service', String.raw`\x24\x28reboot\x29.service`],
  ['ä.service', String.raw`\xc3\xa4.service`],
  ['x/y.service', 'x-y.service'],
  ['foo@a b.service', String.raw`foo@a\x20b.service`],
  ['-h.service', '-h.service'],
])('escapes %s', (name, escaped) => {
  expect(escapeUnitName(name)).toBe(escaped);
});

test('makes an instance of a template', () => {
  const template = parseUnitName('worker@.service')!;
  expect(instantiate(template, 'one')).toMatchObject({ text: 'worker@one.service' });
  expect(instantiate(template, '')).toEqual({ refusal: 'An instance needs a name.' });
  expect(instantiate(template, '$(reboot)')).toEqual({
    refusal: expect.stringContaining('not a name systemd accepts'),
  });
});
