import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountOf } from '../../../server/src/features/trial/account.ts';
import { checkAnswer, splitCheck } from '../../../server/src/features/trial/check-command.ts';
import { conflictsOf } from '../../../server/src/features/trial/conflicts.ts';
import { findDirective } from '../../../server/src/features/trial/find-directive.ts';
import { runTrial, type TrialMachine, type TrialOptions } from '../../../server/src/features/trial/run-trial.ts';
import { smallestSet } from '../../../server/src/features/trial/smallest-set.ts';
import type { TrialPlan, Variant } from '../../../server/src/features/trial/trial-plan.ts';

const plan: TrialPlan = {
  ...{ unit: 'web.service', manager: 'system', version: 257, remarks: [], files: [] },
  lines: ['ProtectHome=yes', 'PrivateTmp=yes', 'ProtectSystem=strict', 'PrivateDevices=yes'].map((text, index) => ({
    ...{ section: 'Service', key: text.split('=')[0]!, value: text.split('=')[1]! },
    place: { path: '/web.service', line: index + 1 },
  })),
};

/** A machine whose unit goes through these states, one a look; each look is a second. */
function machineWith(states: readonly string[], ran: string[] = [], begins = 0): TrialMachine {
  let looks = 0;
  let time = 0;
  return {
    ask: async (program, args) => {
      if (program !== 'systemctl' || !args.some((word) => word.startsWith('--property=LoadState'))) return '';
      const state = states[Math.min(looks++, states.length - 1)]!.replaceAll(' ', '\n');
      return state.startsWith('LoadState') ? state : `LoadState=loaded\n${state}\n`;
    },
    read: async () => undefined,
    look: async () => 'missing',
    firstLine: async () => undefined,
    run: async (program) => {
      ran.push(program);
      return { code: program === 'systemd-run' ? begins : 0, stderr: begins === 0 ? '' : 'Access denied\n' };
    },
    analyze: async () => '',
    programs: { install: '/i', systemctl: '/s', rm: '/r', sleep: '/z' },
    folder: '/run/systemd/system',
    newId: () => '0a1b2c3d',
    wait: async () => {
      time += 1_000;
    },
    now: () => time,
  };
}

const options: TrialOptions = { limit: 10, watch: 3 };
const UP = 'ActiveState=active SubState=running';
const COMING = 'ActiveState=activating SubState=start';

describe('a trial ends', () => {
  test.each([
    ['when it was watched long enough', [COMING, UP], {}, 'ran'],
    ['when it has done its work', [COMING, 'ActiveState=inactive InactiveEnterTimestampMonotonic=5'], {}, 'ended'],
    ['when it has done its work and stays', ['ActiveState=active SubState=exited'], {}, 'ended'],
    ['when it fails', [UP, 'ActiveState=failed'], {}, 'failed'],
    ['when systemd refuses the unit', ['LoadState=bad-setting ActiveState=inactive'], {}, 'failed'],
    ['when a condition does not hold', ['ActiveState=inactive ConditionResult=no'], {}, 'skipped'],
    ['when what it requires failed', ['ActiveState=inactive Job= InactiveEnterTimestampMonotonic=0'], {}, 'skipped'],
    ['not before its job is done', ['ActiveState=inactive Job=7', UP], {}, 'ran'],
    ['when the time is over', [COMING], {}, 'limit'],
    ['when its user wants it', [COMING], { isCancelled: () => true }, 'cancelled'],
    ['when it passes the check', [UP], { check: async () => ({ ok: true, said: '' }) }, 'ran'],
    ['when it does not pass in time', [UP], { check: async () => ({ ok: false, said: 'no' }) }, 'unchecked'],
  ] as const)('%s', async (_, states, more, end) => {
    const ran: string[] = [];
    const run = await runTrial(machineWith(states, ran), plan, { ...options, ...more });
    expect('end' in run && run.end).toBe(end);
    // Whatever comes of it, the keeper is told to take it back.
    expect(ran).toEqual(['systemd-run', 'systemctl']);
  });

  test('before it begins, where there are no rights', async () => {
    const ran: string[] = [];
    expect(await runTrial(machineWith([UP], ran, 1), plan, options)).toEqual({
      refusal:
        'The trial did not begin: systemd-run could not start it in the system manager (Access denied). The system manager takes that from root only (sudo); your own manager runs units of yours.',
    });
    expect(ran).toEqual(['systemd-run']);
  });
});

describe('before a trial', () => {
  const planWith = (...lines: string[]): TrialPlan => ({
    ...plan,
    lines: lines.map((text) => ({
      section: text.startsWith('Requires') ? 'Unit' : 'Service',
      key: text.slice(0, text.indexOf('=')),
      value: text.slice(text.indexOf('=') + 1),
    })),
  });
  const asker = (states: readonly string[], there = false): TrialMachine => ({
    ...machineWith([UP]),
    ask: async () => states.map((state) => `LoadState=loaded\nActiveState=${state}\n`).join('\n'),
    look: async () => (there ? { type: 'directory', executable: true } : 'missing'),
  });

  test('what it shares with the running unit is told, and a folder of both is not taken away', async () => {
    const { harms, variant } = await conflictsOf(
      asker(['active']),
      planWith('RuntimeDirectory=web', 'BusName=org.web'),
    );
    expect(harms).toEqual([
      'web.service is running, and the trial runs beside it: a port, socket or file that only one of them can have is taken.',
      'RuntimeDirectory=web: both use the same folder below /run.',
      'BusName=org.web: the name on the bus belongs to the running service.',
    ]);
    expect(variant).toEqual({ add: ['RuntimeDirectoryPreserve=yes'] });
  });

  test('folders that are not there go with it, others are told', async () => {
    const lines = planWith('StateDirectory=web', 'CacheDirectory=web');
    expect(await conflictsOf(asker(['inactive']), lines)).toMatchObject({ harms: [], clean: ['state', 'cache'] });
    expect(await conflictsOf(asker(['inactive'], true), lines)).toMatchObject({
      harms: [
        'StateDirectory=: the trial works on what is in /var/lib/web.',
        'CacheDirectory=: the trial works on what is in /var/cache/web.',
      ],
      clean: [],
    });
  });

  test('units that it starts, and commands about itself, are told', async () => {
    const lines = planWith('Requires=db.service', 'ExecStartPost=/bin/systemctl reload web.service');
    expect((await conflictsOf(asker(['inactive', 'inactive']), lines)).harms).toEqual([
      'db.service is needed and does not run: it is started, and stays up when the trial has ended.',
      'ExecStartPost= names web.service: that command acts on the installed unit.',
    ]);
  });
});

describe('the directive that denies something is found', () => {
  /** A service that works without each of these sets of lines. */
  async function found(reasons: readonly (readonly string[])[]) {
    const tried: Variant[] = [];
    const account = accountOf(plan, {
      ...{ end: 'failed', seconds: 1 },
      facts: { manager: 'system', version: 257, units: [{ ...NOTHING }] },
    });
    const proof = await findDirective(plan, account, async (variant) => {
      tried.push(variant);
      const ok = reasons.some((keys) => keys.every((key) => variant.without?.includes(key)));
      return { ...account, ok, end: ok ? 'ran' : 'failed' };
    });
    return { cause: proof.cause, keys: proof.suspects.map(({ key }) => key).sort() };
  }
  const NOTHING = { name: 'web.service', properties: {}, conditions: [], journal: [], files: [], programs: {} };

  test.each([
    [[['PrivateDevices']], 'alone', ['PrivateDevices']],
    [[['PrivateDevices', 'PrivateTmp']], 'together', ['PrivateDevices', 'PrivateTmp']],
    [[], 'elsewhere', []],
  ] as const)('%j', async (reasons, cause, keys) => expect(await found(reasons)).toEqual({ cause, keys }));

  test('the smallest set that passes has no item too many', async () => {
    const sets = fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(sets, async (needed) => {
        const all = Array.from({ length: 41 }, (_, index) => index);
        const part = await smallestSet(all, async (some) => needed.every((item) => some.includes(item)));
        expect([...part].sort()).toEqual([...needed].sort());
      }),
    );
  });
});

describe('a check', () => {
  test.each([
    ['curl -f "http://localhost:8080/a b"', { argv: ['curl', '-f', 'http://localhost:8080/a b'] }],
    ["sh -c 'a | b'", { argv: ['sh', '-c', 'a | b'] }],
    ['a | b', { refusal: 'A check is run without a shell. For "|" write: sh -c \'…\'' }],
    [' ', { refusal: 'A check is a command: curl --fail http://localhost:8080' }],
  ])('%s is split as systemd splits command lines', (text, expected) => expect(splitCheck(text)).toEqual(expected));

  test.each([
    [
      { code: 0, stdout: 'ok\n', stderr: '' },
      { ok: true, said: 'ok' },
    ],
    [
      { code: 7, stdout: '', stderr: '' },
      { ok: false, said: 'exit status 7' },
    ],
    [
      { code: undefined, stdout: '', stderr: '' },
      { ok: false, said: 'no answer within 10 s' },
    ],
  ])('%j', (ended, answer) => expect(checkAnswer(ended, 10)).toEqual(answer));
});
