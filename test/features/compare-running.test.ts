import { describe, expect, test } from 'vitest';
import { askLoaded } from '../../server/src/features/compare/ask-running.ts';
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
  expect(compare(service('SyslogIdentifier=%p\nLimitNOFILE=5'), 'SyslogIdentifier=a\nLimitNOFILE=5').unknown).toEqual([
    'SyslogIdentifier',
    'LimitNOFILE',
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
