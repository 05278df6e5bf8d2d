import { describe, expect, test } from 'vitest';
import { problemsOf, valueTypeFor, verdicts } from '../judge.ts';

describe('SocketBindAllow=', () => {
  test.each(['', '80', 'any', 'ipv4:tcp:80', 'udp:80-90', 'TCP:80', 'ipv6', 'ipv4:tcp', '0', '0x50', '1- 2'])(
    'takes %j',
    (value) => {
      expect(verdicts('Service.SocketBindAllow', value)).toEqual([]);
    },
  );

  test.each([
    ':80',
    'ipv4::80',
    'ipv4:tcp:',
    '80-70',
    '65536',
    '80:tcp',
    'tcp:ipv4:80',
    'IPv4:80',
    'sctp:80',
    '80 90',
    '80-',
    'any:any',
    '08',
    '%i',
  ])('refuses %j', (value) => {
    expect(verdicts('Service.SocketBindAllow', value)).toEqual([`warning ${value}`]);
  });

  test('port 0 is one since 253', () => {
    expect(verdicts('Service.SocketBindAllow', '0-10', { version: 252 })).toHaveLength(1);
  });

  test('describes and guides', () => {
    const { type, context } = valueTypeFor('Service.SocketBindDeny');
    expect(type.describe?.('ipv4:tcp:80', 0, context)?.markdown).toBe('Port 80 of TCP over IPv4.');
    expect(type.describe?.('any', 0, context)?.markdown).toBe('Every port of TCP and UDP over IPv4 and IPv6.');
    expect(type.signature?.(context)?.active('ipv4:tcp:8', 10)).toBe(2);
    expect(type.complete?.('ipv4:', 5, context)?.items.map(({ label }) => label)).toEqual(['tcp', 'udp', 'any']);
  });
});

describe('NFTSet=', () => {
  test.each([
    '',
    'cgroup:inet:filter:my_service',
    'user:ip:f.:u/v group:ip6:f:g',
    '"cgroup:netdev:a:b"',
    'c\\x67roup::inet:f:\\101u:',
  ])('takes %j', (value) => {
    expect(verdicts('Service.NFTSet', value)).toEqual([]);
  });

  test.each([
    ['foo', ['warning foo']],
    ['cgroup:inet:filter', ['warning cgroup:inet:filter']],
    ['mac:inet:f:u', ['warning mac:inet:f:u']],
    ['cgroup:foo:f:u', ['warning cgroup:foo:f:u']],
    ['cgroup:inet:1f:u', ['warning cgroup:inet:1f:u']],
    ['cgroup:inet:f:a-b', ['warning cgroup:inet:f:a-b']],
    ['cgroup:inet:f:%n', ['warning cgroup:inet:f:%n']],
    ['cgroup:inet:f:a\\s', ['warning cgroup:inet:f:a\\s']],
    ['cgroup:inet:f:\\q', ['warning cgroup:inet:f:\\q']],
    ['cgroup:inet::u', ['warning cgroup:inet::u']],
    ['cgroup:inet:f:a foo', ['warning foo']],
    ['"cgroup:inet:f:a', ['warning "cgroup:inet:f:a']],
  ])('minds %j', (value, expected) => {
    expect(verdicts('Service.NFTSet', value)).toEqual(expected);
  });

  test('took names of 31 characters at most until 257', () => {
    const name = 'a'.repeat(32);
    expect(verdicts('Service.NFTSet', `cgroup:inet:f:${name}`)).toEqual([]);
    expect(verdicts('Service.NFTSet', `cgroup:inet:f:${name}`, { version: 257 })).toHaveLength(1);
    expect(verdicts('Service.NFTSet', `cgroup:inet:f:${name.slice(1)}`, { version: 257 })).toEqual([]);
  });
});

describe('BPFProgram=', () => {
  test.each(['', 'egress:/x', 'egress::/x', 'setsockopt:/a:b', 'egr\\ess:/x'])('takes %j', (value) => {
    expect(verdicts('Service.BPFProgram', value)).toEqual([]);
  });

  test.each([
    ['foo:/x', 'warning foo'],
    ['egress', 'warning egress'],
    ['egress:', 'warning egress:'],
    [':/x', 'warning :/x'],
    ['egress:x', 'warning x'],
    ['egress:%Z', 'warning %Z'],
    ['"egress:/x"', 'warning "egress'],
  ])('refuses %j', (value, expected) => {
    expect(verdicts('Service.BPFProgram', value)).toEqual([expected]);
  });
});

test('IPIngressFilterPath= takes one absolute path', () => {
  expect(verdicts('Service.IPIngressFilterPath', '/sys/fs/bpf/x y')).toEqual([]);
  expect(verdicts('Service.IPIngressFilterPath', 'x')).toEqual(['warning x']);
  expect(problemsOf('Service.IPIngressFilterPath', '"/x"')[0]!.message).toContain('Quotes');
});

describe('the rest of sockets', () => {
  test.each([
    ['FileDescriptorName', 'a b', []],
    ['FileDescriptorName', 'a:b', ['warning :']],
    ['FileDescriptorName', 'aé', ['warning é']],
    ['FileDescriptorName', 'a'.repeat(256), [`warning ${'a'.repeat(256)}`]],
    ['XAttrEntryPoint', 'user.a=b user.c=d', []],
    ['XAttrEntryPoint', 'user.a', ['warning user.a']],
    ['XAttrListen', 'trusted.x=y', ['warning trusted.x']],
    ['XAttrAccept', 'user.x=%Z', ['warning %Z']],
    ['DeferTrigger', 'patient', []],
    ['DeferTrigger', 'Patient', ['warning Patient']],
    ['DeferTrigger', '', ['warning']],
  ])('%s=%s', (key, value, expected) => {
    expect(verdicts(`Socket.${key}`, value)).toEqual(expected);
  });
});
