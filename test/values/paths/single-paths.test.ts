import { describe, expect, test } from 'vitest';
import { accepted, judge, outline, rejected, typeOf } from '../table.ts';

const LONG = `/${'a'.repeat(256)}`;

describe('one absolute path', () => {
  accepted('Unit.SourcePath', ['', '/a', '/a//b/', '/a/./b', '/a b', '/%i', '%i', '%h/x', '/ä', '/a\\', '/']);
  rejected('Unit.SourcePath', [
    ['a', 'warning', 'a'],
    ['/a/../b', 'warning', '..'],
    ['"/a b"', 'warning', '"/a b"'],
    ['~/x', 'warning', '~/x'],
    ['/%Z', 'warning', '%Z'],
    [`/x${LONG}/y`, 'warning', 'a'.repeat(256)],
  ]);
  accepted('Service.RootDirectory', ['', '%i', '/proc/x']);
  rejected('Service.RootDirectory', [
    ['a', 'error', 'a'],
    ['/a/..', 'error', '..'],
    ['-/a', 'error', '-/a'],
    ['/%Z', 'error', '%Z'],
  ]);
  accepted('Path.PathExists', ['', '/a*', '/a b', '/%i']);
  rejected('Path.PathExists', [['-/a', 'warning', '-/a']]);
});

describe('EnvironmentFile=', () => {
  accepted('Service.EnvironmentFile', ['', '/a', '-/a', '/a b', '/a/*.env', '%h/.env']);
  rejected('Service.EnvironmentFile', [
    ['-a', 'warning', 'a'],
    ['--/a', 'warning', '-/a'],
    ['"/a"', 'warning', '"/a"'],
    ['-/a/../b', 'warning', '..'],
    ['%i', 'warning', '%i'],
    ['-', 'warning', ''],
  ]);
});

describe('WorkingDirectory=', () => {
  accepted('Service.WorkingDirectory', ['', '~', '-~', '/a', '-/a', '/a b']);
  rejected('Service.WorkingDirectory', [
    ['a', 'error', 'a'],
    ['-a', 'warning', 'a'],
    ['~/x', 'error', '~/x'],
    ['%Z', 'error', '%Z'],
    ['-%Z', 'warning', '%Z'],
    [LONG, 'error', 'a'.repeat(256)],
  ]);
});

describe('PIDFile=', () => {
  accepted('Service.PIDFile', ['', '/a', 'a/b', '.', '%i', '-/a', 'proc/x', '/run/x/']);
  rejected('Service.PIDFile', [
    ['../a', 'error', '..'],
    ['/a/../b', 'error', '..'],
    ['/proc/x', 'error', '/proc/x'],
    ['%Z', 'warning', '%Z'],
  ]);
  accepted('Service.PIDFile', ['/proc/x', '/var/run/x'], { version: 252 });
  test('/var/run is rewritten', () => {
    const [problem] = judge('Service.PIDFile', '/var/run/x.pid');
    expect(problem).toMatchObject({ severity: 'info', replacement: '/run/', start: 0, end: 9 });
  });
  test('a relative one is below the runtime directory', () => {
    const { type, context } = typeOf('Service.PIDFile');
    expect(type.references?.('x.pid', context)?.[0]?.target).toBe('/run/x.pid');
  });
});

describe('What=', () => {
  accepted('Mount.What', ['', 'tmpfs', 'host:/x', 'LABEL=a b', '/a//b', '/dev/x']);
  rejected('Mount.What', [['%Z', 'warning', '%Z']]);
});

describe('RootHash= and RootHashSignature=', () => {
  accepted('Service.RootHash', [
    '',
    '00112233445566778899aabbccddeeff',
    '0011223344556677 8899AABBCCDDEEFF',
    '/a/../%Z',
  ]);
  rejected('Service.RootHash', [
    ['zz', 'warning', 'zz'],
    ['abcd', 'warning', 'abcd'],
    ['00112233445566778899aabbccddeeff0', 'warning', '00112233445566778899aabbccddeeff0'],
  ]);
  accepted('Service.RootHashSignature', ['', 'base64:', 'base64:YW Jj', '/x']);
  rejected('Service.RootHashSignature', [
    ['base64:YWJ', 'warning', 'base64:YWJ'],
    ['YWJj', 'warning', 'YWJj'],
  ]);
});

test('a link leads to where the path will be, unless that depends on the machine or the instance', () => {
  const template = { path: '/etc/systemd/system/a@.service' };
  const links = (value: string, place = {}) => {
    const { type, context } = typeOf('Unit.SourcePath', place);
    return (type.references?.(value, context) ?? []).map(({ target }) => target);
  };
  expect(links('%S/%p/x')).toEqual(['/var/lib/a/x']);
  expect(links('/x/%i', template)).toEqual([]);
  expect(links('%h/x', { manager: 'user' })).toEqual([]);
  expect(links('/x/%m')).toEqual([]);
  expect(outline('/x/%m', judge('Unit.SourcePath', '/x/%m'))).toEqual([]);
});
