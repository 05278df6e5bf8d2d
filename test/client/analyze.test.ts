import { describe, expect, test } from 'vitest';
import { calendar, isConfigPath } from '../../client/src/actions/analyze-commands.ts';
import { criticalChain } from '../../client/src/systemd/boot-times.ts';
import { parseExposures, parseScore, security, serviceOf } from '../../client/src/systemd/security.ts';

describe('systemd-analyze security', () => {
  test('is asked about the file', () => {
    expect(security('user', '/w/-h.service', ['--json=short']).args.join(' ')).toBe(
      '--user security --offline=true --no-pager --json=short -- /w/-h.service',
    );
  });

  // As systemd 252 prints them.
  test('gives a score', () => {
    expect(parseScore('✗ UMask= …\n\n→ Overall exposure level for a.service: 9.6 UNSAFE 😨\n')).toEqual({
      exposure: 9.6,
      level: 'UNSAFE',
    });
    expect(parseScore('')).toBeUndefined();
  });

  const remedy = (name: string) =>
    parseExposures(JSON.stringify([{ set: false, name, description: 'x', exposure: '0.2' }]))[0]!.remedy;

  test.each([
    ['PrivateTmp=', 'PrivateTmp=yes'],
    ['User=/DynamicUser=', 'DynamicUser=yes'],
    ['ProtectSystem=', 'ProtectSystem=strict'],
    ['CapabilityBoundingSet=~CAP_SYS_TIME', 'CapabilityBoundingSet=~CAP_SYS_TIME'],
    ['CapabilityBoundingSet=~CAP_SET(UID|GID|PCAP)', 'CapabilityBoundingSet=~CAP_SETUID CAP_SETGID CAP_SETPCAP'],
    [
      'CapabilityBoundingSet=~CAP_(DAC_*|FOWNER|IPC_OWNER)',
      'CapabilityBoundingSet=~CAP_DAC_OVERRIDE CAP_DAC_READ_SEARCH CAP_FOWNER CAP_IPC_OWNER',
    ],
    ['RestrictAddressFamilies=~AF_(INET|INET6)', 'RestrictAddressFamilies=~AF_INET AF_INET6'],
    ['RestrictAddressFamilies=~…', undefined],
    ['RootDirectory=/RootImage=', undefined],
  ])('%s is closed by %s', (name, expected) => {
    expect(remedy(name)).toBe(expected);
  });

  test('what counts most comes first, what does not apply counts nothing', () => {
    const item = (name: string, exposure: string | null) => ({ name, description: 'x', exposure });
    const output = JSON.stringify([item('RemoveIPC=', null), item('UMask=', '0.1'), item('PrivateTmp=', '0.2')]);
    expect(parseExposures(output).map(({ exposure }) => exposure)).toEqual([0.2, 0.1, 0]);
    expect(parseExposures('no JSON')).toEqual([]);
  });
});

test('operands stand behind --', () => {
  expect(criticalChain('user', '-h.service').args.at(-2)).toBe('--');
  expect(calendar('-1').args.slice(-2)).toEqual(['--', '-1']);
});

test('configuration is shown from its folders only', () => {
  expect(['systemd/journald.conf', '../shadow', '/etc/shadow', '-h', 'a//b'].map(isConfigPath)).toEqual([
    ...[true, false, false, true, false],
  ]);
});

describe('which service is judged', () => {
  const service = (relation: string, uri?: string) => ({ name: 'a.service', relation, ...(uri && { uri }) });
  test.each([
    ['timer', [service('starts', 'file:///w/a.service')], { name: 'a.service', uri: 'file:///w/a.service' }],
    [
      'socket',
      [service('wanted by', 'file:///x'), service('starts', 'file:///y')],
      { name: 'a.service', uri: 'file:///y' },
    ],
    ['service', [service('fragment', 'file:///w/a.service')], { name: 'a.service', uri: 'file:///w/a.service' }],
    [
      'timer',
      [service('starts')],
      { refusal: /does not run a process itself. It starts a\.service, which has no unit file/ },
    ],
    ['automount', [{ name: 'a.mount', relation: 'starts', uri: 'file:///m' }], { refusal: /assesses only services/ }],
    ['target', [], { refusal: /a\.target is not a service/ }],
    ['service', [], { refusal: /is changed by this drop-in/ }],
  ] as const)('a %s with %j: %j', (kind, related, expected) => {
    const found = serviceOf({ name: `a.${kind}`, kind }, related);
    expect(found).toEqual('refusal' in expected ? { refusal: expect.stringMatching(expected.refusal) } : expected);
  });
});
