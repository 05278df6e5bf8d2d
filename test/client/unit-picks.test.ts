import { expect, test } from 'vitest';
import { startable, stoppable, targetNamed, unitPicks } from '../../client/src/systemd/unit-picks.ts';

const block = (id: string, active: string, more = '') =>
  `Id=${id}\nLoadState=loaded\nActiveState=${active}\nSubState=${active}\nCanStart=yes\nCanStop=yes\n${more}`;

const loaded = [
  block('a.service', 'active'),
  block('b.service', 'inactive'),
  block('c.service', 'failed'),
  block('dev-sda.device', 'active').replaceAll('=yes', '=no'),
  block('m.service', 'inactive').replace('loaded', 'masked'),
].join('\n');

const files = `a.service            enabled  enabled
alias.service        alias    -
off.service          disabled enabled
getty@.service       enabled  enabled
hidden.service       masked   enabled
`;

const picks = unitPicks('system', loaded, files);
const names = (filter: Parameters<typeof picks.filter>[0]) => picks.filter(filter).map(({ target }) => target.name);

test('units that are loaded come first, then files that are not, templates among them', () => {
  expect(names(() => true)).toEqual([
    ...['c.service', 'a.service', 'dev-sda.device', 'b.service', 'm.service'],
    ...['off.service', 'getty@.service', 'hidden.service'],
  ]);
});

test('what runs is not offered to be started, what does not is not offered to be stopped', () => {
  expect(names(startable)).toEqual(['c.service', 'b.service', 'off.service', 'getty@.service']);
  expect(names(stoppable)).toEqual(['a.service']);
});

test('a name that is typed is a service unless it says otherwise', () => {
  expect(targetNamed('ssh', 'system')).toMatchObject({ name: 'ssh.service', kind: 'service', path: '' });
  expect(targetNamed('getty@tty5.service', 'user')).toMatchObject({ name: 'getty@tty5.service', manager: 'user' });
  expect(targetNamed('$(reboot)', 'system')).toBeUndefined();
});
