import { describe, expect, test } from 'vitest';
import { valueTypeFor, verdicts } from '../judge.ts';

describe('DeviceAllow=', () => {
  test.each([
    '',
    '/dev/null',
    '/dev/null rwm',
    '/dev/null mrr',
    'char-pts rw',
    'block-* m',
    '"/dev/a b" rw',
    '/dev',
    '/dev//x',
    '/dev/%i  r',
    'char-',
  ])('takes %j', (value) => {
    expect(verdicts('Service.DeviceAllow', value)).toEqual([]);
  });

  test.each([
    ['foo', 'warning foo'],
    ['/devx', 'warning /devx'],
    ['/sys/foo rw', 'warning /sys/foo'],
    ['/dev/../x', 'warning /dev/../x'],
    ['/dev/null xyz', 'warning xyz'],
    ['/dev/null r w', 'warning r w'],
    ['/dev/null "rw"', 'warning "rw"'],
    ['"/dev/null', 'warning "/dev/null'],
    ['char-%Z', 'warning %Z'],
  ])('refuses %j', (value, expected) => {
    expect(verdicts('Service.DeviceAllow', value)).toEqual([expected]);
  });

  test('helps with both parts', () => {
    const { type, context } = valueTypeFor('Service.DeviceAllow');
    expect(type.describe?.('/dev/null rw', 0, context)?.markdown).toBe('The unit may read, write `/dev/null`.');
    expect(type.complete?.('/dev/null ', 10, context)?.items.map(({ label }) => label)).toEqual(['r', 'rw', 'rwm']);
    expect(type.signature?.(context)?.active('/dev/null r', 11)).toBe(1);
  });
});

describe('limits of devices', () => {
  test.each([
    ['IOReadBandwidthMax', '/dev/sda 1M'],
    ['IOReadBandwidthMax', '/dev/sda 1G 512M'],
    ['IOReadBandwidthMax', '/dev/sda 1.M'],
    ['IOReadBandwidthMax', '"/dev/sda" infinity'],
    ['IOReadBandwidthMax', 'sda 1'],
    ['IOWriteIOPSMax', '/dev/sda 1K'],
    ['IODeviceWeight', '/dev/sda 10000'],
    ['IODeviceWeight', '/dev/sda 0x10'],
    ['IODeviceWeight', ''],
    ['IODeviceLatencyTargetSec', '/dev/sda 25ms'],
    ['IODeviceLatencyTargetSec', '/dev/sda infinity'],
  ])('%s=%s is taken', (key, value) => {
    expect(verdicts(`Service.${key}`, value)).toEqual([]);
  });

  test.each([
    ['IOReadBandwidthMax', '/dev/sda', 'warning /dev/sda'],
    ['IOReadBandwidthMax', '/dev/sda x', 'warning x'],
    ['IOReadBandwidthMax', '/dev/sda 0', 'warning 0'],
    ['IOReadBandwidthMax', '/dev/sda 1MB', 'warning 1MB'],
    ['IOReadBandwidthMax', '/dev/sda 1K 2M', 'warning 1K 2M'],
    ['IOReadBandwidthMax', '/dev/sda Infinity', 'warning Infinity'],
    ['IOReadBandwidthMax', '/dev/../sda 1M', 'warning /dev/../sda'],
    ['IOReadBandwidthMax', '"" 1M', 'warning ""'],
    ['IOReadBandwidthMax', '%Z 1M', 'warning %Z'],
    ['IODeviceWeight', '/dev/sda 0', 'warning 0'],
    ['IODeviceWeight', '/dev/sda 10001', 'warning 10001'],
    ['IODeviceWeight', '/dev/sda idle', 'warning idle'],
    ['IODeviceLatencyTargetSec', '/dev/sda 1,5s', 'warning 1,5s'],
  ])('%s=%s is refused', (key, value, expected) => {
    expect(verdicts(`Service.${key}`, value)).toEqual([expected]);
  });

  test('of cgroup v1, while there were some', () => {
    const version = 252;
    expect(verdicts('Service.BlockIODeviceWeight', '/dev/sda 5', { version })).toEqual(['warning 5']);
    expect(verdicts('Service.BlockIOReadBandwidth', '/dev/sda infinity', { version })).toEqual(['warning infinity']);
  });

  test('says what a limit comes to', () => {
    const { type, context } = valueTypeFor('Service.IOReadBandwidthMax');
    expect(type.describe?.('/dev/sda 5M', 0, context)?.markdown).toContain('5,000,000 bytes per second');
  });
});
