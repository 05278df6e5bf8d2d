import { describe, expect, test } from 'vitest';
import { accepted, judge, outline, rejected, typeOf } from '../table.ts';

describe('conditions about paths', () => {
  accepted('Unit.ConditionPathExists', ['', '/a', '!/a', '|/a', '|!/a', '/a b', '/a*', '/%i']);
  rejected('Unit.ConditionPathExists', [
    ['a', 'warning', 'a'],
    ['!|/a', 'warning', '|/a'],
    ['! /a', 'warning', ' /a'],
    ['!', 'warning', ''],
    ['"/a"', 'warning', '"/a"'],
    ['!/a/../b', 'warning', '..'],
    ['!/%Z', 'warning', '%Z'],
    ['%i', 'warning', '%i'],
  ]);
  test('the path is a link, a pattern is none', () => {
    const { type, context } = typeOf('Unit.ConditionPathExists');
    expect(type.references?.('|!/etc/x', context)).toEqual([{ type: 'path', target: '/etc/x', start: 2, end: 8 }]);
    const glob = typeOf('Unit.ConditionPathExistsGlob');
    expect(glob.type.references?.('/etc/*', glob.context)).toEqual([]);
  });
  test('prefixes are explained', () => {
    const { type, context } = typeOf('Unit.ConditionPathExists');
    expect(type.describe?.('|!/a', 1, context)?.markdown).toContain('does not');
    expect(type.describe?.('/a', 0, context)?.markdown).toMatch(/^Holds when/);
  });
});

describe('other conditions are taken as they stand', () => {
  accepted('Unit.ConditionVirtualization', ['', 'yes', 'nonsense', '!', '"a', '10%']);
  accepted('Unit.AssertKernelVersion', ['>=5 <6']);
  rejected('Unit.ConditionHost', [['!%Z', 'warning', '%Z']]);
  test.each([
    ['Unit.ConditionArchitecture', '!x86_64', "info 'x86_64'"],
    ['Unit.AssertVirtualization', 'nonsense', "info 'nonsense'"],
    ['Unit.ConditionSecurity', '|selinx', "info 'selinx'"],
    ['Unit.ConditionACPower', 'maybe', "info 'maybe'"],
  ])('so what cannot hold is information: %s=%s', (target, value, expected) => {
    expect(outline(value, judge(target, value))).toEqual([expected]);
  });
  test.each([
    ['Unit.ConditionArchitecture', '|!x86-64'],
    ['Unit.ConditionArchitecture', '%a'],
    ['Unit.ConditionVirtualization', '!no'],
    ['Unit.ConditionFirstBoot', 'on'],
    ['Unit.ConditionHost', 'anything'],
    ['Unit.ConditionControlGroupController', 'anything'],
  ])('and what can is not: %s=%s', (target, value) => expect(judge(target, value)).toEqual([]));
  test('a word of a newer systemd is told', () => {
    expect(judge('Unit.ConditionSecurity', 'measured-uki', { version: 252 })[0]).toMatchObject({
      rule: 'value-too-new',
    });
    expect(judge('Unit.ConditionSecurity', 'measured-uki')).toEqual([]);
  });
  test('words complete', () => {
    const { type, context } = typeOf('Unit.ConditionVirtualization');
    expect(type.complete?.('!', 1, context)?.items.map(({ label }) => label)).toContain('container');
  });
});
