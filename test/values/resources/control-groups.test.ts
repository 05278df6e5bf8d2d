import { describe, expect, test } from 'vitest';
import { valueTypeFor, verdicts } from '../judge.ts';

describe('Delegate=', () => {
  test.each(['', 'yes', 'no', 'cpu memory', '"cpu"', 'bpf-firewall', 'cp\\u'])('takes %j', (value) => {
    expect(verdicts('Service.Delegate', value)).toEqual([]);
  });

  test.each([
    ['foo cpu', ['warning foo']],
    ['cpu,memory', ['warning cpu,memory']],
    ['hugetlb', ['warning hugetlb']],
    ['CPU', ['warning CPU']],
    ['"cpu', ['warning "cpu']],
  ])('minds %j', (value, expected) => {
    expect(verdicts('Service.Delegate', value)).toEqual(expected);
  });

  test('works in services and scopes only', () => {
    expect(verdicts('Slice.Delegate', 'yes')).toEqual(['warning yes']);
    expect(verdicts('Socket.Delegate', '')).toEqual(['warning']);
    expect(verdicts('Scope.Delegate', 'yes')).toEqual([]);
  });

  test('knows controllers by version', () => {
    expect(verdicts('Service.Delegate', 'bpf-bind-network-interface')).toEqual([]);
    expect(verdicts('Service.Delegate', 'bpf-bind-network-interface', { version: 257 })).toHaveLength(1);
  });
});

describe('DelegateSubgroup=', () => {
  test.each(['', 'payload', 'foo.bar', 'cpu', 'a b', 'hugetlb.x'])('takes %j', (value) => {
    expect(verdicts('Service.DelegateSubgroup', value)).toEqual([]);
  });

  test.each(['a/b', '.', '..', '_foo', '.foo', 'tasks', 'cgroup.foo', 'memory.x', 'bpf-devices.x'])(
    'refuses %j',
    (value) => {
      expect(verdicts('Service.DelegateSubgroup', value)).toEqual([`warning ${value}`]);
    },
  );

  test('says that specifiers stay as they are', () => {
    expect(verdicts('Service.DelegateSubgroup', '%i')).toEqual(['info %i']);
  });
});

describe('DisableControllers=', () => {
  test.each([
    ['', []],
    ['cpu memory', []],
    ['cpu foo', ['info foo']],
    ['foo bar', ['warning foo', 'warning bar']],
    ['"cpu"', ['warning "cpu"']],
    ['cpu,memory', ['warning cpu,memory']],
  ])('%j', (value, expected) => {
    expect(verdicts('Service.DisableControllers', value)).toEqual(expected);
  });

  test('offers the controllers of the kernel', () => {
    const { type, context } = valueTypeFor('Slice.DisableControllers');
    const labels = type.complete?.('', 0, context)?.items.map(({ label }) => label);
    expect(labels).toContain('memory');
    expect(labels).not.toContain('bpf-firewall');
  });
});

describe('OOMRules=', () => {
  test.each([
    ['', []],
    ['a .a "a b"', []],
    ['a/b c', ['warning a/b']],
    ['..', ['warning ..']],
    ['a?', ['warning a?']],
    ['a\\b', ['warning a\\b']],
    ['ab"', ['warning "']],
  ])('%j', (value, expected) => {
    expect(verdicts('Service.OOMRules', value)).toEqual(expected);
  });

  test('works in services, scopes and slices only', () => {
    expect(verdicts('Socket.OOMRules', 'a')).toEqual(['warning a']);
    expect(verdicts('Slice.OOMRules', 'a')).toEqual([]);
  });
});

describe('RefreshOnReload=', () => {
  test.each([
    ['', []],
    ['yes', []],
    ['~ extensions', []],
    ['extensions credentials', []],
    ['extensions foo', ['warning foo']],
    ['~yes', ['warning yes']],
    ['Extensions', ['warning Extensions']],
  ])('%j', (value, expected) => {
    expect(verdicts('Service.RefreshOnReload', value)).toEqual(expected);
  });
});
