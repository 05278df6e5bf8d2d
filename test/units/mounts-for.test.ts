import { expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import { definition, referencesTo } from '../../server/src/features/navigation/navigate.ts';
import { mountNames } from '../../server/src/schema/escape.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { orderingCycle } from '../../server/src/units/cycles.ts';
import { unitGraph } from '../../server/src/units/unit-graph.ts';
import { indexOf, name } from './trees.ts';

const ETC = '/etc/systemd/system';
const mount = '[Mount]\nWhat=/dev/sda1\n';
const web =
  '[Unit]\nRequiresMountsFor=/srv/my-data/www /opt\nWantsMountsFor=/var/lib/x\n[Service]\nExecStart=/bin/true\n';

const files = {
  [`${ETC}/web.service`]: web,
  [`${ETC}/srv.mount`]: mount,
  [`${ETC}/srv-my\\x2ddata.mount`]: mount,
  [`${ETC}/var-lib.mount`]: mount,
  [`${ETC}/opt.mount`]: '-> /dev/null',
  [`${ETC}/home.mount`]: `[Unit]\nRequiresMountsFor=/home\n${mount}`,
};

test.each([
  ['/srv/my-data//www/', ['srv-my\\x2ddata-www.mount', 'srv-my\\x2ddata.mount', 'srv.mount', '-.mount']],
  ['/', ['-.mount']],
  ['/a/../b', []],
])('the mount units of %s', (path, names) => expect(mountNames(path)).toEqual(names));

test('a path requires the mount units it lies on, those that are there', () => {
  const edges = unitGraph(indexOf(files)).outgoing('web.service');
  expect(edges.map(({ key, to, at }) => [key, to, at?.written])).toEqual([
    ['RequiresMountsFor', 'srv-my\\x2ddata.mount', '/srv/my-data/www'],
    ['RequiresMountsFor', 'srv.mount', '/srv/my-data/www'],
    ['WantsMountsFor', 'var-lib.mount', '/var/lib/x'],
  ]);
});

test('a mount is referred to by the paths on it; not by itself, nor when it is masked', () => {
  const index = indexOf(files);
  const document = createDocument(mount, { path: `${ETC}/srv.mount`, version: NEWEST_VERSION });
  expect(referencesTo(name('srv.mount'), document, { index, withDeclaration: false })).toEqual([
    { path: `${ETC}/web.service`, line: 1, start: 18, end: 34 },
  ]);
  expect(unitGraph(index).incoming('opt.mount')).toEqual([]);
  expect(unitGraph(index).incoming('home.mount')).toEqual([]);
  expect(unitGraph(index).outgoing('home.mount')).toEqual([]);
});

test('the definition of a path is its mount units, the deepest first', () => {
  const document = createDocument(web, { path: `${ETC}/web.service`, version: NEWEST_VERSION });
  const found = definition(document, web.indexOf('my-data'), indexOf(files));
  expect(found.map(({ path }) => path)).toEqual([`${ETC}/srv-my\\x2ddata.mount`, `${ETC}/srv.mount`]);
});

test('a unit waits for its mounts, so a mount after it is a cycle', () => {
  const after = { ...files, [`${ETC}/srv.mount`]: `[Unit]\nAfter=web.service\n${mount}` };
  const cycle = orderingCycle(unitGraph(indexOf(after)), 'web.service');
  expect(cycle?.waits.map(({ unit, for: other }) => [unit, other])).toEqual([
    ['web.service', 'srv.mount'],
    ['srv.mount', 'web.service'],
  ]);
  expect(cycle?.breakable).toBe(false);
});

test('of thousands of paths in one value a thousand are told of each mount', () => {
  const paths = Array.from({ length: 3000 }, (_, i) => `/srv/${i}`).join(' ');
  const index = indexOf({ ...files, [`${ETC}/many.service`]: `[Unit]\nRequiresMountsFor=${paths} /opt\n` });
  const { relations } = index.file(`${ETC}/many.service`)!.facts;
  const ofSrv = relations.filter(({ target }) => target === 'srv.mount').map(({ written }) => written);
  expect(ofSrv).toEqual(Array.from({ length: 1000 }, (_, i) => `/srv/${i}`));
  expect(relations.filter(({ target }) => target === 'srv-2999.mount')).toHaveLength(1);
  expect(relations.filter(({ target }) => target === 'opt.mount')).toHaveLength(1);
});
