import { expect, test } from 'vitest';
import { unitGraph } from '../../server/src/units/unit-graph.ts';
import { indexOf } from './trees.ts';

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
