import { describe, expect, test } from 'vitest';
import { unitActions } from '../../client/src/actions/unit-actions.ts';
import { commandLine, daemonReload, hasTaskVariable, link } from '../../client/src/systemd/command.ts';
import { bootTitle, journalOfBoot, journalSince, parseBoots } from '../../client/src/systemd/journal-query.ts';
import type { Target } from '../../client/src/systemd/unit-of-file.ts';

const system: Target = { name: '-h.service', kind: 'service', manager: 'system', path: '/w/-h.service' };
const user: Target = { name: 'tea.timer', kind: 'timer', manager: 'user', path: '/w/user/tea.timer' };

const lines = (target: Target) =>
  Object.entries(unitActions).map(([id, action]) => `${id}: ${action.commands(target).map(commandLine).join('; ')}`);

test('what each action runs for the system manager', () => {
  expect(lines(system)).toEqual([
    'start: systemctl start -- -h.service',
    'restart: systemctl restart -- -h.service',
    'reloadAndRestart: systemctl daemon-reload; systemctl restart -- -h.service',
    'stop: systemctl stop -- -h.service',
    'reload: systemctl reload -- -h.service',
    'enable: systemctl enable -- -h.service',
    'disable: systemctl disable -- -h.service',
    'mask: systemctl mask -- -h.service',
    'unmask: systemctl unmask -- -h.service',
    'status: systemctl status --no-pager --full -- -h.service',
    'cat: systemctl cat --no-pager -- -h.service',
    'listDependencies: systemctl list-dependencies --no-pager -- -h.service',
    'listUnits: systemctl list-units --no-pager --all --type=service',
    'verify: systemd-analyze verify -- /w/-h.service',
    'journal: journalctl --no-pager --lines=100 --unit=-h.service',
    'journalFollow: journalctl --follow --lines=20 --unit=-h.service',
    'journalThisBoot: journalctl --boot --pager-end --unit=-h.service',
  ]);
});

test('the user manager is named to each program in its own way', () => {
  expect(lines(user)).toEqual(
    expect.arrayContaining([
      'start: systemctl --user start -- tea.timer',
      'listUnits: systemctl --user list-units --no-pager --all --type=timer',
      'verify: systemd-analyze --user verify -- /w/user/tea.timer',
      'journal: journalctl --no-pager --lines=100 --user-unit=tea.timer',
    ]),
  );
  expect(commandLine(daemonReload('user'))).toBe('systemctl --user daemon-reload');
});

test('paths reach the program as they stand', () => {
  expect(link('system', ['/w/$(reboot)/a b.service']).args).toEqual(['link', '--', '/w/$(reboot)/a b.service']);
  expect(commandLine(link('system', ["/w/it's.service"]))).toBe(String.raw`systemctl link -- '/w/it'\''s.service'`);
});

test('a drop-in is verified with the unit it changes', () => {
  const target: Target = { ...system, name: 'web.service', path: '/w/web.service.d/limits.conf' };
  expect(unitActions.verify.commands(target).map(commandLine)).toEqual(['systemd-analyze verify -- /w/web.service']);
});

test('what VS Code would replace in a task is noticed', () => {
  const fileNamed = (path: string) => unitActions.verify.commands({ ...system, path })[0]!;
  expect(hasTaskVariable(fileNamed(`/w/$\{env:HOME}.service`))).toBe(true);
  expect(hasTaskVariable(fileNamed('/w/$HOME.service'))).toBe(false);
});

describe('boots', () => {
  const id = (digit: string) => digit.repeat(32);
  const newest = { offset: 0, id: id('b'), period: 'Sun 2026-11-22 16:43:00 UTC Sun 2026-11-22 16:50:00 UTC' };
  const output = [
    'IDX BOOT ID                          FIRST ENTRY                 LAST ENTRY',
    ` -1 ${id('a')} Sat 2026-11-21 10:00:00 UTC Sat 2026-11-21 11:00:00 UTC`,
    `  0 ${newest.id} ${newest.period}`,
    '',
  ].join('\n');

  test('are read from journalctl, the newest first', () => {
    expect(parseBoots(output).map(({ offset }) => offset)).toEqual([0, -1]);
    expect(parseBoots(output)[0]).toEqual(newest);
    expect(parseBoots('')).toEqual([]);
  });

  test('are called by their first and last line, whatever the version prints between these', () => {
    const title = (period: string) => bootTitle({ ...newest, period });
    expect(title(newest.period)).toBe('2026-11-22 16:43 – 16:50');
    expect(title('Sat 2026-11-21 10:00:00 CET—Sun 2026-11-22 01:05:09 CET')).toBe(
      '2026-11-21 10:00 – 2026-11-22 01:05',
    );
    expect(title('n/a')).toBe('n/a');
  });

  test('and asked for by their identifier', () => {
    expect(commandLine(journalOfBoot(user, newest))).toBe(
      `journalctl --boot=${newest.id} --pager-end --user-unit=tea.timer`,
    );
    expect(journalSince(system, '1 hour ago').args).toEqual(['--since=1 hour ago', '--unit=-h.service']);
  });
});
