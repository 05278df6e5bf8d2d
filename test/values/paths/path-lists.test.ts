import { describe, expect, test } from 'vitest';
import { accepted, judge, rejected, typeOf } from '../table.ts';

describe('ReadWritePaths= and its like', () => {
  accepted('Service.ReadWritePaths', [
    '',
    '/a /b',
    '-/a',
    '+/a',
    '-+/a',
    '"-/a b"',
    '/a/*',
    '/a\\x20b',
    '/a\\d',
    '/a,/b',
    '%S/x',
  ]);
  rejected('Service.ReadWritePaths', [
    ['a /b', 'warning', 'a'],
    ['+-/a', 'warning', '-/a'],
    ['/a %Z', 'warning', '%Z'],
    ['-', 'warning', ''],
    ['/a ""', 'warning', '""'],
    ['/b "/a', 'warning', '"/a'],
    ['/a\\', 'warning', '\\'],
    ['/a "/b c/../d"', 'warning', '..'],
  ]);
  test('each is a link without its prefixes', () => {
    const { type, context } = typeOf('Service.ReadWritePaths');
    const value = '-+/a "/b c" x';
    expect(
      type.references?.(value, context).map(({ start, end, target }) => [value.slice(start, end), target]),
    ).toEqual([
      ['/a', '/a'],
      ['"/b c"', '/b c'],
    ]);
  });
});

describe('Symlinks=, RequiresMountsFor=, ExecSearchPath=', () => {
  accepted('Socket.Symlinks', ['', '/a /b', '"/a b"', '/%i']);
  rejected('Socket.Symlinks', [['/a b', 'warning', 'b']]);
  accepted('Unit.RequiresMountsFor', ['', '/a /b', '"/a b"', '/a,/b']);
  rejected('Unit.RequiresMountsFor', [
    ['/a b', 'warning', 'b'],
    ['-/a', 'warning', '-/a'],
  ]);
  rejected('Unit.RequiresMountsFor', [['/a b', 'warning', 'b']], { version: 252 });
  accepted('Service.ExecSearchPath', ['', '/a:/b', '/a b', '%h/bin:/usr/bin']);
  rejected('Service.ExecSearchPath', [
    ['/a:b', 'warning', 'b'],
    ['/a::/b', 'warning', ''],
    ['/a:', 'warning', ''],
    ['"/a"', 'warning', '"/a"'],
  ]);
  test('one bad entry among others costs itself alone', () => {
    expect(judge('Unit.RequiresMountsFor', '/a b')[0]?.effect).toBe('part');
    expect(judge('Unit.RequiresMountsFor', 'b')[0]?.effect).toBe('ignored');
  });
});

describe('StateDirectory= and its like', () => {
  accepted('Service.StateDirectory', [
    '',
    'a b',
    'a/b',
    'a/',
    './a',
    '"a b"',
    'a:b',
    'a:',
    'a:b:ro',
    'a::ro',
    'a\\:b',
    'a/private',
    'a:private',
    '-a',
  ]);
  rejected('Service.StateDirectory', [
    ['a\\xff', 'warning', '\\xff'],
    ['/a', 'warning', '/a'],
    ['../a', 'warning', '..'],
    ['.', 'warning', '.'],
    ['private/x', 'warning', 'private/x'],
    ['a:/b', 'warning', '/b'],
    [':a', 'warning', ''],
    ['a:b:rw', 'warning', 'rw'],
    ['a:%Z c', 'warning', '%Z'],
    ['a\\d', 'warning', '\\d'],
    ['"a', 'warning', '"a'],
    ['%i', 'warning', '%i'],
  ]);
  accepted('Service.StateDirectory', [':a', 'a:b:rw'], { version: 252 });
  rejected('Service.StateDirectory', [['a ""', 'warning', '""']], { version: 252 });
  accepted('Service.ConfigurationDirectory', ['a', 'a:', 'a::ro']);
  rejected('Service.ConfigurationDirectory', [['a:b', 'warning', 'a:b']]);
  rejected('Service.ConfigurationDirectory', [['a::ro', 'warning', 'a::ro']], { version: 252 });
});

describe('StateDirectoryQuota=', () => {
  accepted('Service.StateDirectoryQuota', ['', 'off', '1G', '50.5%', '100%', '0']);
  rejected('Service.StateDirectoryQuota', [
    ['101%', 'warning', '101%'],
    ['1k', 'warning', '1k'],
    ['infinity', 'warning', 'infinity'],
  ]);
});
