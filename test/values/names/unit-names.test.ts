import { describe, expect, test } from 'vitest';
import { accepted, judge, rejected, typeOf } from '../table.ts';

describe('dependencies', () => {
  accepted('Unit.After', [
    '',
    'a.service b.service',
    'a\\x2db.service',
    'a\\.service',
    'getty@.service',
    'a@b@c.service',
    '-.slice a--b.slice',
    'a:b.service',
    '%N.service %n foo@%i.service foo@%H.service',
    `${'a'.repeat(247)}.service`,
    'foo.device',
  ]);
  rejected('Unit.After', [
    ['network', 'warning', 'network'],
    ['a.service network b.service', 'warning', 'network'],
    ['a.service,b.service', 'warning', ','],
    ['"a.service"', 'warning', '"'],
    ['foo@a b.service', 'warning', 'foo@a'],
    ['%i.service', 'warning', '%i.service'],
    ['@a.service', 'warning', '@a.service'],
    ['a@b.mount', 'warning', 'a@b.mount'],
    ['a@.slice', 'warning', 'a@.slice'],
    ['a.Service', 'warning', 'a.Service'],
    ['/etc/a.service', 'warning', '/'],
    ['x%%y.service', 'warning', '%%'],
    ['%h.service', 'warning', '%h'],
    ['a.service %Z.service', 'warning', '%Z'],
    [`${'a'.repeat(248)}.service`, 'warning', `${'a'.repeat(248)}.service`],
  ]);
  test('what was meant is offered where it is certain', () => {
    expect(judge('Unit.After', 'a.Service')[0]?.replacement).toBe('a.service');
    expect(judge('Unit.After', 'network')[0]?.replacement).toBe('network.target');
    expect(judge('Unit.After', 'web')[0]).toMatchObject({ replacement: 'web.service', isGuess: true });
    expect(judge('Unit.After', 'a.service,b.target')[0]?.replacement).toBe('a.service b.target');
    expect(judge('Unit.After', 'a.service,b')[0]?.replacement).toBeUndefined();
    expect(judge('Service.Sockets', 'foo')[0]?.replacement).toBe('foo.socket');
  });
  test('one bad name among others costs itself alone', () => {
    expect(judge('Unit.After', 'a.service b')[0]?.effect).toBe('part');
    expect(judge('Unit.After', 'b')[0]?.effect).toBe('ignored');
  });
  rejected('Unit.RequiresOverridable', [
    ['a.target', 'warning', 'a.target'],
    ['a.target b', 'warning', 'a.target b', 'b'],
  ]);
});

describe('single units', () => {
  accepted('Service.Slice', ['foo.slice', '-.slice', 'a--b.slice', '%N.slice']);
  rejected('Service.Slice', [
    ['', 'warning', ''],
    ['foo', 'warning', 'foo'],
    ['foo.service', 'warning', 'foo.service'],
    ['x@y.slice', 'warning', 'x@y.slice'],
    ['a.slice b.slice', 'warning', ' '],
    ['%h.slice', 'warning', '%h'],
  ]);
  accepted('Timer.Unit', ['foo.service', 'foo@.service', 'foo.slice', '%p.service']);
  rejected('Timer.Unit', [
    ['', 'warning', ''],
    ['foo', 'warning', 'foo'],
    ['../foo.service', 'warning', '/'],
  ]);
  accepted('Socket.Service', ['foo.service', '%p.service']);
  rejected('Socket.Service', [
    ['foo@.service', 'warning', 'foo@.service'],
    ['foo.socket', 'warning', 'foo.socket'],
  ]);
  accepted('Service.Sockets', ['', 'a.socket b@.socket']);
  rejected('Service.Sockets', [
    ['a.socket b', 'warning', 'b'],
    ['a.service', 'warning', 'a.service'],
  ]);
});

describe('links to units', () => {
  const targets = (target: string, value: string, path?: string) => {
    const { type, context } = typeOf(target, path === undefined ? {} : { path });
    return (type.references?.(value, context) ?? []).map((reference) => [
      value.slice(reference.start, reference.end),
      reference.target,
    ]);
  };
  test('each name points to its unit', () => {
    expect(targets('Unit.After', 'a.service  b bad,c.target x@y.service')).toEqual([
      ['a.service', 'a.service'],
      ['x@y.service', 'x@y.service'],
    ]);
  });
  test('specifiers and templates are filled in as systemd does', () => {
    expect(targets('Unit.After', '%N-x.service foo@.service')).toEqual([
      ['%N-x.service', 'a-x.service'],
      ['foo@.service', 'foo@a.service'],
    ]);
    const instance = '/etc/systemd/system/a@i.service';
    expect(targets('Unit.After', 'foo@.service foo@%i.socket', instance)).toEqual([
      ['foo@.service', 'foo@i.service'],
      ['foo@%i.socket', 'foo@i.socket'],
    ]);
  });
  test('in a template an instance of it stays a template', () => {
    const template = '/etc/systemd/system/a@.service';
    expect(targets('Unit.After', 'foo@%i.socket %p-b.service c-%i.service', template)).toEqual([
      ['foo@%i.socket', 'foo@.socket'],
      ['%p-b.service', 'a-b.service'],
    ]);
  });
  test('what depends on the machine points nowhere', () => {
    expect(targets('Unit.After', 'a@%H.service')).toEqual([]);
  });
});
