import { describe, expect, test } from 'vitest';
import { isIPv4, isIPv6 } from '../../../server/src/values/net/address.ts';
import { problemsOf, valueTypeFor, verdicts } from '../judge.ts';

test.each(['0.0.0.0', '255.255.255.255', '1.2.3.4'])('%s is an IPv4 address', (text) => {
  expect(isIPv4(text)).toBe(true);
});

test.each(['', '1.2.3', '1.2.3.4.5', '01.2.3.4', '1.2.3.256', '1.2.3.-4', ' 1.2.3.4'])(
  '%j is not an IPv4 address',
  (text) => {
    expect(isIPv4(text)).toBe(false);
  },
);

test.each(['::', '::1', 'fe80::', '1:2:3:4:5:6:7:8', '1::8', '::ffff:1.2.3.4', '1:2:3:4:5:6:7::'])(
  '%s is an IPv6 address',
  (text) => {
    expect(isIPv6(text)).toBe(true);
  },
);

test.each(['', ':', '1:2:3:4:5:6:7', '1::2::3', '12345::', '1.2.3.4', '::1.2.3.4:1', '1:2:3:4:5:6:7:8::', ':::'])(
  '%j is not an IPv6 address',
  (text) => {
    expect(isIPv6(text)).toBe(false);
  },
);

describe('IPAddressAllow=', () => {
  test.each([
    '',
    'any',
    'LOCALHOST a.localhost localhost.localdomain.',
    'localhost link-local multicast',
    '10.0.0.1/8',
    '::1/128',
    '0.0.0.0/0 ::/0',
    '1.2.3.4/0x8',
  ])('takes %j', (value) => {
    expect(verdicts('Service.IPAddressAllow', value)).toEqual([]);
  });

  test.each([
    ['10.0.0.0/33', ['warning 10.0.0.0/33']],
    ['10.0.0.0/', ['warning 10.0.0.0/']],
    ['10.0.0.0/255.0.0.0', ['warning 10.0.0.0/255.0.0.0']],
    ['::1/129', ['warning ::1/129']],
    ['[::1]', ['warning [::1]']],
    ['Any', ['warning Any']],
    ['10.1', ['warning 10.1']],
    ['"10.1.1.1"', ['warning "10.1.1.1"']],
    ['%i', ['warning %i']],
    ['any/8', ['warning any/8']],
    ['10.0.0.0/8 foo 10.1.1.1', ['warning foo']],
    ['10.0.0.0/ 8', ['warning 10.0.0.0/', 'warning 8']],
  ])('minds %j', (value, expected) => {
    expect(verdicts('Service.IPAddressAllow', value)).toEqual(expected);
  });

  test('one bad word costs itself only', () => {
    expect(problemsOf('Service.IPAddressAllow', 'any foo')[0]!.effect).toBe('part');
    expect(problemsOf('Service.IPAddressAllow', 'foo')[0]!.effect).toBe('ignored');
  });

  test('counts the addresses of a prefix', () => {
    const { type, context } = valueTypeFor('Service.IPAddressAllow');
    expect(type.describe?.('192.168.0.0/24', 3, context)?.markdown).toContain('256 of them');
  });
});
