import { describe, expect, test } from 'vitest';
import { unitSources } from '../../../server/src/dialects/index.ts';
import { renameUnit } from '../../../server/src/features/rename/rename-unit.ts';
import { checkText } from '../../../server/src/service/check.ts';
import { orderingCycle } from '../../../server/src/units/cycles.ts';
import { unitGraph } from '../../../server/src/units/unit-graph.ts';
import { createUnitIndex, type UnitIndex } from '../../../server/src/units/unit-index.ts';
import { machinePaths, name, type Tree } from '../../units/trees.ts';

const IMAGE = '[Container]\nImage=quay.io/x/web\n';

/** Files by path, those below `/w` of the workspace. */
function indexOf(tree: Tree): UnitIndex {
  const index = createUnitIndex(unitSources);
  index.setMachinePaths({
    ...machinePaths,
    system: ['/etc/systemd/system', '/run/systemd/generator', '/usr/lib/systemd/system'],
  });
  for (const [path, text] of Object.entries(tree)) {
    index.add(path, path.startsWith('/w/') ? 'workspace' : 'machine');
    index.setText(path, text);
  }
  return index;
}

describe('the units that Quadlet files define', () => {
  test.each<[path: string, text: string, unit: string]>([
    ['/w/web.container', IMAGE, 'web.service'],
    ['/w/web@.container', IMAGE, 'web@.service'],
    ['/w/web.container', `${IMAGE}ServiceName=front\n`, 'front.service'],
    ['/w/data.volume', '[Volume]\n', 'data-volume.service'],
    ['/w/data@.volume', '[Volume]\n', 'data-volume@.service'],
    ['/w/app.pod', '[Pod]\n', 'app-pod.service'],
    ['/w/quadlets/lan.network', '[Network]\n', 'lan-network.service'],
    ['/etc/containers/systemd/below/app.kube', '[Kube]\nYaml=x\n', 'app.service'],
  ])('%s', (path, text, unit) => {
    const index = indexOf({ [path]: text });
    expect(index.get(unit)?.fragments.map((file) => file.path)).toEqual([path]);
    index.remove(path);
    expect([...index.names()]).toEqual([]);
  });

  test('of a suffix that others have, the sections tell', () => {
    const index = indexOf({
      '/w/book.pod': '=head1 Book\n',
      '/w/lan.network': '[Match]\nName=*\n[Network]\nDHCP=yes\n',
    });
    expect([...index.names()]).toEqual([]);
    index.setText('/w/book.pod', '[Pod]\n');
    expect(index.names().map(({ text }) => text)).toEqual(['book-pod.service']);
    index.setText('/w/book.pod', '=head1 Book\n');
    expect([...index.names()]).toEqual([]);
  });

  test('another name in the text is another unit', () => {
    const index = indexOf({ '/w/web.container': IMAGE });
    index.setText('/w/web.container', `${IMAGE}ServiceName=front\n`);
    expect(index.names().map(({ text }) => text)).toEqual(['front.service']);
    index.setText('/w/web.container', IMAGE);
    expect(index.names().map(({ text }) => text)).toEqual(['web.service']);
  });

  describe('a drop-in tells the name as well', () => {
    const file = '/w/a-b.container';
    const dropIn = (folder: string, name = '10.conf') => `/w/${folder}.container.d/${name}`;
    const named = (unit: string) => `[Container]\nServiceName=${unit}\n`;
    const unitsOf = (index: UnitIndex): string[] => index.names().map(({ text }) => text);
    const fragments = (index: UnitIndex): string[] =>
      unitsOf(index).filter((unit) => index.get(unit)!.fragments.length);

    test.each<[what: string, tree: Tree, unit: string]>([
      ['its own', { [file]: IMAGE, [dropIn('a-b')]: named('front') }, 'front.service'],
      ['read before the file', { [dropIn('a-b')]: named('front'), [file]: IMAGE }, 'front.service'],
      ['more than the file', { [file]: `${IMAGE}ServiceName=own\n`, [dropIn('a-b')]: named('front') }, 'front.service'],
      ['of a prefix', { [file]: IMAGE, [dropIn('a-')]: named('front') }, 'front.service'],
      [
        'the last of several',
        { [file]: IMAGE, [dropIn('a-', '20.conf')]: named('last'), [dropIn('a-b')]: named('front') },
        'last.service',
      ],
      [
        'not one that another of its name hides',
        { [file]: IMAGE, [dropIn('a-')]: named('front'), [dropIn('a-b')]: '[Service]\nNice=1\n' },
        'a-b.service',
      ],
      ['not of another file', { [file]: IMAGE, [dropIn('b')]: named('front') }, 'a-b.service'],
    ])('%s', (_, tree, unit) => expect(fragments(indexOf(tree))).toEqual([unit]));

    test('and untells it', () => {
      const index = indexOf({ [file]: IMAGE, [dropIn('a-b')]: named('front') });
      index.setText(file, `${IMAGE}Network=host\n`);
      expect(fragments(index)).toEqual(['front.service']);
      index.setText(dropIn('a-b'), named('back'));
      expect(fragments(index)).toEqual(['back.service']);
      index.remove(dropIn('a-b'));
      expect(fragments(index)).toEqual(['a-b.service']);
      index.remove(file);
      expect(unitsOf(index)).toEqual([]);
    });

    test('who names the unit means the file', () => {
      const user = '/w/user.service';
      const index = indexOf({
        [file]: IMAGE,
        [dropIn('a-b')]: named('front'),
        [user]: '[Unit]\nAfter=front.service\n[Service]\nExecStart=/bin/true\n',
      });
      const graph = unitGraph(index, index.file(user));
      expect(graph.unit('front.service')?.fragment?.path).toBe(file);
      expect(renameUnit(index, name('front.service'), { wanted: 'back.service' })).toEqual({
        refusal: 'front.service has its name from ServiceName= in a-b.container.d/10.conf: change it there.',
      });
    });
  });

  test('a unit of the administrator hides one, one hides a unit of a package and what was generated', () => {
    const quadlet = '/etc/containers/systemd/web.container';
    const others = {
      '/usr/lib/systemd/system/web.service': '[Service]\n',
      '/run/systemd/generator/web.service': '[Service]\n',
    };
    const found = (tree: Tree) =>
      unitGraph(indexOf(tree), { tree: 'system:', manager: 'system' }).unit('web.service')?.fragment?.path;
    expect(found({ ...others, [quadlet]: IMAGE })).toBe(quadlet);
    expect(found({ ...others, [quadlet]: IMAGE, '/etc/systemd/system/web.service': '[Service]\n' })).toBe(
      '/etc/systemd/system/web.service',
    );
  });

  test('a user has those of a user', () => {
    const index = indexOf({ '/root/.config/containers/systemd/web.container': IMAGE });
    expect(index.get('web.service')?.fragments).toMatchObject([{ manager: 'user', tree: 'user:' }]);
  });
});

const POD: Tree = {
  '/w/quadlets/web.container': `[Unit]\nAfter=db.container cache.service\n${IMAGE}Pod=app.pod\nVolume=data.volume:/data\nMount=type=volume,source=data.volume,dst=/x\nNetwork=lan.network:ip=10.0.0.2\n[Install]\nWantedBy=default.target\n`,
  '/w/quadlets/web.container.d/10.conf': '[Unit]\nWants=mail.service\n',
  '/w/quadlets/container.d/20.conf': '[Unit]\nBefore=late.service\n',
  '/w/quadlets/db.container': `${IMAGE}ServiceName=database\n[Quadlet]\nDefaultDependencies=no\n`,
  '/w/quadlets/app.pod': '[Pod]\n',
  '/w/quadlets/lone.container': `${IMAGE}Pod=app.pod\nStartWithPod=no\n`,
  '/w/quadlets/data.volume': '[Volume]\nDriver=image\nImage=base.image\n',
  '/w/quadlets/base.image': '[Image]\nImage=quay.io/x/base\n',
  '/w/quadlets/lan.network': '[Network]\n',
  '/w/quadlets/cache.service': '[Unit]\nAfter=web.service\n[Service]\nExecStart=/bin/true\n',
};

describe('the relations of a Quadlet file', () => {
  const graph = unitGraph(indexOf(POD), { tree: 'folder:/w/quadlets', manager: 'system' });
  const outgoing = (unit: string) =>
    graph.outgoing(unit).map(({ key, to, file }) => `${key}=${to} ${file?.path.slice('/w/quadlets/'.length) ?? ''}`);

  test('are those of its service, with where they are said', () => {
    expect(outgoing('web.service')).toEqual([
      ...['After=cache.service', 'WantedBy=default.target', 'After=database.service'].map(
        (said) => `${said} web.container`,
      ),
      ...['BindsTo=app-pod.service', 'After=app-pod.service'].map((said) => `${said} web.container`),
      ...['Requires=data-volume.service', 'After=data-volume.service'].map((said) => `${said} web.container`),
      ...['Requires=data-volume.service', 'After=data-volume.service'].map((said) => `${said} web.container`),
      ...['Requires=lan-network.service', 'After=lan-network.service'].map((said) => `${said} web.container`),
      'Wants=mail.service web.container.d/10.conf',
      'Before=late.service container.d/20.conf',
      'Wants=network-online.target ',
      'After=network-online.target ',
    ]);
    expect(outgoing('database.service')).toEqual(['Before=late.service container.d/20.conf']);
    expect(outgoing('app-pod.service').filter((edge) => !edge.includes('network-online'))).toEqual([
      'Wants=web.service web.container',
      'Before=web.service web.container',
    ]);
    expect(outgoing('data-volume.service')).toContain('Requires=base-image.service data.volume');
  });

  test('lead back', () => {
    const incoming = (unit: string) => graph.incoming(unit).map(({ key, from }) => `${from} ${key}`);
    expect(incoming('web.service')).toEqual(['cache.service After', 'app-pod.service Wants', 'app-pod.service Before']);
    expect(incoming('database.service')).toEqual(['web.service After']);
    expect(incoming('base-image.service')).toEqual(['data-volume.service Requires', 'data-volume.service After']);
  });

  test('are counted in circles', () => {
    expect(orderingCycle(graph, 'cache.service')).toBeUndefined();
    const index = indexOf({
      ...POD,
      '/w/quadlets/cache.service': '[Unit]\nRequires=web.service\nAfter=web.service\n[Service]\nExecStart=/bin/true\n',
    });
    const cycle = orderingCycle(unitGraph(index, { tree: 'folder:/w/quadlets', manager: 'system' }), 'cache.service');
    expect(cycle?.waits.map(({ unit }) => unit).sort()).toEqual(['cache.service', 'web.service']);
  });
});

describe('what is said of a file among units', () => {
  function told(tree: Tree): string[] {
    const index = indexOf(tree);
    index.setKnowsMachine(true);
    const [path = '', text = ''] = Object.entries(tree)[0] ?? [];
    return checkText(text, { path, around: { index } }).map(
      ({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`,
    );
  }
  const INSTALL = '[Install]\nWantedBy=default.target\n';

  test.each<[what: string, tree: Tree, expected: readonly string[]]>([
    ['nothing', { '/w/a.container': IMAGE + INSTALL }, []],
    [
      'a unit that is not there',
      { '/w/a.container': `[Unit]\nRequires=gone.service\n${IMAGE}${INSTALL}` },
      ['requirement-missing: gone.service'],
    ],
    [
      'one that a Quadlet file defines',
      { '/w/a.container': `[Unit]\nRequires=b.service\n${IMAGE}${INSTALL}`, '/w/b.container': IMAGE },
      [],
    ],
    [
      'the same from a unit',
      {
        '/w/a.service': `[Unit]\nRequires=b.service\nAfter=b.service\n[Service]\nExecStart=/bin/true\n${INSTALL}`,
        '/w/b.container': IMAGE,
      },
      [],
    ],
    [
      'a timer whose service is made',
      { '/w/b.timer': `[Timer]\nOnCalendar=daily\n${INSTALL}`, '/w/b.container': IMAGE },
      [],
    ],
    [
      'a circle',
      {
        '/w/a.container': `[Unit]\nRequires=b.service\nAfter=b.service\n${IMAGE}${INSTALL}`,
        '/w/b.container': `[Unit]\nAfter=a.container\n${IMAGE}`,
      },
      ['ordering-cycle: b.service'],
    ],
    ['nothing that starts it', { '/w/a.container': IMAGE }, ['unit-unused: [Container]']],
    ['a pod that starts it', { '/w/a.container': `${IMAGE}Pod=b.pod\n`, '/w/b.pod': `[Pod]\n${INSTALL}` }, []],
  ])('%s', (_, tree, expected) => expect(told(tree)).toEqual(expected));
});

describe('rename', () => {
  const TREE: Tree = {
    '/w/web.container': `${IMAGE}Pod=app.pod\n`,
    '/w/web.container.d/10.conf': '[Service]\nRestart=no\n',
    '/w/web.service.d/10.conf': '[Service]\nNice=1\n',
    '/w/app.pod': '[Pod]\n',
    '/w/other.container': `[Unit]\nAfter=web.container\nWants=web.service\n${IMAGE}Network=web.container\n`,
    '/w/app.service': '[Unit]\nAfter=web.service\n[Service]\nExecStart=/bin/true\n',
    '/w/named.container': `${IMAGE}ServiceName=own\n`,
  };
  const renamed = (unit: string, wanted: string): string[] => {
    const found = renameUnit(indexOf(TREE), name(unit), { wanted });
    if ('refusal' in found) return [found.refusal];
    return found.changes.map((change) =>
      change.type === 'file' ? `${change.from} > ${change.to}` : `${change.path}:${change.line + 1} ${change.text}`,
    );
  };

  test.each(['front', 'front.container', 'front.service'])('a file, its drop-ins and its service: %s', (wanted) => {
    expect(renamed('web.service', wanted)).toEqual([
      '/w/other.container:2 front.container',
      '/w/other.container:6 front.container',
      '/w/other.container:3 front.service',
      '/w/app.service:2 front.service',
      '/w/web.container.d > /w/front.container.d',
      '/w/web.container > /w/front.container',
      '/w/web.service.d > /w/front.service.d',
    ]);
  });

  test('of a pod the service has another name than the file', () => {
    const expected = ['/w/web.container:3 main.pod', '/w/app.pod > /w/main.pod'];
    expect(renamed('app-pod.service', 'main')).toEqual(expected);
    expect(renamed('app-pod.service', 'main-pod.service')).toEqual(expected);
    expect(renamed('app-pod.service', 'main.service')).toEqual([expect.stringContaining('No file like app.pod')]);
  });

  test('what has its name from ServiceName= keeps it', () => {
    expect(renamed('own.service', 'x.container')).toEqual(['/w/named.container > /w/x.container']);
    expect(renamed('own.service', 'x.service')).toEqual([expect.stringContaining('ServiceName=')]);
    expect(renamed('web.service', 'other')).toEqual(['There is a other.container already.']);
  });
});
