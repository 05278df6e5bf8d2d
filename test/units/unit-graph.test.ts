import { describe, expect, test } from 'vitest';
import { renameUnit } from '../../server/src/features/rename/rename-unit.ts';
import { unitGraph } from '../../server/src/units/unit-graph.ts';
import { indexOf, name } from './trees.ts';

const timer = '[Timer]\nOnCalendar=daily\nUnit=backup.service\n';

test('what a linked file says counts once, and where the file lies', () => {
  const index = indexOf({
    '/w/backup.timer': timer,
    '/w/backup.service': '[Service]\nExecStart=/bin/true\n',
    '/etc/systemd/system/backup.timer': '-> /w/backup.timer',
    '/etc/systemd/system/backup.service': '-> /w/backup.service',
  });
  const incoming = unitGraph(index, index.file('/w/backup.service')).incoming('backup.service');
  expect(incoming.map(({ key, file }) => `${key} ${file?.path}`)).toEqual(['Unit /w/backup.timer']);
});

test('a link counts where the file it leads to is not known otherwise, and so does one in a folder of links', () => {
  const index = indexOf({
    '/etc/systemd/system/backup.timer': timer,
    '/w/backup.service': '[Service]\nExecStart=/bin/true\n',
    '/etc/systemd/system/multi-user.target.wants/backup.service': '-> /w/backup.service',
  });
  const incoming = unitGraph(index, index.file('/w/backup.service')).incoming('backup.service');
  expect(incoming.map(({ key, file }) => `${key} ${file?.path}`).sort()).toEqual([
    'Unit /etc/systemd/system/backup.timer',
    'Wants /etc/systemd/system/multi-user.target.wants/backup.service',
  ]);
});

test('a timer that starts its service without saying so is known by its own file, however it was found', () => {
  const index = indexOf({
    '/etc/systemd/system/backup.timer': '-> /w/backup.timer',
    '/w/backup.timer': '[Timer]\nOnCalendar=daily\n',
    '/w/backup.service': '[Service]\nExecStart=/bin/true\n',
  });
  const incoming = unitGraph(index, index.file('/w/backup.service')).incoming('backup.service');
  expect(incoming.map(({ key, file }) => `${key} ${file?.path}`)).toEqual(['Triggers /w/backup.timer']);
});

describe('the rest of a drop-in that systemd does not read', () => {
  const folder = '/etc/systemd/system';
  const dropIn = `${folder}/b.service.d/10.conf`;
  const read = '[Unit]\nAfter=a.service\n[Service]\nNice=1\n';
  const unread = 'User=a/b\n[Unit]\nWants=a.service\n';
  const tree = {
    [`${folder}/a.service`]: '[Service]\nExecStart=/bin/true\n',
    [`${folder}/b.service`]: '[Service]\nExecStart=/bin/true\n',
  };

  test('relates no units', () => {
    const index = indexOf({ ...tree, [dropIn]: `${read}${unread}` });
    const incoming = unitGraph(index, index.file(`${folder}/a.service`)).incoming('a.service');
    expect(incoming.map(({ key }) => key)).toEqual(['After']);
  });

  test('does so once the line above it is mended', () => {
    const index = indexOf({ ...tree, [dropIn]: `${read}${unread.replace('a/b', 'ab')}` });
    const incoming = unitGraph(index, index.file(`${folder}/a.service`)).incoming('a.service');
    expect(incoming.map(({ key }) => key)).toEqual(['After', 'Wants']);
  });

  test('is not rewritten by a rename', () => {
    const workspace = {
      '/w/a.service': '[Service]\nExecStart=/bin/true\n',
      '/w/b.service.d/10.conf': `${read}${unread}`,
    };
    const found = renameUnit(indexOf(workspace), name('a.service'), { wanted: 'c' });
    const lines =
      'changes' in found ? found.changes.flatMap((change) => (change.type === 'text' ? [change.line] : [])) : [];
    expect(lines).toEqual([1]);
  });
});
