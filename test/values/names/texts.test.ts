import { describe, expect, test } from 'vitest';
import { accepted, judge, rejected, typeOf } from '../table.ts';

describe('BusName=', () => {
  accepted('Service.BusName', ['org.freedesktop.foo', 'org.foo.%p', ':1.5', 'org.foo-bar', 'a.-b', 'org._foo']);
  rejected('Service.BusName', [
    ['', 'warning', ''],
    ['foo', 'warning', 'foo'],
    ['org..foo', 'warning', 'org..foo'],
    ['org.1foo', 'warning', 'org.1foo'],
    ['org.foo bar', 'warning', 'org.foo bar'],
    ['org.%Z', 'warning', '%Z'],
  ]);
});

describe('Documentation=', () => {
  accepted('Unit.Documentation', [
    'info:\\foo',
    '"man:a\\"',
    '',
    'man:foo(5) https://x.y',
    'man:foo',
    'info:foo',
    'file:///x',
    '"http://x.y/a b"',
    'http://x/%%20',
    'man:%p(8)',
  ]);
  rejected('Unit.Documentation', [
    ['\\info:foo', 'warning', '\\info:foo'],
    ['foo', 'warning', 'foo'],
    ['man:', 'warning', 'man:'],
    ['man:a b', 'warning', 'b'],
    ['file:x', 'warning', 'file:x'],
    ['HTTP://x', 'warning', 'HTTP://x'],
    ['http://', 'warning', 'http://'],
    ['https://x/ä', 'warning', 'https://x/ä'],
    ['http://x.y/%20a', 'warning', '%2'],
    ['x "man:foo', 'warning', '"man:foo'],
  ]);
  test('says how it is written', () => {
    expect(judge('Unit.Documentation', 'foo(8)')[0]?.replacement).toBe('man:foo(8)');
    expect(judge('Unit.Documentation', 'www.foo.org')[0]?.replacement).toBe('https://www.foo.org');
  });
  test('each is a link', () => {
    const { type, context } = typeOf('Unit.Documentation');
    expect(type.references?.('man:%p(8) bad', context)).toEqual([
      { type: 'uri', target: 'man:a(8)', start: 0, end: 9 },
    ]);
  });
});

describe('texts', () => {
  accepted('Unit.Description', ['', 'a "b', '100%', '50% x', '%n %%Z %- %_']);
  rejected('Unit.Description', [
    ['100%Z', 'warning', '%Z'],
    ['x %3', 'warning', '%3'],
  ]);
  test('%D is known since 256', () => {
    expect(judge('Unit.Description', '%D', { version: 256 })).toEqual([]);
    expect(judge('Unit.Description', '%D', { version: 255 })[0]?.message).toContain('since systemd 256');
  });
  accepted('Socket.TCPCongestion', ['', '%Z', 'a b']);
  accepted('Unit.RebootArgument', ['', 'a b', '"a', '%i']);
  rejected('Unit.RebootArgument', [
    ['ä', 'warning', 'ä'],
    ['%Z', 'warning', '%Z'],
  ]);
  accepted('Service.LogNamespace', ['', 'foo.bar', 'foo:bar@x', '%p', 'a'.repeat(222)]);
  rejected('Service.LogNamespace', [
    ['foo bar', 'warning', 'foo bar'],
    ['..', 'warning', '..'],
    ['a\\x', 'warning', 'a\\x'],
    ['%i', 'warning', '%i'],
    ['a'.repeat(223), 'warning', 'a'.repeat(223)],
  ]);
  accepted('Service.LUOSession', ['', 'a b', 'a/b', '%Z', 'a\\b']);
  rejected('Service.LUOSession', [
    ['a a', 'warning', 'a'],
    ['a:b', 'warning', 'a:b'],
    ['"a', 'warning', '"a'],
  ]);
});
