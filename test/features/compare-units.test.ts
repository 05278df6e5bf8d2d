import { describe, expect, test } from 'vitest';
import { compareTrees, meansSame, type UnitStates } from '../../server/src/features/compare/compare-trees.ts';
import { comparisonText } from '../../server/src/features/compare/render-comparison.ts';
import { createDocument } from '../../server/src/features/document.ts';
import { loadedUnitOf } from '../../server/src/features/lenses/effective-unit.ts';

/** A unit of one file, or of a file with drop-ins. */
function side(name: string, ...texts: readonly string[]): UnitStates {
  const files = texts.map((text, index) => ({ path: index === 0 ? `/u/${name}` : `/u/${name}.d/${index}.conf`, text }));
  const document = createDocument(texts[0]!, { path: `/u/${name}`, version: 257 });
  return new Map([[name, { state: 'loaded', unit: loadedUnitOf(document, { units: [files] })!, texts }]]);
}

const compare = (a: string, b: string, name = 'a.service') => compareTrees(side(name, a), side(name, b))[0]!;

const service = (text: string): string => `[Service]\nExecStart=/bin/true\n${text}\n`;

describe('another form of the same meaning', () => {
  test.each([
    ['a time span', 'TimeoutStartSec=90', 'TimeoutStartSec=1min 30s'],
    ['a boolean', 'NoNewPrivileges=true', 'NoNewPrivileges=on'],
    ['a word that stands for a boolean', 'ProtectSystem=true', 'ProtectSystem=yes'],
    ['a size', 'MemoryMax=1G', 'MemoryMax=1024M'],
    ['an access mode', 'UMask=22', 'UMask=0022'],
    ['a signal', 'KillSignal=2', 'KillSignal=SIGINT'],
    ['the last of several', 'Restart=no\nRestart=always', 'Restart=always'],
    ['an empty assignment', 'Environment=A=1\nEnvironment=\nEnvironment=B=2', 'Environment=B=2'],
    ['quotes', 'Environment="A=1"', 'Environment=A=1'],
    ['lines joined', 'Environment=A=1\nEnvironment=B=2', 'Environment=A=1 B=2'],
    ['commands with other quotes', 'ExecStartPre=/bin/sh -c "exit 0"', "ExecStartPre=/bin/sh  -c 'exit 0'"],
    ['comments and order', '# why\nNice=5\nRestart=no', 'Restart=no\nNice=5'],
    ['a line that systemd ignores', 'Nice=nonsense', ''],
  ])('%s', (_, a, b) => {
    expect(compare(service(a), service(b))).toMatchObject({ outcome: 'form', differences: [] });
  });

  test('names of units in another order', () => {
    const unit = (text: string): string => `[Unit]\n${text}\n[Service]\nExecStart=/bin/true\n`;
    expect(compare(unit('After=a.service b.service'), unit('After=b.service\nAfter=a.service')).outcome).toBe('form');
  });

  test('calendars', () => {
    const timer = (text: string): string => `[Timer]\nOnCalendar=${text}\n`;
    expect(compare(timer('daily'), timer('*-*-* 00:00:00'), 'a.timer').outcome).toBe('form');
  });

  test('what a drop-in says may stand in the fragment', () => {
    const [found] = compareTrees(
      side('a.service', service('Nice=1'), '[Service]\nNice=5\n'),
      side('a.service', service('Nice=5')),
    );
    expect(found!.outcome).toBe('form');
  });
});

describe('another meaning', () => {
  test.each([
    ['a scalar', 'Restart=no', 'Restart=always', ['Restart', ['no'], ['always'], 'reload']],
    ['what was not set', '', 'User=web', ['User', undefined, ['web'], 'restart']],
    ['what is not set any more', 'User=web', '', ['User', ['web'], undefined, 'restart']],
    [
      'order, where it counts',
      'ExecStartPre=/bin/a\nExecStartPre=/bin/b',
      'ExecStartPre=/bin/b\nExecStartPre=/bin/a',
      ['ExecStartPre', ['/bin/a', '/bin/b'], ['/bin/b', '/bin/a'], 'restart'],
    ],
    [
      'an entry of a list',
      'ReadWritePaths=/a /b',
      'ReadWritePaths=/b /c',
      ['ReadWritePaths', ['/a'], ['/c'], 'restart'],
    ],
    [
      'some of the variables of a line',
      'Environment=A=1 B=2 C=3',
      'Environment=A=1 B=5 C=6',
      ['Environment', ['B=2', 'C=3'], ['B=5', 'C=6'], 'restart'],
    ],
    ['a prefix of a command', 'ExecStop=/bin/a', 'ExecStop=-/bin/a', ['ExecStop', ['/bin/a'], ['-/bin/a'], 'reload']],
    ['a share that is not a size', 'MemoryMax=50%', 'MemoryMax=50', ['MemoryMax', ['50%'], ['50'], 'restart']],
  ] as const)('%s', (_, a, b, [key, old, now, effect]) => {
    const { outcome, differences } = compare(service(a), service(b));
    expect(outcome).toBe('changed');
    expect(differences.map((each) => [each.key, each.old?.values, each.new?.values, each.effect])).toEqual([
      [key, old, now, effect],
    ]);
  });

  test('[Install] counts when the unit is enabled anew', () => {
    const unit = (target: string): string => `${service('')}[Install]\nWantedBy=${target}\n`;
    expect(compare(unit('multi-user.target'), unit('graphical.target')).differences[0]!.effect).toBe('enable');
  });
});

test('units come, go and are masked', () => {
  const old: UnitStates = new Map([...side('a.service', service('')), ...side('b.service', service(''))]);
  const now: UnitStates = new Map([['a.service', { state: 'masked' }], ...side('c.service', service(''))]);
  const found = compareTrees(old, now);
  expect(found.map(({ unit, outcome }) => [unit, outcome])).toEqual([
    ['a.service', 'masked'],
    ['b.service', 'removed'],
    ['c.service', 'added'],
  ]);
  expect(meansSame(found)).toBe(false);
  expect(compareTrees(now, old)[0]!.outcome).toBe('unmasked');
});

test('is told with both values, where they stand, and what it takes', () => {
  const [a, b] = [service('Restart=no\nUser=web'), service('Restart=always')];
  expect(comparisonText([compare(a, b)])).toBe(
    `a.service means something else.
  [Service] Restart=  (daemon-reload)
    - no    /u/a.service:3
    + always    /u/a.service:3
  [Service] User=  (restart)
    - web    /u/a.service:4

systemd reads it at: systemctl daemon-reload
What runs keeps its old settings until: systemctl restart a.service
`,
  );
  expect(comparisonText([])).toBe('No difference.\n');
});
