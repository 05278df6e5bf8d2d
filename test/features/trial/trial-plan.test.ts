import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadedUnitOfTexts } from '../../../server/src/features/lenses/effective-unit.ts';
import { beginArgs } from '../../../server/src/features/trial/keeper.ts';
import { type TrialPlan, trialName, trialPlan, trialText } from '../../../server/src/features/trial/trial-plan.ts';
import { parseUnitName } from '../../../server/src/schema/unit-name.ts';
import { base64 } from '../../../server/src/text/base64.ts';

interface Given {
  readonly path?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly name?: string;
}

function planned(text: string, { path = '/units/web.service', more = {}, name }: Given = {}) {
  const others = Object.entries(more).map(([where, what]) => ({ path: where, text: what }));
  const unit = loadedUnitOfTexts([{ path, text }, ...others], { version: 257, manager: 'system' })!;
  return trialPlan(name === undefined ? unit : { ...unit, name: parseUnitName(name) });
}

const planOf = (text: string, given?: Given): TrialPlan => {
  const plan = planned(text, given);
  if ('refusal' in plan) throw new Error(plan.refusal);
  return plan;
};

const EXEC = '[Service]\nExecStart=/bin/true\n';

describe('what a trial runs', () => {
  test('is the unit with its drop-ins, without [Install] and what acts on others', () => {
    const plan = planOf(
      `[Unit]\nConflicts=other.service\nAfter=network.target\nOnFailure=mail.service\n${EXEC}Restart=always\nPrivateTmp=yes\n[Install]\nWantedBy=multi-user.target\nAlias=www.service\n`,
      { more: { '/units/web.service.d/a.conf': '[Service]\nExecStart=\nExecStart=/bin/false\nPrivateTmp=no\n' } },
    );
    expect(trialText(plan)).toBe(
      '[Unit]\nAfter=network.target\nDescription=Trial of web.service\n\n[Service]\nExecStart=/bin/false\nPrivateTmp=no\nTimeoutStopSec=10s\n',
    );
    expect(plan.remarks).toEqual([
      'Left out of the trial: Conflicts=, OnFailure=, as it acts on other units.',
      'Left out of the trial: Restart=, as a trial is one run.',
    ]);
  });

  test('knows where each line stands', () => {
    const more = { '/units/web.service.d/a.conf': '# why\n[Service]\nPrivateTmp=yes\n' };
    const line = planOf(EXEC, { more }).lines.find(({ key }) => key === 'PrivateTmp');
    expect(line?.place).toEqual({ path: '/units/web.service.d/a.conf', line: 3 });
  });

  test('leaves to the manager what it reads for every service anyway', () => {
    const more = { '/etc/systemd/system/service.d/all.conf': '[Service]\nExecStartPre=/bin/echo\n' };
    expect(trialText(planOf(EXEC, { more }))).not.toContain('ExecStartPre');
  });

  test.each([
    ['ExecStart=/bin/echo %n %N %p %i %j %% %%n %t', 'ExecStart=/bin/echo web.service web web %i %j %% %%n %t'],
    ['WorkingDirectory=/srv/%N', 'WorkingDirectory=/srv/web'],
    ['SyslogIdentifier=%p', 'SyslogIdentifier=web'],
    // systemd takes it as it stands.
    ['StandardInputData=aGk=', 'StandardInputData=aGk='],
  ])('%s means the same under another name', (line, expected) => {
    const lines = trialText(planOf(`[Service]\nExecStart=/bin/true\n${line}\n`)).split('\n');
    expect(lines).toContain(expected);
  });

  test('a name with escapes stays what it is in a command line', () => {
    const text = trialText(planOf('[Service]\nExecStart=/bin/echo %n\n', { path: '/units/a\\x2db.service' }));
    expect(text).toContain('ExecStart=/bin/echo a\\\\x2db.service\n');
  });

  test.each([
    ['DynamicUser=yes', 'User=web'],
    ['KillMode=process', 'KillMode=mixed'],
    ['SendSIGKILL=no', 'SendSIGKILL=yes'],
    ['TimeoutStopSec=infinity', 'TimeoutStopSec=10s'],
  ])('%s adds %s, so that nothing is left behind and nobody gets another owner', (line, added) => {
    expect(trialText(planOf(`${EXEC}${line}\n`)).split('\n')).toContain(added);
  });

  test('a short stop stays as it is', () => {
    expect(trialText(planOf(`${EXEC}TimeoutStopSec=3\n`))).not.toContain('10s');
  });

  test('an instance keeps its name behind that of the trial, and its slice', () => {
    const plan = planOf(EXEC, { path: '/units/web@.service', name: 'web@a.service' });
    expect(trialName('0123abcd', plan.unit)).toBe('systemd-units-trial-0123abcd-web@a.service');
    expect(trialText(plan)).toContain('Slice=system-web.slice\n');
  });

  test.each([
    [
      '/units/web.timer',
      '[Timer]\nOnCalendar=daily\n',
      'A trial runs a service. Try the service that this unit starts.',
    ],
    ['/units/web@.service', EXEC, 'web@.service is a template: name the instance that is to be tried.'],
  ])('%s is refused', (path, text, refusal) => expect(planned(text, { path })).toEqual({ refusal }));

  test('another form of it lacks some lines and has others, at the end', () => {
    const plan = planOf(`${EXEC}PrivateTmp=yes\nDynamicUser=yes\n`);
    const text = trialText(plan, { without: ['DynamicUser'], add: ['PrivateTmp=no'] });
    expect(text).not.toMatch(/DynamicUser|User=/);
    expect(text.trimEnd().split('\n').at(-1)).toBe('PrivateTmp=no');
  });
});

describe('the keeper', () => {
  const programs = { install: '/usr/bin/install', systemctl: '/usr/bin/systemctl', rm: '/bin/rm', sleep: '/bin/sleep' };
  const kept = { id: 'ab12', unit: 'a\\x2db.service', manager: 'user' as const, folder: '/run/user/1/systemd/user' };
  const args = beginArgs({ ...kept, text: '[Service]\n', seconds: 90, clean: ['state'] }, programs);

  test('has the text as its input, and takes back all it has made when it ends', () => {
    expect(args).toContain(`--property=StandardInputData=${Buffer.from('[Service]\n').toString('base64')}`);
    const name = 'systemd-units-trial-ab12-a\\\\x2db.service';
    expect(args.filter((word) => word.startsWith('--property=ExecStopPost='))).toEqual(
      [
        `/usr/bin/systemctl --user stop -- "${name}"`,
        `/usr/bin/systemctl --user kill --signal=SIGKILL -- "${name}"`,
        `/usr/bin/systemctl --user reset-failed -- "${name}"`,
        `/usr/bin/systemctl --user clean --what=state -- "${name}"`,
        `/bin/rm -f -- "/run/user/1/systemd/user/${name}"`,
      ].map((line) => `--property=ExecStopPost=-${line}`),
    );
    expect(args.slice(-3)).toEqual(['--', '/bin/sleep', '90']);
  });
});

test('base64 is that of Node', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(base64(text)).toBe(Buffer.from(text).toString('base64'));
    }),
  );
});
