import { describe, expect, test } from 'vitest';
import { accepted, judge, rejected, typeOf } from '../table.ts';

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
    expect(type.describe?.('/a', 0, context)).toBeUndefined();
  });
});

describe('other conditions are taken as they stand', () => {
  accepted('Unit.ConditionVirtualization', ['', 'yes', 'nonsense', '!', '"a', '10%']);
  accepted('Unit.AssertKernelVersion', ['>=5 <6']);
  rejected('Unit.ConditionHost', [['!%Z', 'warning', '%Z']]);
  test('so what cannot hold is information at most', () => {
    for (const { severity } of judge('Unit.ConditionArchitecture', 'nonsense'))
      expect(['info', 'hint']).toContain(severity);
  });
});
