import { describe, expect, test } from 'vitest';
import { type Facts, processesSaid, type UnitFacts } from '../../server/src/features/why/facts.ts';
import { busLabel } from '../../server/src/features/why/gather.ts';
import { diagnose } from '../../server/src/features/why/index.ts';
import { parseJournal } from '../../server/src/features/why/journal-lines.ts';
import { diagnosisText } from '../../server/src/features/why/render-text.ts';

/** What one asks of a manager, without what does not matter. */
interface Given {
  readonly properties: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly dropIn?: string;
  readonly said?: readonly string[];
  readonly words?: readonly string[];
  readonly conditions?: UnitFacts['conditions'];
}

function unit(name: string, { properties, text, dropIn, said = [], words = [], conditions = [] }: Given): UnitFacts {
  const line = (isOfManager: boolean) => (each: string) => ({
    ...{ time: Date.UTC(2026, 0, 1, 12), source: isOfManager ? 'systemd' : 'program', text: each },
    ...{ isOfManager, invocation: '' },
  });
  return {
    ...{ name, conditions, programs: {} },
    properties: Object.fromEntries(
      Object.entries({ LoadState: 'loaded', ActiveState: 'failed', ...properties }).map(([key, value]) => [
        key,
        [value],
      ]),
    ),
    journal: [...words.map(line(false)), ...said.map(line(true))],
    files: [
      ...(text === undefined ? [] : [{ path: `/etc/systemd/system/${name}`, text }]),
      ...(dropIn === undefined ? [] : [{ path: `/etc/systemd/system/${name}.d/10.conf`, text: dropIn }]),
    ],
  };
}

const facts = (...units: readonly UnitFacts[]): Facts => ({ manager: 'system', version: 257, units });

const why = (given: Given, name = 'web.service') => diagnose(facts(unit(name, given)))!;

const run = (code: string, status: number): string =>
  `{ path=/usr/bin/web ; argv[]=/usr/bin/web ; ignore_errors=no ; start_time=[n/a] ; stop_time=[n/a] ; pid=7 ; code=${code} ; status=${status} }`;

const service = '[Service]\nExecStart=/usr/bin/web\n';

describe('what a sandbox cannot make fail', () => {
  test.each<[name: string, given: Given, headline: string, place: string | undefined]>([
    [
      'memory',
      { properties: { Result: 'oom-kill' }, text: `${service}MemoryMax=4M\n` },
      'web.service failed: its memory ran out, and the kernel or systemd-oomd ended it.',
      'MemoryMax=4M',
    ],
    [
      'a core dump',
      { properties: { Result: 'core-dump', ExecStart: run('dumped', 11) }, text: service },
      'web.service failed: its program /usr/bin/web was ended by the signal SIGSEGV (invalid memory access) and left a core dump.',
      'ExecStart=/usr/bin/web',
    ],
    [
      'a filter of system calls',
      {
        properties: { Result: 'signal', ExecStart: run('killed', 31) },
        text: `${service}SystemCallFilter=@system-service\n`,
      },
      'web.service failed: its program /usr/bin/web was ended by the signal SIGSYS (bad system call).',
      'SystemCallFilter=@system-service',
    ],
    [
      'a port in use',
      {
        properties: { Result: 'exit-code', ExecStart: run('exited', 1) },
        text: service,
        words: ['Error: listen EADDRINUSE: address already in use :::80', '    at Server.listen'],
      },
      'web.service failed: its program /usr/bin/web ended with exit status 1, and said "Error: listen EADDRINUSE: address already in use :::80".',
      'ExecStart=/usr/bin/web',
    ],
    [
      'a name on the bus',
      {
        properties: { Result: 'timeout', Type: 'dbus', TimeoutStartUSec: '1min 30s' },
        text: `${service}Type=dbus\nBusName=org.x.Web\n`,
      },
      'web.service failed: it did not take its name on the bus within 1min 30s (TimeoutStartSec=, the default), so systemd ended it.',
      'Type=dbus',
    ],
    [
      'PAM',
      { properties: { Result: 'exit-code', ExecStart: run('exited', 224) }, text: `${service}PAMName=nope\n` },
      'web.service failed: PAM refused the session.',
      'PAMName=nope',
    ],
    [
      'a value of its own that systemd has a name for',
      { properties: { Result: 'exit-code', ExecStart: run('exited', 255) }, text: service },
      'web.service failed: its program /usr/bin/web ended with exit status 255.',
      'ExecStart=/usr/bin/web',
    ],
    [
      'a shell that tells of a signal',
      { properties: { Result: 'exit-code', ExecStart: run('exited', 137) }, text: service },
      'web.service failed: its program /usr/bin/web ended with exit status 137.',
      'ExecStart=/usr/bin/web',
    ],
    [
      'what no version we know has',
      { properties: { Result: 'new-thing' }, text: service },
      'web.service failed; systemd gives as result "new-thing".',
      undefined,
    ],
  ])('%s', (_, given, headline, place) => {
    const diagnosis = why(given);
    expect(diagnosis.headline).toBe(headline);
    expect(diagnosis.places[0]?.text).toBe(place);
  });

  test('a socket whose service failed too often', () => {
    const given = {
      properties: { Result: 'service-start-limit-hit', Triggers: 'web.service' },
      text: '[Socket]\nListenStream=80\n',
    };
    const diagnosis = why(given, 'web.socket');
    expect(diagnosis.headline).toBe(
      'web.socket failed: the service that it starts was started too often and failed, so it gave up.',
    );
    expect(diagnosis.steps[0]).toBe('Why that one failed: systemd-units why web.service');
  });
});

describe('lines that matter', () => {
  test('are those in force: a drop-in takes the place of the fragment', () => {
    const diagnosis = why({
      properties: { Result: 'exit-code', ExecStart: run('exited', 217) },
      text: `${service}User=old\n`,
      dropIn: '[Service]\nUser=new\n',
    });
    expect(diagnosis.places).toEqual([
      { path: '/etc/systemd/system/web.service.d/10.conf', line: 2, text: 'User=new' },
    ]);
  });

  test('count commands from the last empty one on', () => {
    const diagnosis = why({
      properties: { Result: 'exit-code', ExecStartPre: run('exited', 1) },
      text: '[Service]\nExecStartPre=/bin/a\nExecStartPre=\nExecStartPre=/bin/b\nExecStart=/bin/c\n',
    });
    expect(diagnosis.places.map(({ text }) => text)).toEqual(['ExecStartPre=/bin/b']);
  });
});

describe('without the journal', () => {
  test('the manager tells which condition failed', () => {
    const diagnosis = why({
      properties: { ActiveState: 'inactive', ConditionResult: 'no' },
      text: '[Unit]\nConditionACPower=true\nConditionUser=root\n',
      conditions: [
        { key: 'ConditionACPower', value: 'true', isTrigger: false, isNegated: false, state: 'held' },
        { key: 'ConditionUser', value: 'root', isTrigger: false, isNegated: false, state: 'failed' },
      ],
    });
    expect(diagnosis.headline).toBe(
      'web.service was skipped: ConditionUser=root does not hold: the manager runs as another user.',
    );
    expect(diagnosis.places.map(({ line }) => line)).toEqual([3]);
  });

  test('a requirement that failed is told, and not that it was the reason', () => {
    const asked = unit('web.service', {
      properties: { ActiveState: 'inactive', Requires: 'db.service sysinit.target' },
    });
    const needed = unit('db.service', { properties: { Result: 'watchdog' }, text: '[Service]\nWatchdogSec=5\n' });
    const diagnosis = diagnose(facts(asked, needed))!;
    expect(diagnosis.headline).toBe('web.service does not run: it requires db.service, which failed.');
    expect(diagnosis.cause?.headline).toContain('WatchdogSec=5');
  });

  test('units that require each other end nowhere else', () => {
    const said = ["Job web.service/start failed with result 'dependency'."];
    const asked = unit('web.service', { properties: { ActiveState: 'inactive', Requires: 'db.service' }, said });
    const needed = unit('db.service', { properties: { ActiveState: 'inactive', Requires: 'web.service' }, said });
    expect(diagnose(facts(asked, needed))?.cause?.cause).toBeUndefined();
  });
});

test('a unit that did not fail is told as such', () => {
  expect(why({ properties: { ActiveState: 'active', SubState: 'running' } }).headline).toBe(
    'web.service is running: it has started.',
  );
  expect(why({ properties: { ActiveState: 'activating', SubState: 'start', Type: 'notify' } }).headline).toBe(
    'web.service is still starting: systemd waits for READY=1.',
  );
  const idle = why({ properties: { ActiveState: 'inactive', UnitFileState: 'disabled' }, said: ['Stopped Web.'] });
  expect(idle.headline).toBe('web.service does not run, and did not fail: it was stopped.');
  expect(idle.explanation[0]).toMatch(/^It is disabled: nothing starts it at boot/);
});

test('between two starts the last run is told, and how many there were', () => {
  const diagnosis = why({
    properties: {
      ActiveState: 'activating',
      SubState: 'auto-restart',
      Result: 'exit-code',
      NRestarts: '4',
      ExecStart: run('exited', 2),
    },
    text: service,
  });
  expect(diagnosis.headline).toBe(
    'web.service failed: its program /usr/bin/web ended with exit status 2/INVALIDARGUMENT (invalid or too many arguments).',
  );
  expect(diagnosis.explanation).toContain('It was restarted 4 times before.');
});

test('a diagnosis is read from top to bottom: what happened, where, what to do, what was said', () => {
  const asked = unit('web.service', {
    properties: { ActiveState: 'inactive', Requires: 'db.service' },
    text: '[Unit]\nRequires=db.service\n',
    said: ['Dependency failed for Web.'],
  });
  const needed = unit('db.service', { properties: { LoadState: 'not-found', ActiveState: 'inactive' } });
  expect(
    diagnosisText(diagnose(facts(asked, needed))!),
  ).toBe(`web.service did not start: it requires db.service, which does not exist.
  /etc/systemd/system/web.service:2: Requires=db.service

db.service does not exist: systemd finds no file of this name in the folders it reads units from.

What to do next:
  - Compare the spelling with: systemctl list-unit-files
  - If the file was written just now: systemctl daemon-reload
  - The folders are listed by: systemd-analyze unit-paths
  - Then: systemctl start web.service
`);
});

test('in a terminal its sentences are as wide as that, its lines of files as they are', () => {
  const needed = unit('web.service', {
    properties: { ActiveState: 'inactive', Requires: 'db.service' },
    text: '[Unit]\nRequires=db.service\n',
    said: ['Dependency failed for Web.'],
  });
  const db = unit('db.service', { properties: { LoadState: 'not-found', ActiveState: 'inactive' } });
  expect(diagnosisText(diagnose(facts(needed, db))!, 40)).toBe(`web.service did not start: it requires
db.service, which does not exist.
  /etc/systemd/system/web.service:2: Requires=db.service

db.service does not exist: systemd finds
no file of this name in the folders it
reads units from.

What to do next:
  - Compare the spelling with: systemctl
    list-unit-files
  - If the file was written just now:
    systemctl daemon-reload
  - The folders are listed by:
    systemd-analyze unit-paths
  - Then: systemctl start web.service
`);
});

test('entries of the journal are read whatever their fields hold', () => {
  const entries = [
    '{"MESSAGE":"Started","SYSLOG_IDENTIFIER":"systemd","UNIT":"a.service","INVOCATION_ID":"1","__REALTIME_TIMESTAMP":"1000000"}',
    '{"MESSAGE":[195,164,10,98],"_COMM":"web","_SYSTEMD_INVOCATION_ID":"1","__REALTIME_TIMESTAMP":"1"}',
    '{"MESSAGE":[255],"__REALTIME_TIMESTAMP":"1"}',
    '{"MESSAGE":null}',
    'not an entry',
  ];
  expect(parseJournal(entries.join('\n')).map(({ text, isOfManager }) => [text, isOfManager])).toEqual([
    ['Started', true],
    ['ä\nb', false],
    ['\ufffd', false],
    ['', false],
  ]);
});

test('names become parts of object paths', () => {
  expect(busLabel('getty@tty1.service')).toBe('getty_40tty1_2eservice');
  expect(busLabel('1-a.mount')).toBe('_31_2da_2emount');
});

test.each([
  [['', 'b', 'b'], ['0']],
  [['a', '', 'b', 'b', ''], ['4']],
  [['b', '', 'b'], ['1']],
])(
  'a line whose run the journal does not know, among runs %j, is of the last one where it can be',
  (runs, expected) => {
    const journal = runs.map((invocation, at) => ({
      ...{ time: 0, source: 'web', text: `${at}` },
      ...{ isOfManager: invocation !== '', invocation },
    }));
    expect(processesSaid({ ...unit('web.service', { properties: { InvocationID: 'b' } }), journal })).toEqual(expected);
  },
);
