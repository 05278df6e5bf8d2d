import { describe, expect, test } from 'vitest';
import {
  findSyscallGroup,
  groupsWith,
  membersOf,
  syscallGroups,
} from '../../../server/src/values/security/syscall-groups.ts';
import { syscallSince } from '../../../server/src/values/security/syscalls.ts';
import { problemsOf, valueTypeFor, verdicts } from '../judge.ts';

describe('SystemCallFilter=', () => {
  test.each([
    '',
    '~',
    '@system-service',
    'read write',
    '~ @mount',
    '~@mount:EPERM read:kill',
    '~write:eperm',
    '~read:0',
    '~read:0x1',
    're\\ad',
    '~write:ENOTSUP',
    'arm_fadvise64_64',
  ])('takes %j', (value) => {
    expect(verdicts('Service.SystemCallFilter', value)).toEqual([]);
  });

  test.each([
    ['foobar read', ['warning foobar']],
    ['@foobar', ['warning @foobar']],
    ['@', ['warning @']],
    ['read:EPERM', ['warning read:EPERM']],
    ['~read:EFOO', ['warning read:EFOO']],
    ['~read:4096', ['warning read:4096']],
    ['~read:KILL', ['warning read:KILL']],
    ['~:EPERM', ['warning :EPERM']],
    ['~read: 1', ['warning read:', 'warning 1']],
    ['@clock ~@swap', ['warning ~@swap']],
    ['read,write', ['warning read,write']],
    ['"read"', ['warning "read"']],
    ['Read', ['warning Read']],
    ['%i', ['warning %i']],
  ])('minds %j', (value, expected) => {
    expect(verdicts('Service.SystemCallFilter', value)).toEqual(expected);
  });

  test('says what is newer than the target', () => {
    expect(problemsOf('Service.SystemCallFilter', 'mseal', { version: 252 })[0]!.rule).toBe('value-too-new');
    expect(problemsOf('Service.SystemCallFilter', '@sandbox', { version: 252 })[0]!.rule).toBe('value-too-new');
    expect(verdicts('Service.SystemCallFilter', 'mseal @sandbox', { version: 257 })).toEqual([]);
    expect(verdicts('Service.SystemCallFilter', 'listns', { version: 257 })).toHaveLength(1);
  });

  test.each([
    ['~raed:EPERM', 'read:EPERM'],
    ['mount:EPERM', 'mount'],
    ['system-service', '@system-service'],
    ['read,write', 'read write'],
    ['@systm-service', '@system-service'],
  ])('mends %j with %j', (value, replacement) => {
    expect(problemsOf('Service.SystemCallFilter', value)[0]!.replacement).toBe(replacement);
  });

  test('stops judging after a hundred faults', () => {
    expect(problemsOf('Service.SystemCallFilter', 'foobar '.repeat(200_000))).toHaveLength(100);
  });
});

test('SystemCallLog= takes no error numbers', () => {
  expect(verdicts('Service.SystemCallLog', '~@mount read')).toEqual([]);
  expect(verdicts('Service.SystemCallLog', '~read:EPERM')).toEqual(['warning read:EPERM']);
});

describe('help', () => {
  const { type, context } = valueTypeFor('Service.SystemCallFilter');

  test('groups tell their members, calls their groups', () => {
    expect(type.describe?.('~@mount:EPERM', 3, context)?.markdown).toMatch(/fails with EPERM.*`umount2`/s);
    expect(type.describe?.('mount', 0, context)?.markdown).toContain('`@mount`');
  });

  test('completes groups, calls and error numbers', () => {
    const labels = (text: string): string[] =>
      type.complete?.(text, text.length, context)?.items.map(({ label }) => label) ?? [];
    expect(labels('')).toEqual(expect.arrayContaining(['@system-service', 'read', '~']));
    expect(labels('~@mount:')).toEqual(expect.arrayContaining(['kill', 'EPERM']));
    expect(type.complete?.('~@mount:EP', 10, context)).toMatchObject({ start: 8, end: 10 });
  });

  test('every group is described and, but for @known, holds something', () => {
    const inTable = groupsWith('read', 262);
    expect(inTable).toContain('@basic-io');
    for (const { name } of syscallGroups) expect(membersOf(name, 262).length > 0).toBe(name !== '@known');
    const unknown = syscallGroups
      .flatMap(({ name }) => membersOf(name, 262))
      .filter((member) => member.startsWith('@') && !findSyscallGroup(member, 262));
    expect(unknown).toEqual([]);
  });

  test('calls of groups are mostly calls libseccomp knows', () => {
    const calls = membersOf('@system-service', 262).filter((name) => !name.startsWith('@'));
    expect(calls.filter((name) => syscallSince(name) === undefined)).toEqual([]);
  });
});
