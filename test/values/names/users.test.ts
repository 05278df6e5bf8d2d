import { describe, expect, test } from 'vitest';
import { accepted, judge, outline, rejected } from '../table.ts';

describe('User= and Group=', () => {
  accepted('Service.User', [
    '',
    'root',
    'Foo',
    '0',
    '65534',
    '4294967294',
    '%u',
    '_apt',
    'foo bar',
    'foo.bar',
    '0x10',
    '--',
    'a'.repeat(300),
  ]);
  rejected('Service.User', [
    ['65535', 'error', '65535'],
    ['4294967295', 'error', '4294967295'],
    ['-1', 'error', '-1'],
    ['01', 'error', '01'],
    ['-', 'error', '-'],
    ['..', 'error', '..'],
    ['foo:bar', 'error', 'foo:bar'],
    ['foo/bar', 'error', 'foo/bar'],
    ['%i', 'error', '%i'],
    ['%Z', 'error', '%Z'],
  ]);
  test('remarks of systemd are information', () => {
    expect(outline('nobody', judge('Service.User', 'nobody'))).toEqual(["info 'nobody'"]);
    expect(judge('Service.Group', 'nobody')).toEqual([]);
    expect(outline('foo bar', judge('Service.User', 'foo bar'))).toEqual(["info 'foo bar'"]);
    expect(outline('x', judge('Service.User', 'a'.repeat(32)))).toEqual(["info 'x'"]);
  });
  test('an instance is there in templates, and may be in drop-ins for many units', () => {
    expect(judge('Service.User', '%i', { path: '/etc/systemd/system/a@.service' })).toEqual([]);
    expect(judge('Service.User', '%i', { path: '/etc/systemd/system/service.d/x.conf' })).toEqual([]);
  });
});

describe('SupplementaryGroups=', () => {
  accepted('Service.SupplementaryGroups', ['', '\u00a0a', 'a b 0', 'a\\d', '"a b"']);
  rejected('Service.SupplementaryGroups', [
    ['a b:c 65535', 'error', 'b:c'],
    ['a %Z b', 'error', '%Z'],
  ]);
});
