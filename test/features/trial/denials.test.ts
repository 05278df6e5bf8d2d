import { describe, expect, test } from 'vitest';
import { denialsOf } from '../../../server/src/features/trial/denials.ts';
import { symptomIn, symptomsOf } from '../../../server/src/features/trial/symptoms.ts';
import type { TrialPlan } from '../../../server/src/features/trial/trial-plan.ts';
import type { UnitFacts } from '../../../server/src/features/why/facts.ts';

const planWith = (...assignments: string[]): TrialPlan => ({
  ...{ unit: 'web.service', manager: 'system', version: 257, remarks: [], files: [] },
  lines: assignments.map((text, index) => ({
    section: 'Service',
    key: text.slice(0, text.indexOf('=')),
    value: text.slice(text.indexOf('=') + 1),
    place: { path: '/web.service', line: index + 1 },
  })),
});

describe('what programs say when something is denied', () => {
  test.each([
    ["touch: cannot touch '/var/lib/x': Read-only file system", 'EROFS', '/var/lib/x'],
    ['mkdir: cannot create directory ‘/srv/a’: Read-only file system', 'EROFS', '/srv/a'],
    ["Error: EACCES: permission denied, open '/etc/shadow'", 'EACCES', '/etc/shadow'],
    ['/usr/bin/app: /srv/data: Permission denied', 'EACCES', '/srv/data'],
    ["PermissionError: [Errno 13] Permission denied: '/root/x'", 'EACCES', '/root/x'],
    ['unshare: unshare failed: Operation not permitted', 'EPERM', undefined],
    ['hostname: you must be root to change the host name', 'EPERM', undefined],
    ['listen EAFNOSUPPORT: address family not supported 127.0.0.1', 'EAFNOSUPPORT', undefined],
    ['curl: (6) Could not resolve host: example.org', 'ENETUNREACH', undefined],
    ['Error: EMFILE: too many open files, open /dev/null', 'EMFILE', '/dev/null'],
    ['all is well', undefined, undefined],
  ])('%s', (text, kind, path) => {
    expect([symptomIn(text)?.kind, symptomIn(text)?.path]).toEqual([kind, path]);
  });

  const facts = (properties: UnitFacts['properties'], ...texts: string[]): UnitFacts => ({
    ...{ name: 'web.service', properties, conditions: [], files: [], programs: {} },
    journal: texts.map((text) => ({ time: 0, source: 'web', text, isOfManager: false, invocation: '' })),
  });

  test('each sign is told once', () => {
    const said = "touch: cannot touch '/a/b': Read-only file system";
    expect(symptomsOf(facts({}, said, said))).toHaveLength(1);
  });

  test('a forbidden system call is told by the signal, and its number by the audit of the kernel', () => {
    const audit =
      'SECCOMP auid=1 uid=0 comm="web" exe="/web" sig=31 arch=c000003e syscall=161 compat=0 ip=0x7f code=0x0';
    expect(symptomsOf(facts({ ExecMainCode: ['2'], ExecMainStatus: ['31'] }, audit))).toEqual([
      { kind: 'SIGSYS', call: 'number 161' },
    ]);
  });
});

describe('the line that is suspected first', () => {
  const EROFS = { kind: 'EROFS', said: 'cannot create', path: '/srv/data/x' } as const;
  test.each([
    ['the one that names the path most nearly', EROFS, ['ProtectSystem=strict', 'ReadOnlyPaths=/srv'], 'ReadOnlyPaths'],
    ['the one with all paths', EROFS, ['ProtectSystem=strict', 'ReadOnlyPaths=/opt'], 'ProtectSystem'],
    ['none that does not reach so far', EROFS, ['ProtectSystem=full', 'ProtectHome=yes'], undefined],
    ['none that is off', EROFS, ['ProtectSystem=no', 'ReadOnlyPaths='], undefined],
    [
      'the one the message speaks of',
      { kind: 'EPERM', said: 'unshare failed' } as const,
      ['CapabilityBoundingSet=CAP_CHOWN', 'RestrictNamespaces=yes', 'NoNewPrivileges=yes'],
      'RestrictNamespaces',
    ],
  ])('is %s', (_, symptom, lines, key) => {
    const [denial] = denialsOf(planWith(...lines), [symptom]);
    expect(denial?.suspects[0]?.key).toBe(key);
  });

  test('what is not there is no denial where no line hides it', () => {
    expect(denialsOf(planWith('ProtectHome=yes'), [{ kind: 'ENOENT', path: '/srv/x' }])).toEqual([]);
    expect(denialsOf(planWith('ProtectHome=yes'), [{ kind: 'ENOENT', path: '/home/a/x' }])).toHaveLength(1);
  });

  test.each([
    ['/var/lib/app/x', ['StateDirectory=app', 'ReadWritePaths=/var/lib/app', 'ReadWritePaths=/var/lib/app/x']],
    ['/srv/x', ['ReadWritePaths=/srv', 'ReadWritePaths=/srv/x']],
  ])('to write at %s, the narrowest is offered first', (path, expected) => {
    const [denial] = denialsOf(planWith('ProtectSystem=strict'), [{ kind: 'EROFS', said: 'cannot touch', path }]);
    expect(denial!.suspects[0]!.remedies.map(({ add }) => add[0])).toEqual(expected);
  });

  test('a folder that systemd would own, or remove, is never tried unasked', () => {
    const [denial] = denialsOf(planWith('ReadOnlyPaths=/run'), [{ kind: 'EROFS', path: '/run/app/x' }]);
    expect(denial!.suspects[0]!.remedies.filter(({ isUntried }) => !isUntried).map(({ add }) => add[0])).toEqual([
      'ReadWritePaths=/run/app/x',
    ]);
  });
});
