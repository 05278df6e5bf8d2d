import { describe, expect, test } from 'vitest';
import { formatSize, parseSize } from '../../../server/src/values/numbers/sizes.ts';
import { accepted, judge, rejected, typeOf } from '../table.ts';

describe('sizes', () => {
  test.each([
    ['1K', 1024n],
    ['1024B', 1024n],
    ['1 G', 2n ** 30n],
    ['1G 512M', 2n ** 30n + 2n ** 29n],
    ['1.5G', 3n * 2n ** 29n],
    ['1.M', 2n ** 20n],
    ['0.9', 0n],
    ['15E', 15n * 2n ** 60n],
  ])('%s', (text, bytes) => expect(parseSize(text)).toBe(bytes));
  test.each([
    ['1GB', 'number'],
    ['1g', 'suffix'],
    ['512M 1G', 'order'],
    ['-1G', 'negative'],
    ['16E', 'range'],
    ['.5G', 'number'],
    ['', 'empty'],
  ])('%s is none: %s', (text, fault) => expect(parseSize(text)).toMatchObject({ fault }));
  test('for people', () =>
    expect([500n, 2n ** 30n, 1_600_000n].map(formatSize)).toEqual(['500 bytes', '1 GiB', '1.53 MiB']));
});

describe('MemoryMax= and its kin', () => {
  accepted('Service.MemoryMax', ['', 'infinity', '1G', '50%', '505‰']);
  rejected('Service.MemoryMax', [
    ['0', 'warning', '0'],
    ['101%', 'warning', '101%'],
    ['1GB', 'warning', '1GB'],
    ['max', 'warning', 'max'],
  ]);
  accepted('Service.MemorySwapMax', ['0']);
  accepted('Service.MemoryLow', ['0', '0%']);
  test.each([
    ['1GB', '1G'],
    ['512MiB', '512M'],
    ['2g', '2G'],
    ['unlimited', 'infinity'],
  ])('%s was meant as %s', (value, replacement) =>
    expect(judge('Service.MemoryMax', value)).toMatchObject([{ replacement }]),
  );
  rejected('Service.MemoryLimit', [['1GB', 'warning', '1GB']], { version: 252 });
  test('are told in full', () => {
    const { type, context } = typeOf('Service.MemoryMax');
    expect(type.describe?.('512M', 0, context)?.markdown).toBe('512 MiB = 536,870,912 bytes');
  });
});

describe('resource limits', () => {
  accepted('Service.LimitNOFILE', ['infinity', '1024:4096', '0x10', '5:infinity', '6\\4:1\\28', '6:7:', '6: 7']);
  rejected('Service.LimitNOFILE', [
    ['6:7:8', 'warning', '7:8'],
    [':6', 'warning', ':6'],
    ['6\\:7', 'warning', '6\\:7'],
    ['', 'warning', ''],
    ['64K', 'warning', '64K'],
    ['10:5', 'warning', '10:5'],
    ['1024:unlimited', 'warning', 'unlimited'],
    ['1:2:3', 'warning', '2:3'],
  ]);
  accepted('Service.LimitCPU', ['10min', '1:2min', '5']);
  accepted('Service.LimitRTTIME', ['5ms:10ms', '100']);
  accepted('Service.LimitNICE', ['+19', '-20', '40', '+10:-5']);
  rejected('Service.LimitNICE', [
    ['infinity', 'warning', 'infinity'],
    ['+20', 'warning', '+20'],
    ['41', 'warning', '41'],
    ['-5:+5', 'warning', '-5:+5'],
  ]);
  accepted('Service.LimitMEMLOCK', ['64M', '1K:2K']);
  rejected('Service.LimitMEMLOCK', [['2K:1K', 'warning', '2K:1K']]);
});
