import { describe, expect, test } from 'vitest';
import { askLoaded, askRelations } from '../../server/src/features/compare/ask-running.ts';
import { compareRunning } from '../../server/src/features/compare/compare-running.ts';
import { reloadText } from '../../server/src/features/compare/render-running.ts';
import { createDocument } from '../../server/src/features/document.ts';
import { loadedUnitOf } from '../../server/src/features/lenses/effective-unit.ts';
import { parseShow } from '../../server/src/features/why/show-output.ts';

const unitOf = (text: string, name = 'a.service') =>
  loadedUnitOf(createDocument(text, { path: `/u/${name}`, version: 257 }), {})!;

/** The unit's text beside what systemctl shows of the unit, and of one without a file. */
const compare = (text: string, shown: string, bare = '', aliases: Readonly<Record<string, string>> = {}) =>
  compareRunning(unitOf(text), {
    unit: parseShow(`Id=a.service\n${shown}`)[0]!,
    bare: parseShow(`Id=none.service\n${bare}`)[0]!,
    nameOf: (name) => aliases[name] ?? name,
  });

const service = (text: string): string => `[Service]\n${text}\n`;

describe('what a manager has is read as it prints it', () => {
  test.each([
    ['a time span', 'RestartSec=90', 'RestartUSec=1min 30s'],
    ['no limit', 'TimeoutStartSec=0', 'TimeoutStartUSec=infinity'],
    ['a boolean', 'RemainAfterExit=on', 'RemainAfterExit=yes'],
    ['a size', 'MemoryMax=1G', 'MemoryMax=1073741824'],
    ['a mode', 'UMask=22', 'UMask=0022'],
    ['a signal', 'KillSignal=SIGINT', 'KillSignal=2'],
    ['variables, of which the last counts', 'Environment=A=1 A=2 "B=x y"', 'Environment=A=2 "B=x y"'],
    ['a folder that may be missing', 'WorkingDirectory=-/tmp', 'WorkingDirectory=!/tmp'],
    ['a file of variables', 'EnvironmentFile=-/a', 'EnvironmentFiles=/a (ignore_errors=yes)'],
    ['words', 'SupplementaryGroups=video audio', 'SupplementaryGroups=audio video'],
    ['variables that are passed on', 'PassEnvironment=PATH\nPassEnvironment=HOME', 'PassEnvironment=PATH HOME'],
    ['capabilities', 'CapabilityBoundingSet=CAP_SYS_ADMIN CAP_CHOWN', 'CapabilityBoundingSet=cap_chown cap_sys_admin'],
    ['address families', 'RestrictAddressFamilies=AF_UNIX AF_INET', 'RestrictAddressFamilies=AF_INET AF_UNIX'],
    ['folders', 'StateDirectory=a b', 'StateDirectory=a b'],
    ['statuses and signals', 'SuccessExitStatus=3 SIGUSR1 TEMPFAIL', 'SuccessExitStatus=3 75 USR1'],
    ['a number', 'FileDescriptorStoreMax=04', 'FileDescriptorStoreMax=4'],
    ['a share of a processor', 'CPUQuota=150%', 'CPUQuotaPerSecUSec=1.500000s'],
    ['a boolean that may be a list', 'RestrictNamespaces=on', 'RestrictNamespaces=yes'],
    ['an output', 'StandardError=journal', 'StandardError=journal'],
    [
      'a command',
      'ExecStart=-/bin/sh -c "exit 1; x"',
      'ExecStart={ path=/bin/sh ; argv[]=/bin/sh -c exit 1; x ; ignore_errors=yes ; start_time=[n/a] ; stop_time=[n/a] ; pid=0 ; code=(null) ; status=0/0 }',
    ],
  ])('%s', (_, text, shown) => {
    expect(compare(service(text), shown)).toEqual({ differences: [], unknown: [] });
    const { differences } = compare(service(text), shown.replace(/=.*/, '=other'));
    expect(differences.map(({ section }) => section)).toEqual(['Service']);
  });
});

test('what depends on the machine is not compared', () => {
  expect(compare(service('SyslogIdentifier=%p\nLimitCORE=5'), 'SyslogIdentifier=a\nLimitCORE=5').unknown).toEqual([
    'SyslogIdentifier',
    'LimitCORE',
  ]);
});

test.each([
  ['CapabilityBoundingSet=~CAP_CHOWN', 'CapabilityBoundingSet=cap_kill'],
  ['RestrictAddressFamilies=none', 'RestrictAddressFamilies='],
  ['RestrictNamespaces=user mnt', 'RestrictNamespaces=mnt user'],
  ['StateDirectory=a:b', 'StateDirectory=a'],
  ['DeviceAllow=char-* rw', 'DeviceAllow=char-rtc r\nDeviceAllow=char-* rw'],
  ['StandardOutput=append:/x', 'StandardOutput=append'],
  ['StandardInput=null', 'StandardInput=data'],
  ['SecureBits=keep-caps', 'SecureBits=16'],
  ['CoredumpFilter=default', 'CoredumpFilter=0x33'],
  ['SocketBindAllow=tcp:80', 'SocketBindAllow=tcp80'],
  ['PIDFile=web.pid', 'PIDFile=/run/web.pid'],
])('%s is not told to differ from %s', (text, shown) => {
  expect(compare(service(text), shown)).toMatchObject({ differences: [], unknown: [text.split('=')[0]] });
});

test('capabilities that another setting takes away are not told to be gone', () => {
  const text = 'CapabilityBoundingSet=CAP_SYS_TIME CAP_KILL\nProtectClock=yes';
  const shown = 'CapabilityBoundingSet=cap_kill\nProtectClock=yes';
  expect(compare(service(text), shown)).toEqual({ differences: [], unknown: [] });
});

test('each word of a line has the place of the line', () => {
  const { differences } = compare(service('PassEnvironment=A B'), 'PassEnvironment=A');
  expect(differences[0]).toMatchObject({ files: ['A', 'B'], places: [{ line: 2 }, { line: 2 }] });
});

test('both limits are compared', () => {
  const shown = 'LimitNOFILE=4096\nLimitNOFILESoft=1024';
  expect(compare(service('LimitNOFILE=1024:4096'), shown)).toEqual({ differences: [], unknown: [] });
  expect(compare(service('LimitNOFILE=4096'), shown).differences).toMatchObject([
    { running: ['1024:4096'], files: ['4096:4096'] },
  ]);
});

test('sockets with a path are compared, ports are not', () => {
  const unit = unitOf('[Socket]\nListenStream=/run/a\nListenDatagram=80\n', 'a.socket');
  const shown = (text: string) => ({
    unit: parseShow(`Id=a\n${text}`)[0]!,
    bare: parseShow('Id=b')[0]!,
    nameOf: (name: string) => name,
  });
  const listening = 'Listen=/run/a (Stream)\nListen=[::]:80 (Datagram)';
  expect(compareRunning(unit, shown(listening))).toEqual({ differences: [], unknown: ['ListenDatagram'] });
  expect(compareRunning(unit, shown('Listen=/run/b (Stream)')).differences).toMatchObject([
    { key: 'ListenStream', running: ['/run/b'], files: ['/run/a'] },
  ]);
});

describe('relations', () => {
  const unit = '[Unit]\nAfter=b.service alias.service\n';
  test('that a unit has besides are not of its files', () => {
    const aliases = { 'alias.service': 'real.service' };
    expect(compare(unit, 'After=sysinit.target b.service real.service', '', aliases).differences).toEqual([]);
  });
  test('that are missing come with daemon-reload', () => {
    const { differences } = compare(unit, 'After=sysinit.target b.service');
    expect(differences).toMatchObject([{ key: 'After', running: [], files: ['alias.service'], effect: 'reload' }]);
  });
});

describe('relations that the files gave', () => {
  const dump = [
    '-> Unit a.service:',
    '\tDescription: Requires: nothing (origin-file)',
    '\tRequires: b.service (origin-file)',
    '\tRequires: sysinit.target (origin-default)',
    '\tWants: linked.service (origin-file)',
    '\tAfter: b.service (origin-file destination-file)',
    '\tAfter: system.slice (origin-file)',
    '\tRequiredBy: c.service (destination-file)',
    '\tReferences: b.service (origin-file)',
    '-> Unit b.service:',
    '\tWants: d.service (origin-file)',
  ];
  const ask = async (): Promise<string> => `Manager: systemd\n${dump.join('\n')}\n`;

  const gone = async (text: string) => {
    const relations = (await askRelations(ask, ['a.service'], 'system')).get('a.service');
    const properties = parseShow('Id=a.service\nRequires=b.service\nAfter=b.service')[0]!;
    const linked = [{ key: 'Wants', name: 'linked.service' }];
    const shown = { unit: properties, bare: new Map(), relations, linked, nameOf: (name: string) => name };
    return compareRunning(unitOf(text), shown).differences.map(({ key, running, files }) => [key, running, files]);
  };
  test('are told when they are gone, and what is implied or linked is not', async () => {
    expect(await gone('[Unit]\nRequires=b.service\nAfter=b.service\n')).toEqual([]);
    expect(await gone('[Unit]\nRequires=b.service\n')).toEqual([['After', ['b.service'], []]]);
    expect(await gone('[Unit]\nRequires=x.service\nAfter=b.service\n')).toEqual([
      ['Requires', ['b.service'], ['x.service']],
    ]);
  });
  test('are asked by name, as patterns that match nothing else', async () => {
    const asked: (readonly string[])[] = [];
    const listen = async (_: string, args: readonly string[]): Promise<string> => {
      asked.push(args);
      return '';
    };
    await askRelations(listen, ['a\\x2db@[1].service'], 'user');
    expect(asked).toEqual([['--user', 'dump', '--', 'a\\\\x2db@\\[1].service']]);
  });
  test('are not asked of no unit, which would be all', async () => {
    expect(await askRelations(() => Promise.reject(new Error('asked')), [], 'system')).toEqual(new Map());
  });
});

describe('what no file sets any more', () => {
  test('goes back to what holds without it', () => {
    const { differences } = compare(service(''), 'Nice=5', 'Nice=0');
    expect(differences).toMatchObject([{ key: 'Nice', running: ['5'], files: ['0'], places: [] }]);
  });
  test('may come from another setting', () => {
    expect(
      compare(service('DynamicUser=yes'), 'DynamicUser=yes\nUser=a\nProtectSystem=strict', 'User=\nProtectSystem=no')
        .differences,
    ).toEqual([]);
    expect(compare(service('TimeoutSec=5'), 'TimeoutStopUSec=5s', 'TimeoutStopUSec=1min 30s').differences).toEqual([]);
  });
});

test('is told with the running value first, and once what takes part in several units', () => {
  const { differences, unknown } = compare(service('Nice=5'), 'Nice=1', 'Nice=0');
  const unit = { isActive: true, files: ['/u/a.service'], differences, unknown };
  expect(
    reloadText([
      { ...unit, unit: 'a.service' },
      { ...unit, unit: 'b.service' },
    ]),
  ).toBe(`a.service: daemon-reload would change
  [Service] Nice=  (restart)
    running: 1
    files:   5    /u/a.service:2

b.service: daemon-reload would change
  [Service] Nice=  (restart)
    running: 1
    files:   5    /u/a.service:2

What runs keeps its old settings until: systemctl restart a.service b.service

/u/a.service takes part in 2 units: a.service, b.service
`);
});

test('units with their other names and files are read off one question', async () => {
  const printed =
    'Id=a.service\nNames=b.service a.service\nNeedDaemonReload=yes\nFragmentPath=/u/a.service\nDropInPaths=/u/x.conf /u/y.conf\n';
  expect(await askLoaded(async () => printed, 'system')).toEqual([
    { name: 'a.service', aliases: ['b.service'], isStale: true, files: ['/u/a.service', '/u/x.conf', '/u/y.conf'] },
  ]);
});
