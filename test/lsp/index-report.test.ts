import { expect, test } from 'vitest';
import { indexReport } from '../../server/src/lsp/index-report.ts';

test('each folder is named with how many unit files it holds, one within another for itself', () => {
  const folders = ['/w', '/etc/systemd/system', '/w/inner', '/run/systemd/system'];
  const paths = [
    '/w/a.service',
    '/w/inner/b.service',
    '/w/inner/c.timer',
    '/etc/systemd/system/a.service.d/x.conf',
    '/y',
  ];
  expect(indexReport(folders, paths).split('\n')).toEqual([
    'index: 5 unit files',
    '  /w: 1',
    '  /etc/systemd/system: 1',
    '  /w/inner: 2',
    '  /run/systemd/system: 0',
  ]);
});
