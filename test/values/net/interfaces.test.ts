import { describe, expect, test } from 'vitest';
import { verdicts } from '../judge.ts';

describe('BindToDevice=', () => {
  test.each(['', 'eth0', '*', 'eth0@if3', 'abcdefghijklmno', '-1', '0x', 'e%i'])('takes %j', (value) => {
    expect(verdicts('Socket.BindToDevice', value)).toEqual([]);
  });

  test.each([
    'a/b',
    'all',
    'default',
    '.',
    '..',
    'eth0:1',
    'a b',
    '12',
    '0x1',
    '010',
    '+5',
    '99999999999',
    'abcdefghijklmnop',
    'é',
    'a%%b',
  ])('refuses %j', (value) => {
    expect(verdicts('Socket.BindToDevice', value)).toEqual([`warning ${value}`]);
  });

  test('replaces specifiers since 258', () => {
    expect(verdicts('Socket.BindToDevice', 'e%i', { version: 257 })).toEqual(['warning e%i']);
    expect(verdicts('Socket.BindToDevice', '%Z')).toEqual(['warning %Z']);
  });
});

describe('RestrictNetworkInterfaces=', () => {
  const long = 'an-alternative-name-of-an-interface';

  test.each(['', 'eth0 eth1', '~eth0', '~', '"eth0" lo', 'eth0 ~eth1', long])('takes %j', (value) => {
    expect(verdicts('Service.RestrictNetworkInterfaces', value)).toEqual([]);
  });

  test.each([
    ['a/b eth0', ['warning a/b']],
    ['"a b"', ['warning "a b"']],
    ['%i', ['warning %i']],
    ['eth0 "a', ['warning "a']],
    ['~all', ['warning all']],
  ])('minds %j', (value, expected) => {
    expect(verdicts('Service.RestrictNetworkInterfaces', value)).toEqual(expected);
  });

  test('knows alternative names since 253', () => {
    expect(verdicts('Service.RestrictNetworkInterfaces', long, { version: 252 })).toEqual([`warning ${long}`]);
  });
});

test('BindNetworkInterface= takes alternative names and specifiers', () => {
  expect(verdicts('Service.BindNetworkInterface', 'vrf-longlonglonglonglonglong')).toEqual([]);
  expect(verdicts('Service.BindNetworkInterface', '%i', { unit: 'plain.service' })).toEqual(['warning %i']);
});
