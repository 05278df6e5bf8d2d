import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { run } from './host.ts';

describe('calendar', () => {
  test('prints as systemd-analyze calendar does', async () => {
    const { status, stdout } = await run(['calendar', '--timezone', 'Europe/Berlin', '--iterations', '2', 'Mon 04:00']);
    expect(status).toBe(0);
    expect(stdout).toBe(
      `  Original form: Mon 04:00
Normalized form: Mon *-*-* 04:00:00
    Next elapse: Mon 2026-03-02 04:00:00 CET
       (in UTC): Mon 2026-03-02 03:00:00 UTC
       From now: 15h left
       Iter. #2: Mon 2026-03-09 04:00:00 CET
       (in UTC): Mon 2026-03-09 03:00:00 UTC
       From now: 1 week 0 days left
`,
    );
  });
  test('a form that is normal already, in UTC, and one that is over', async () => {
    const { stdout } = await run(['calendar', '--timezone', 'UTC', '*-*-* 00:00:00', '2001-01-01 00:00:00']);
    expect(stdout).toBe(
      'Normalized form: *-*-* 00:00:00\n    Next elapse: Mon 2026-03-02 00:00:00 UTC\n       From now: 12h left\n\n' +
        'Normalized form: 2001-01-01 00:00:00\n    Next elapse: never\n',
    );
  });
  test.each([
    ['America/New_York', '2025-02-04T06:00:00Z', 'Sat *-*-1/20 *:0/2', []],
    ['Australia/Lord_Howe', '2027-06-18T09:27:44Z', 'MONDAY *-*-1/27 2/11:0', ['02:00:00 +1030', '13:00:00 +1030']],
    ['UTC', '2025-02-04T06:00:00Z', '2001-01-01', ['never']],
  ])('where systemd gives up, in %s', async (zone, base, expression, expected) => {
    const args = ['--timezone', zone, '--base-time', base, '--iterations', '6', expression];
    const { stdout } = await run(['calendar', ...args]);
    const said = [...stdout.matchAll(/(?:Next elapse|Iter\. #\d): (.*)/g)].map(([, text]) => text!);
    expect(said).toHaveLength(expected.length + (zone === 'UTC' ? 0 : 1));
    for (const [index, end] of expected.entries()) expect(said[index]).toContain(end);
    expect(said.at(-1)!.includes('systemd gives up')).toBe(zone !== 'UTC');
  });
  test('what is not a calendar event is said, the others are shown', async () => {
    const { status, stdout, stderr } = await run(['calendar', 'bad', 'daily']);
    expect(status).toBe(1);
    expect(stderr).toContain('"bad" is not a calendar event');
    expect(stdout).toContain('*-*-* 00:00:00');
  });
  test.each([
    [[]],
    [['--iterations', '0', 'daily']],
    [['--timezone', 'Mars/Base', 'daily']],
    [['--base-time', 'soon', 'daily']],
  ])('wrong usage %j', async (args) => {
    const { status, stderr } = await run(['calendar', ...args]);
    expect(status).toBe(2);
    expect(stderr).toContain('systemd-units calendar');
  });
});

const analyze = spawnSync('systemd-analyze', ['--version']);

describe.skipIf(analyze.error !== undefined)(
  `beside systemd-analyze${analyze.error ? ' (skipped: there is none here)' : ''}`,
  () => {
    test.each([
      ['Europe/Berlin', '2026-03-28T00:00:00Z'],
      ['America/New_York', '2026-10-31T12:00:00Z'],
      ['Asia/Kolkata', '2026-06-01T00:00:00Z'],
      ['UTC', '2026-12-31T23:59:59Z'],
      ['Europe/Dublin', '2026-03-28T12:00:00Z'],
      ['Australia/Lord_Howe', '2026-04-04T10:00:00Z'],
      ['Pacific/Chatham', '2026-09-26T10:00:00Z'],
    ])('in %s from %s on', async (zone, base) => {
      const expressions = [
        'daily',
        '2:30',
        'Mon..Fri *:0/20',
        '*-*~1 12:00',
        'Sat *-*-1..7 18:00',
        '*-02-29',
        'quarterly',
      ];
      const from = new Date(base).toISOString().slice(0, 19).replace('T', ' ');
      const options = { encoding: 'utf8', env: { ...process.env, TZ: zone, LC_ALL: 'C' } } as const;
      const args = ['calendar', '--iterations=5', `--base-time=${from} UTC`, ...expressions];
      const theirs = spawnSync('systemd-analyze', args, options).stdout;
      const ours = await run([
        'calendar',
        '--iterations',
        '5',
        '--timezone',
        zone,
        '--base-time',
        base,
        ...expressions,
      ]);
      // What is now is not the same on both sides.
      const comparable = (text: string) => text.split('\n').filter((line) => !line.includes('From now'));
      expect(comparable(ours.stdout)).toEqual(comparable(theirs));
    });
  },
);
