import { expect, test } from 'vitest';
import { relinkCommands } from '../../client/src/actions/relink.ts';
import { commandLine } from '../../client/src/systemd/command.ts';
import type { DanglingLink } from '../../server/src/protocol/requests.ts';

const etc = '/etc/systemd/system';

/** `PATH -> OLD > NEW` below /w; the role follows from the path. */
function linkOf(text: string, manager: DanglingLink['manager'] = 'system'): DanglingLink {
  const [, path, from, to] = /^(\S+) -> (\S+) > (\S+)$/.exec(text)!;
  const role = /\.wants\//.test(path!) ? 'link' : /\.d\//.test(path!) ? 'drop-in' : 'fragment';
  return { path: `${etc}/${path}`, manager, role, from: `/w/${from}`, to: `/w/${to}` };
}

test.each<[string, string[], string[]]>([
  [
    'a unit that is linked only',
    ['a.service -> a.service > b.service'],
    ['systemctl disable -- a.service', 'systemctl link -- /w/b.service'],
  ],
  [
    'one that is enabled',
    ['a.service -> a.service > b.service', 'multi-user.target.wants/a.service -> a.service > b.service'],
    ['systemctl disable -- a.service', 'systemctl link -- /w/b.service', 'systemctl enable -- b.service'],
  ],
  [
    'one with another name',
    ['a.service -> a.service > b.service', 'alias.service -> a.service > b.service'],
    ['systemctl disable -- a.service', 'systemctl link -- /w/b.service', 'systemctl enable -- b.service'],
  ],
  [
    'instances of a template',
    ['w@.service -> w@.service > job@.service', 'x.target.wants/w@1.service -> w@.service > job@.service'],
    [
      'systemctl disable -- w@.service w@1.service',
      'systemctl link -- /w/job@.service',
      'systemctl enable -- job@1.service',
    ],
  ],
  [
    'a drop-in alone',
    ['a.service.d/10.conf -> a.service.d/10.conf > b.service.d/10.conf'],
    [
      'rm -- /etc/systemd/system/a.service.d/10.conf',
      'install --directory -- /etc/systemd/system/b.service.d',
      'ln --symbolic --force -- /w/b.service.d/10.conf /etc/systemd/system/b.service.d/',
      'systemctl daemon-reload',
    ],
  ],
])('%s', (_, links, commands) => {
  expect(relinkCommands(links.map((link) => linkOf(link))).map(commandLine)).toEqual(commands);
});

test('each manager renews its own', () => {
  const links = [linkOf('a.service -> a.service > b.service'), linkOf('u.timer -> u.timer > v.timer', 'user')];
  expect(relinkCommands(links).map(commandLine)).toEqual([
    'systemctl disable -- a.service',
    'systemctl link -- /w/b.service',
    'systemctl --user disable -- u.timer',
    'systemctl --user link -- /w/v.timer',
  ]);
});
