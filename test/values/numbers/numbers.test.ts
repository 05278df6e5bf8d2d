import { describe, expect, test } from 'vitest';
import { INT, parseInteger, UINT } from '../../../server/src/values/numbers/integer.ts';
import { accepted, judge, rejected } from '../table.ts';

describe('whole numbers', () => {
  test.each([
    ['0', 0n],
    ['+5', 5n],
    ['-5', -5n],
    ['010', 8n],
    ['0x10', 16n],
    ['0b101', 5n],
    ['0o17', 15n],
    ['08', 'syntax'],
    ['5 ', 'syntax'],
    ['1.0', 'syntax'],
    ['', 'syntax'],
    ['2147483648', 'range'],
  ])('%j is %s', (text, value) => expect(parseInteger(text, INT)).toBe(value));
  test('without sign', () => expect([parseInteger('-0', UINT), parseInteger('-1', UINT)]).toEqual([0n, 'range']));

  accepted('Service.Nice', ['', '-20', '19', '+5']);
  rejected('Service.Nice', [
    ['20', 'warning', '20'],
    ['high', 'warning', 'high'],
  ]);
  accepted('Service.OOMScoreAdjust', ['', '-1000', '1000']);
  rejected('Service.OOMScoreAdjust', [['1001', 'warning', '1001']]);
  rejected('Unit.StartLimitBurst', [
    ['', 'warning', ''],
    ['-1', 'warning', '-1'],
  ]);
  accepted('Swap.Priority', ['', '-1', '32767']);
  rejected('Swap.Priority', [['-2', 'warning', '-2']]);
  accepted('Slice.ConcurrencySoftMax', ['', 'infinity', '5']);
  rejected('Service.IOSchedulingPriority', [['8', 'warning', '8']]);
  rejected('Unit.FailureActionExitStatus', [['256', 'warning', '256']]);
});

describe('weights and shares', () => {
  accepted('Service.CPUWeight', ['', '1', '10000', 'idle']);
  rejected('Service.CPUWeight', [
    ['0', 'warning', '0'],
    ['50%', 'warning', '50%'],
  ]);
  rejected('Service.IOWeight', [['idle', 'warning', 'idle']]);
  accepted('Service.CPUQuota', ['', '200%', '12.5%', '5‰']);
  rejected('Service.CPUQuota', [
    ['0%', 'warning', '0%'],
    ['50', 'warning', '50'],
  ]);
  test('a bare number was meant as a percentage', () =>
    expect(judge('Service.CPUQuota', '50')).toMatchObject([{ replacement: '50%' }]));
  accepted('Service.TasksMax', ['', 'infinity', '1', '0%', '80%']);
  rejected('Service.TasksMax', [
    ['0', 'warning', '0'],
    ['101%', 'warning', '101%'],
  ]);
});

describe('CPU sets', () => {
  accepted('Service.AllowedCPUs', ['', '0-3,8', '"0-3" 5', '0x3', '8191']);
  rejected('Service.AllowedCPUs', [
    ['0 a 1', 'warning', 'a'],
    ['1-2 5-3 7', 'warning', '5-3'],
    ['8192', 'warning', '8192'],
    ['"0', 'warning', '"0'],
  ]);
  test('a backward range costs itself before 262, the line since', () => {
    expect(judge('Service.CPUAffinity', '3-0', { version: 257 })).toMatchObject([
      { effect: 'part', replacement: '0-3' },
    ]);
    expect(judge('Service.CPUAffinity', '3-0')).toMatchObject([{ effect: 'ignored' }]);
  });
  accepted('Service.CPUAffinity', ['numa', '%i']);
  accepted('Service.CPUAffinity', ['%i', '%i-%i'], { path: '/etc/systemd/system/a@.service' });
  rejected('Service.CPUAffinity', [
    ['0 %p', 'warning', '%p'],
    ['%Z', 'warning', '%Z'],
  ]);
  rejected('Service.NUMAMask', [['%i', 'warning', '%i']], { version: 257 });
  accepted('Service.NUMAMask', ['all']);
  rejected('Service.NUMAMask', [['numa', 'warning', 'numa']]);
});
