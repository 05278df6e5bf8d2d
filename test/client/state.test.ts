import { describe, expect, test } from 'vitest';
import { exitStatus } from '../../client/src/systemd/exit-status.ts';
import { causeSpan, failureOf } from '../../client/src/systemd/failure.ts';
import { offers } from '../../client/src/systemd/lens-offers.ts';
import { asShown, clock, span, stateDetail, stateText, stateWord } from '../../client/src/systemd/state-text.ts';
import { asPattern, parseShow, parseTime, show } from '../../client/src/systemd/systemctl-show.ts';
import { type UnitState, unitState } from '../../client/src/systemd/unit-state.ts';
import { exitStatuses } from '../../server/src/schema/generated/names.ts';

/** As `TZ=UTC systemctl show` of systemd 252 prints them. */
const output = `Type=simple
Result=exit-code
ExecMainCode=1
ExecMainStatus=217
ExecStart={ path=/bin/true ; argv[]=/bin/true ; ignore_errors=no ; start_time=[Sun 2026-11-22 17:42:14 UTC] ; stop_time=[Sun 2026-11-22 17:42:14 UTC] ; pid=240 ; code=exited ; status=217 }
Id=d.service
LoadState=loaded
ActiveState=failed
SubState=failed
FragmentPath=/etc/systemd/system/d.service
StateChangeTimestamp=Sun 2026-11-22 17:42:14 UTC
NeedDaemonReload=no
ConditionResult=yes
CanStart=yes
CanStop=yes

Listen=/run/a (Stream)
Listen=/run/b (Datagram)
Id=a.socket
LoadState=not-found
LoadError=org.freedesktop.systemd1.NoSuchUnit "Unit a.socket not found."
ActiveState=inactive
SubState=dead
`;

const state = (lines: Record<string, string | string[]>): UnitState =>
  unitState(new Map(Object.entries({ LoadState: 'loaded', ...lines }).map(([key, value]) => [key, [value].flat()])));

/** Those that systemd gives a name. */
const exitStatusesOfSystemd = ['0', '1', '203', '217', '226', '243'];

const now = Date.UTC(2026, 10, 22, 19, 42, 14);

describe('systemctl show', () => {
  test('prints one block per unit, lists as repeated lines', () => {
    const [failed, socket] = parseShow(output).map(unitState);
    expect(failed).toMatchObject({ id: 'd.service', active: 'failed', mainCode: 'exited', mainStatus: 217 });
    expect(failed!.since).toBe(now - 7_200_000);
    expect(failed!.execs).toEqual([
      { directive: 'ExecStart', index: 0, path: '/bin/true', code: 'exited', status: 217 },
    ]);
    expect(socket).toMatchObject({
      listen: ['/run/a (Stream)', '/run/b (Datagram)'],
      loadError: 'Unit a.socket not found.',
    });
  });

  test('is asked with names behind --', () => {
    expect(show('user', ['Id', 'Result'], ['-h.service']).args).toEqual([
      ...['--user', 'show', '--no-pager', '--property=Id,Result', '--', '-h.service'],
    ]);
    expect(asPattern(String.raw`a\x2db@*.service`)).toBe(String.raw`a\\x2db@*.service`);
  });

  test('says n/a, nothing or a number for no time', () => {
    expect([parseTime(''), parseTime('n/a'), parseTime(undefined)]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the state in words', () => {
  const since = 'Sun 2026-11-22 17:42:14 UTC';
  test.each<[Record<string, string>, RegExp]>([
    [
      { ActiveState: 'active', SubState: 'running', StateChangeTimestamp: since },
      /^● running since .*\d\d:\d\d \(2 h\)$/,
    ],
    [{ ActiveState: 'active', SubState: 'exited' }, /^● active \(exited\)$/],
    [{ ActiveState: 'active', SubState: 'active' }, /^● active$/],
    [{ ActiveState: 'inactive', SubState: 'dead' }, /^○ not running$/],
    [{ ActiveState: 'inactive', LoadState: 'not-found' }, /^○ not installed$/],
    [{ ActiveState: 'inactive', LoadState: 'masked' }, /^⊘ masked$/],
    [{ ActiveState: 'activating', SubState: 'start-pre' }, /^◐ activating \(start-pre\)$/],
    [
      { ActiveState: 'active', SubState: 'running', NeedDaemonReload: 'yes' },
      /^● running an older version of this file$/,
    ],
    [
      { ActiveState: 'inactive', ConditionResult: 'no', ConditionTimestamp: since },
      /^○ not running: condition not met$/,
    ],
    [{ ActiveState: 'inactive', ConditionResult: 'no', ConditionTimestamp: '' }, /^○ not running$/],
    [
      { ActiveState: 'inactive', LoadState: 'bad-setting', LoadError: 'x.Y "Unit a has a bad setting."' },
      /^✗ refused by systemd$/,
    ],
    [
      { ActiveState: 'failed', Result: 'exit-code', ExecMainCode: '1', ExecMainStatus: '203' },
      /^✗ failed: exit code 203\/EXEC$/,
    ],
    [
      { ActiveState: 'failed', Result: 'exit-code', ExecMainCode: '0', ExecMainStatus: '0' },
      /^✗ failed: another command$/,
    ],
    [
      { ActiveState: 'failed', Result: 'signal', ExecMainCode: '0', ExecMainStatus: '0' },
      /^✗ failed: another command$/,
    ],
    [
      { ActiveState: 'activating', SubState: 'auto-restart', Result: 'signal', ExecMainStatus: '11', NRestarts: '2' },
      /^↻ restarting, time 3: signal SIGSEGV$/,
    ],
    [
      { ActiveState: 'active', SubState: 'waiting', NextElapseUSecRealtime: 'Mon 2026-11-23 19:42:14 UTC' },
      /^● waiting, next run 2026-11-2[34] \d\d:\d\d \(in 1 d\)$/,
    ],
  ])('%j', (lines, text) => {
    expect(stateText(state(lines), now)).toMatch(text);
    expect(stateText(state(lines), now)).toContain(stateWord(state(lines)));
  });

  test('is short whatever failed, and says the reason where there is room', () => {
    const results = [
      'exit-code',
      'signal',
      'core-dump',
      'timeout',
      'watchdog',
      'protocol',
      'start-limit-hit',
      'oom-kill',
    ];
    const others = ['resources', 'exec-condition', 'trigger-limit-hit', 'unit-start-limit-hit', 'made-up'];
    for (const result of [...results, ...others]) {
      for (const status of exitStatusesOfSystemd) {
        const failed = state({ ActiveState: 'failed', Result: result, ExecMainCode: '1', ExecMainStatus: status });
        expect(stateText(failed, now, 'elsewhere').length, `${result} ${status}`).toBeLessThan(64);
      }
    }
    const failed = state({ ActiveState: 'failed', Result: 'exit-code', ExecMainCode: '1', ExecMainStatus: '203' });
    expect(stateDetail(failed, now)).toMatch(/^failed: exit code 203\/EXEC \(the program could not be executed/);
    const refused = state({ ActiveState: 'inactive', LoadState: 'bad-setting', LoadError: 'x.Y "Unit a is bad."' });
    expect(stateDetail(refused, now)).toBe('refused: Unit a is bad.');
  });

  test('tells a file that is not the one loaded, in a few words and then where that is', () => {
    const other = state({
      ActiveState: 'inactive',
      FragmentPath: '/etc/systemd/system/a.service',
      UnitFileState: 'static',
    });
    expect(stateText(other, now, 'elsewhere')).toBe('○ not running · from another file');
    expect(stateDetail(other, now, 'elsewhere')).toBe(
      'not running\nIt is loaded from /etc/systemd/system/a.service, not from this file.\nAt boot: static',
    );
    expect(stateText(other, now, 'not-loaded')).toBe('○ not running · without this drop-in');
  });

  test('ticks: what is shown changes with the minutes, and not before', () => {
    const running = [
      ['a', state({ ActiveState: 'active', SubState: 'running', StateChangeTimestamp: since })],
    ] as const;
    const started = now - 7_200_000;
    expect(asShown(running, started + 119_000)).toBe(asShown(running, started + 61_000));
    expect(asShown(running, started + 121_000)).not.toBe(asShown(running, started + 61_000));
    const timer = state({ ActiveState: 'active', SubState: 'waiting', NextElapseUSecRealtime: since });
    expect(asShown([['b', timer]], started - 61_000)).not.toBe(asShown([['b', timer]], started - 121_000));
  });

  test('under a minute no seconds are counted: what changes each second cannot be pressed', () => {
    const started = state({ ActiveState: 'active', SubState: 'running', StateChangeTimestamp: since });
    const at = now - 7_200_000;
    expect(stateText(started, at + 59_000)).toMatch(/^● running since .*\d\d:\d\d$/);
    expect(stateText(started, at + 61_000)).toMatch(/ \(1 min\)$/);
  });

  test('times are as long as they need to be', () => {
    expect([0, 59_999, 60_000, 7_300_000, 200_000_000].map(span)).toEqual([
      ...['under 1 min', 'under 1 min', '1 min', '2 h', '2 d'],
    ]);
    expect(clock(new Date(2026, 0, 2, 3, 4).getTime(), new Date(2026, 0, 2, 9, 0).getTime())).toBe('03:04');
    expect(clock(new Date(2026, 0, 1, 3, 4).getTime(), new Date(2026, 0, 2, 9, 0).getTime())).toBe('2026-01-01 03:04');
  });
});

describe('what is offered', () => {
  const ids = (lines: Record<string, string>, relation: 'loaded' | 'elsewhere' = 'loaded') =>
    offers(state({ CanStart: 'yes', CanStop: 'yes', ...lines }), relation).map(({ id }) => id);

  test.each<[string, Record<string, string>, string[]]>([
    ['running', { ActiveState: 'active' }, ['restart', 'stop', 'journalView', 'status']],
    [
      'running, can reload',
      { ActiveState: 'active', CanReload: 'yes' },
      ['restart', 'stop', 'reload', 'journalView', 'status'],
    ],
    ['stopped', { ActiveState: 'inactive', UnitFileState: 'disabled' }, ['start', 'enable', 'journalView', 'status']],
    ['stopped, enabled', { ActiveState: 'inactive', UnitFileState: 'enabled' }, ['start', 'journalView', 'status']],
    ['failed', { ActiveState: 'failed' }, ['why', 'journalView', 'start', 'status']],
    ['starting', { ActiveState: 'activating' }, ['stop', 'journalView', 'status']],
    ['not installed', { ActiveState: 'inactive', LoadState: 'not-found' }, ['install', 'runOnce']],
    ['masked', { ActiveState: 'inactive', LoadState: 'masked' }, ['unmask', 'status']],
    [
      'edited, running',
      { ActiveState: 'active', NeedDaemonReload: 'yes' },
      ['reloadAndRestart', 'stop', 'reloadChanges', 'journalView', 'status'],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(ids(lines)).toEqual(expected);
  });

  test('a unit of a package gets a drop-in, for its file is overwritten', () => {
    const vendor = { FragmentPath: '/usr/lib/systemd/system/a.service', ActiveState: 'active', CanStop: 'yes' };
    expect(ids(vendor).at(-1)).toBe('createDropIn');
    expect(ids({ ...vendor, NeedDaemonReload: 'yes' }).at(-1)).toBe('createDropIn');
  });

  test('a drop-in that the unit was loaded without is installed', () => {
    expect(offers(state({ ActiveState: 'active', CanStop: 'yes' }), 'not-loaded').map(({ id }) => id)[0]).toBe(
      'install',
    );
  });

  test('a unit loaded from another file is compared and installed', () => {
    expect(ids({ ActiveState: 'active' }, 'elsewhere').slice(0, 2)).toEqual(['compareInstalled', 'install']);
  });

  test('Run once only where systemd-run can', () => {
    const timer = state({ Id: 'a.timer', ActiveState: 'inactive', LoadState: 'not-found' });
    expect(offers(timer, 'unknown').map(({ id }) => id)).toEqual(['install']);
  });
});

describe('the cause of a failure', () => {
  const file = [
    '[Service]',
    'User=nobodyhere',
    'ExecStartPre=/bin/one',
    'ExecStartPre=/bin/two \\',
    '  --long',
    'ExecStart=/bin/true',
    '',
  ].join('\n');
  const exec = (path: string, status: string) =>
    `{ path=${path} ; argv[]=${path} ; ignore_errors=no ; start_time=[n/a] ; stop_time=[n/a] ; pid=1 ; ${status} }`;
  const cause = (lines: Record<string, string | string[]>) => {
    const failure = failureOf(state({ ActiveState: 'failed', ...lines }))!;
    const { start, end } = causeSpan(failure, file);
    return file.slice(start, end);
  };

  test('is the directive that systemd could not follow', () => {
    expect(cause({ Result: 'exit-code', ExecMainCode: '1', ExecMainStatus: '217' })).toBe('User=nobodyhere');
  });
  test('is the command that failed, the second of two', () => {
    const ExecStartPre = [exec('/bin/one', 'code=exited ; status=0'), exec('/bin/two', 'code=exited ; status=3')];
    expect(cause({ Result: 'exit-code', ExecStartPre })).toBe('ExecStartPre=/bin/two \\\n  --long');
  });
  test('is the command killed by a signal', () => {
    expect(cause({ Result: 'signal', ExecStart: [exec('/bin/true', 'code=killed ; status=9/KILL')] })).toBe(
      'ExecStart=/bin/true',
    );
  });
  test('is the section where nothing in the file is known to be it', () => {
    expect(cause({ Result: 'something-new' })).toBe('[Service]');
  });
});

test('every exit status of systemd is explained', () => {
  const numbers = exitStatuses
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, , from]) => from === 'systemd')
    .map(([, number]) => Number(number));
  expect(numbers.length).toBeGreaterThan(40);
  expect(numbers.filter((number) => !exitStatus(number).reason)).toEqual([]);
  expect(exitStatus(7)).toEqual({ label: '7' });
});
