import { describe, expect, test } from 'vitest';
import { accepted, judge, outline, rejected, typeOf } from '../table.ts';

describe('BindPaths=', () => {
  accepted('Service.BindPaths', [
    '',
    '/a',
    '/a:/b',
    '-/a:/b:norbind',
    '/a:/b:',
    '"/a b:/c"',
    '"/a":"/b"',
    '/a:/b: /c',
    '/a\\:b',
    '/a /b:/c:rbind',
  ]);
  rejected('Service.BindPaths', [
    ['a', 'warning', 'a'],
    ['/a:b', 'warning', 'b'],
    ['/a:', 'warning', ''],
    ['/a:/b:foo', 'warning', 'foo'],
    ['/a:/b:rbind:x', 'warning', 'x'],
    ['/a:/b/..', 'warning', '..'],
    ['/a\\d', 'warning', '\\d'],
    ['"/a', 'warning', '"/a'],
    ['/a:/%Z', 'warning', '%Z'],
    ['--/a', 'warning', '-/a'],
  ]);
  accepted('Service.BindPaths', ['/a\\d', '"/a":"/b"', '/a:/b:"rbind"', '/a /b'], { version: 257 });
  rejected(
    'Service.BindPaths',
    [
      ['/a:/b:rbind:x', 'warning', 'rbind:x'],
      ['/a:/b: /c', 'warning', '/c'],
      ['"/a:/b":rbind', 'warning', 'rbind'],
    ],
    { version: 257 },
  );
});

describe('TemporaryFileSystem=', () => {
  accepted('Service.TemporaryFileSystem', ['', '/a', '/a:ro,size=10%', '/a: /b', '"/a b:ro"', '/a:%Z']);
  rejected('Service.TemporaryFileSystem', [
    ['a:ro', 'warning', 'a'],
    [':ro', 'warning', ''],
    ['-/a', 'warning', '-/a'],
  ]);
});

describe('images', () => {
  accepted('Service.RootImageOptions', ['', 'ro', 'root:ro usr:ro', ':ro', 'root:', 'root:ro:']);
  rejected('Service.RootImageOptions', [
    ['foo:ro', 'warning', 'foo'],
    ['root:ro foo:ro', 'warning', 'foo'],
    ['root:ro:x', 'warning', 'root:ro:x'],
    ['root:%Z', 'warning', '%Z'],
    ['ro\\d', 'warning', '\\d'],
  ]);
  accepted('Service.MountImages', ['', '/a:/b', '-/a:/b:ro', '/a:/b:root:ro:home:ro', '/a\\:b:/c']);
  rejected('Service.MountImages', [
    ['/a', 'warning', '/a'],
    ['/a:b', 'warning', 'b'],
    ['/a:/b:foo:ro', 'warning', 'foo'],
    ['/a:/b:root:%Z', 'warning', '%Z'],
    ['/a:/b /c', 'warning', '/c'],
    ['--/a:/b', 'warning', '-/a'],
  ]);
  accepted('Service.ExtensionImages', ['', '/a', '-/a:ro', '/a:', ':']);
  rejected('Service.ExtensionImages', [
    ['a', 'warning', 'a'],
    ['/a:rot:ro', 'warning', 'rot'],
  ]);
  test('offers the partition that was meant', () => {
    expect(judge('Service.ExtensionImages', '/a:rot:ro')[0]?.replacement).toBe('root');
  });
});

describe('RootImagePolicy=', () => {
  const everywhere = ['', '*', '-', '~', ' * ', 'root=verity+signed', 'root = verity : usr=absent', '=open', 'root='];
  accepted('Service.RootImagePolicy', [...everywhere, 'root=btrfs', 'foo=verity', 'root=foo']);
  accepted('Service.RootImagePolicy', everywhere, { version: 257 });
  const refused = [
    ['foo', 'error', 'foo'],
    ['root=verity:', 'error', ''],
    ['root=verity:root=absent', 'error', 'root=absent'],
    ['=verity:=open', 'error', '=open'],
    ['*:root=verity', 'error', '*'],
  ] as const;
  rejected('Service.RootImagePolicy', refused);
  rejected(
    'Service.RootImagePolicy',
    [...refused, ['root=btrfs', 'error', 'btrfs'], ['foo=verity', 'error', 'foo'], ['root=verity+', 'error', '']],
    { version: 257 },
  );
  test('words a newer systemd passes over are information', () => {
    expect(outline('rot=verity+sgned', judge('Service.RootImagePolicy', 'rot=verity'))).toEqual(["info 'rot'"]);
  });
});

describe('OpenFile=', () => {
  accepted('Service.OpenFile', [
    '',
    '/a',
    '/a:b:read-only,graceful',
    '/a::append',
    '/a:::',
    '/a b',
    '/%i',
    '/a/../b',
    '/a:%Z',
    '/ä:x',
    '/a:b:,',
  ]);
  rejected('Service.OpenFile', [
    ['a', 'warning', 'a'],
    ['%h/x', 'warning', '%h/x'],
    ['"/a"', 'warning', '"/a"'],
    ['/', 'warning', '/'],
    ['/ä', 'warning', '/ä'],
    ['/a:ä', 'warning', 'ä'],
    ['/a:b:apend', 'warning', 'apend'],
    ['/a:b:append,truncate', 'warning', 'truncate'],
    ['/a:b:graceful,graceful', 'warning', 'graceful'],
    ['/a:b:append:x', 'warning', ':x'],
    ['/a\\d', 'warning', '\\d'],
  ]);
  test('options complete', () => {
    const { type, context } = typeOf('Service.OpenFile');
    expect(type.complete?.('/a:b:', 5, context)?.items.map(({ label }) => label)).toContain('graceful');
    expect(type.signature?.(context)?.active('/a:b:x', 6)).toBe(2);
  });
});
