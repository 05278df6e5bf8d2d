import { describe, expect, test } from 'vitest';
import { type DecoratedFile, fileDecoration } from '../../client/src/systemd/file-decoration.ts';
import { unitState } from '../../client/src/systemd/unit-state.ts';

const state = (lines: Readonly<Record<string, string>>) =>
  unitState(new Map(Object.entries({ LoadState: 'loaded', ...lines }).map(([key, value]) => [key, [value]])));
const failed = state({ ActiveState: 'failed', Result: 'exit-code', ExecMainCode: '1', ExecMainStatus: '7' });
const active = state({ ActiveState: 'active', SubState: 'running' });
const dropIns = { masked: false, dropIns: ['/w/a.service.d/x.conf'] };

const cases: readonly [about: string, file: DecoratedFile, expected: unknown][] = [
  ['nothing known', {}, undefined],
  ['a unit that runs', { loaded: { state: active, relation: 'loaded' } }, undefined],
  [
    'a failed unit',
    { loaded: { state: failed, relation: 'loaded' } },
    { badge: '✗', color: 'list.errorForeground', tooltip: 'failed: exit code 7' },
  ],
  ['another file of this name failed', { loaded: { state: failed, relation: 'elsewhere' } }, undefined],
  [
    'a template with failed instances',
    { failedInstances: 2 },
    { badge: '✗', color: 'list.errorForeground', tooltip: 'Instances that failed: 2' },
  ],
  ['drop-ins', { overrides: dropIns }, { badge: '+', tooltip: 'Changed by drop-ins: /w/a.service.d/x.conf' }],
  [
    'drop-ins of the machine beside those of the folder',
    { overrides: dropIns, loaded: { state: active, relation: 'loaded' }, moreDropIns: ['/etc/y.conf'] },
    { badge: '+', tooltip: 'Changed by drop-ins: /w/a.service.d/x.conf, /etc/y.conf' },
  ],
  [
    'both',
    { overrides: dropIns, loaded: { state: failed, relation: 'loaded' } },
    {
      badge: '✗+',
      color: 'list.errorForeground',
      tooltip: 'failed: exit code 7\nChanged by drop-ins: /w/a.service.d/x.conf',
    },
  ],
  [
    'a file that another one hides',
    { overrides: { masked: false, hiddenBy: '/etc/a.service', dropIns: [] } },
    { badge: '⊘', color: 'disabledForeground', tooltip: 'Overridden: systemd reads /etc/a.service in its place.' },
  ],
  [
    'masked by the manager, whatever the files of the folder say',
    { loaded: { state: state({ LoadState: 'masked', ActiveState: 'inactive' }), relation: 'elsewhere' } },
    { badge: '⊘', color: 'disabledForeground', tooltip: 'Masked: systemd does not load this unit.' },
  ],
];

describe('the mark of a file', () => {
  test.each(cases)('%s', (_, file, expected) => expect(fileDecoration(file)).toEqual(expected));

  test('has two characters at most: VS Code shows no more', () => {
    for (const [, file] of cases) expect([...(fileDecoration(file)?.badge ?? '')].length).toBeLessThanOrEqual(2);
  });
});
