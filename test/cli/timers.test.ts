import { describe, expect, test } from 'vitest';
import { run } from './host.ts';

const files = {
  'units/backup.timer': '[Timer]\nOnCalendar=02:30\nRandomizedDelaySec=4h\nPersistent=yes\n',
  'units/backup.service': '[Service]\nExecStart=/bin/true\n',
  'units/clean.timer': '[Timer]\nOnCalendar=Mon,Sun 0:00\n',
  'units/mail.timer': '[Timer]\nOnCalendar=daily\n',
  'units/boot.timer': '[Timer]\nOnBootSec=15min\n',
};

const options = ['--timezone', 'Europe/Berlin', '--base-time', '2026-03-27T12:00:00Z'];

describe('timers', () => {
  test('draws an axis and tells what is to be known', async () => {
    const { status, stdout } = await run(
      ['timers', ...options, '--days', '4', '--off', '22:00..06:00', 'units'],
      files,
    );
    expect(status).toBe(0);
    expect(stdout).toBe(`              Fri 27      Sat 28      Sun 29      Mon 30
backup.timer  ·1~~·········1~~·····················1~~········
boot.timer    ················································
clean.timer   ························1···········1···········
mail.timer    1···········1···········1···········1···········

A character is 2h: how many runs begin in it (+ for 10 or more), ~ for a random delay, ? for a run by time spans.

Timer         Next                         Delay                                 When
backup.timer  Sat 2026-03-28 02:30:00 CET  + up to 4h (random), 1min (accuracy)  OnCalendar=02:30
boot.timer    –                            + up to 1min (accuracy)               OnBootSec=15min
clean.timer   Sun 2026-03-29 00:00:00 CET  + up to 1min (accuracy)               OnCalendar=Mon,Sun 0:00
mail.timer    Sat 2026-03-28 00:00:00 CET  + up to 1min (accuracy)               OnCalendar=daily

In the same minute:
  Sun 2026-03-29 00:00:00 CET, 2 times: 2 timers (clean.timer, mail.timer)

Clocks change:
  Sun 2026-03-29 03:00:00 CEST: clocks go from 02:00 to 03:00 (CET to CEST).
  backup.timer: there is no 02:30 that day; it runs next on Mon 2026-03-30 02:30:00 CEST.

While the machine is off:
  backup.timer misses 3 runs and runs 3 times instead, first on Fri 2026-03-27 06:00:00 CET (Persistent=yes).
  clean.timer misses 2 runs; with Persistent=yes it would run once when the machine is on again.
  mail.timer misses 4 runs; with Persistent=yes it would run once when the machine is on again.
`);
  });

  test('has times as ISO 8601 in JSON', async () => {
    const { stdout } = await run(
      ['timers', ...options, '--days', '1', '--format', 'json', 'units/backup.timer'],
      files,
    );
    const plan = JSON.parse(stdout);
    expect(plan).toMatchObject({ from: '2026-03-26T23:00:00Z', to: '2026-03-27T23:00:00Z' });
    expect(plan.timers).toMatchObject([
      { name: 'backup.timer', activates: 'backup.service', runs: ['2026-03-27T01:30:00Z'], delay: { random: 14_400 } },
    ]);
  });

  test('asks the manager where no file is named', async () => {
    const asked: string[] = [];
    const ask = async (program: string, args: readonly string[]) => {
      asked.push([program, ...args].join(' '));
      if (!args.includes('*.timer'))
        return 'UserspaceTimestamp=Sun 2026-03-01 10:00:00 UTC\nUserspaceTimestampMonotonic=0\n';
      return `Id=a.timer\nLoadState=loaded\nActiveState=active\nUnit=a.service\nNextElapseUSecMonotonic=3h\n
TimersMonotonic={ OnUnitActiveUSec=6h ; next_elapse=3h }\n`.replace('\n\n', '\n');
    };
    const { status, stdout } = await run(['timers', '--timezone', 'UTC', '--days', '1', '--user'], {}, '', { ask });
    expect(status).toBe(0);
    expect(stdout).toContain('a.timer  ··························?···········?·········');
    expect(asked.every((line) => line.startsWith('systemctl --user show'))).toBe(true);
  });

  test('of no timers nothing is drawn', async () => {
    const { stdout } = await run(['timers', 'a.service'], { 'a.service': '[Service]\nExecStart=/bin/true\n' });
    expect(stdout).toBe('There are no timers.\n');
  });

  test.each([
    [['--days', '0', 'units']],
    [['--days', 'many', 'units']],
    [['--off', 'soon', 'units']],
    [['--off', '22:00..06:00..07:00', 'units']],
    [['--format', 'xml', 'units']],
    [['nowhere']],
    [[]],
  ])('wrong usage %j', async (args) => {
    const { status, stderr } = await run(['timers', ...args], files);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
  });
});
