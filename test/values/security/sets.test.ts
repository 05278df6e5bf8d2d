import { describe, expect, test } from 'vitest';
import { capabilities as facts } from '../../../server/src/schema/generated/names.ts';
import { bpfNames } from '../../../server/src/values/security/bpf-delegate.ts';
import { capabilities } from '../../../server/src/values/security/capabilities.ts';
import { problemsOf, valueTypeFor, verdicts } from '../judge.ts';

describe('CapabilityBoundingSet=', () => {
  test.each(['', '~', 'CAP_NET_ADMIN cap_chown', '~CAP_SYS_ADMIN', '12'])('takes %j', (value) => {
    expect(verdicts('Service.CapabilityBoundingSet', value)).toEqual([]);
  });

  test.each([
    ['CAP_FOO', ['info CAP_FOO'], undefined],
    ['NET_ADMIN', ['info NET_ADMIN'], 'CAP_NET_ADMIN'],
    ['CAP_SYS_ADMN', ['info CAP_SYS_ADMN'], 'CAP_SYS_ADMIN'],
    ['99', ['info 99'], undefined],
    ['"CAP_CHOWN', ['info "CAP_CHOWN'], undefined],
  ])('advises on %j, of which systemd says nothing', (value, expected, replacement) => {
    expect(verdicts('Service.AmbientCapabilities', value)).toEqual(expected);
    expect(problemsOf('Service.AmbientCapabilities', value)[0]!.replacement).toBe(replacement);
  });

  test('the descriptions are of the capabilities there are, in their order', () => {
    const names = facts
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[0]!.toUpperCase());
    expect([...capabilities.keys()]).toEqual(names);
  });
});

describe('RestrictNamespaces=', () => {
  test.each(['', 'yes', 'no', '~', 'user pid', '~ user', 'time', 'us\\er'])('takes %j', (value) => {
    expect(verdicts('Service.RestrictNamespaces', value)).toEqual([]);
  });

  test.each([
    ['foo', 'warning foo'],
    ['user foo', 'warning foo'],
    ['user,pid', 'warning user,pid'],
    ['"user"', 'warning "user"'],
    ['~yes', 'warning yes'],
    ['user ~pid', 'warning ~pid'],
    ['%i', 'warning %i'],
  ])('refuses %j', (value, expected) => {
    expect(verdicts('Service.RestrictNamespaces', value)).toEqual([expected]);
  });

  test('mount is called mnt', () => {
    expect(problemsOf('Service.RestrictNamespaces', 'mount')[0]!.replacement).toBe('mnt');
  });

  test('DelegateNamespaces= cannot give away the user namespace', () => {
    expect(verdicts('Service.DelegateNamespaces', 'user pid')).toEqual(['warning user']);
    expect(verdicts('Service.DelegateNamespaces', '~user')).toEqual([]);
  });
});

describe('RestrictAddressFamilies=', () => {
  test.each(['', 'none', 'AF_INET af_inet6', '~AF_PACKET', '~', '"AF_INET"', 'AF_ROUTE AF_FILE'])(
    'takes %j',
    (value) => {
      expect(verdicts('Service.RestrictAddressFamilies', value)).toEqual([]);
    },
  );

  test.each([
    ['AF_FOO', 'warning AF_FOO'],
    ['INET', 'warning INET'],
    ['None', 'warning None'],
    ['AF_INET none', 'warning none'],
    ['AF_INET,AF_INET6', 'warning AF_INET,AF_INET6'],
    ['AF_UNSPEC', 'warning AF_UNSPEC'],
    ['AF_INET ~AF_INET6', 'warning ~AF_INET6'],
    ['"AF_INET', 'warning "AF_INET'],
  ])('minds %j', (value, expected) => {
    expect(verdicts('Service.RestrictAddressFamilies', value)).toEqual([expected]);
  });

  test('a bad word costs the line since 258, itself before', () => {
    expect(problemsOf('Service.RestrictAddressFamilies', 'AF_INET INET')[0]).toMatchObject({
      effect: 'ignored',
      replacement: 'AF_INET',
    });
    expect(problemsOf('Service.RestrictAddressFamilies', 'AF_INET INET', { version: 257 })[0]!.effect).toBe('part');
  });
});

describe('RestrictFileSystems=', () => {
  test.each([
    ['ext4 tmpfs', []],
    ['~@network', []],
    ['my-own-filesystem', []],
    ['@foo', ['warning @foo']],
    ['ext4 @KNOWN', ['warning @KNOWN']],
    ['"ext4', ['warning "ext4']],
    ['btfrs', ['hint btfrs']],
  ])('%j', (value, expected) => {
    expect(verdicts('Service.RestrictFileSystems', value)).toEqual(expected);
  });
});

describe('BPFDelegate…=', () => {
  test('takes what the manual lists, and any alone', () => {
    for (const [key, names] of Object.entries(bpfNames)) {
      expect(verdicts(`Service.${key}`, names.join(','))).toEqual([]);
      expect(verdicts(`Service.${key}`, 'any')).toEqual([]);
      expect(names.every((name) => /^BPF[A-Z]\w+$/.test(name))).toBe(true);
    }
  });

  test('minds the rest', () => {
    expect(verdicts('Service.BPFDelegateCommands', 'any,BPFMapCreate')).toEqual(['warning any']);
    expect(verdicts('Service.BPFDelegateMaps', 'hash')).toEqual(['warning hash']);
    expect(verdicts('Service.BPFDelegateMaps', 'BPFMapTypeHash BPFMapTypeArray')).toEqual([
      'warning BPFMapTypeHash BPFMapTypeArray',
    ]);
  });
});

describe('labels of security modules', () => {
  test.each(['SELinuxContext', 'AppArmorProfile', 'SmackProcessLabel'])('%s= minds specifiers only', (key) => {
    expect(verdicts(`Service.${key}`, 'foo bar')).toEqual([]);
    expect(verdicts(`Service.${key}`, '-')).toEqual([]);
    expect(verdicts(`Service.${key}`, 'a%Z')).toEqual(['error %Z']);
    expect(verdicts(`Service.${key}`, '-a%Z')).toEqual(['warning %Z']);
  });

  test('describes what a dash changes', () => {
    const { type, context } = valueTypeFor('Service.AppArmorProfile');
    expect(type.describe?.('-web', 0, context)?.markdown).toContain('starts all the same');
  });
});
