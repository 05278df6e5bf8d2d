import { describe, expect, test } from 'vitest';
import { dropInOwners } from '../../server/src/schema/unit-name.ts';
import { resolveUnit } from '../../server/src/units/resolve-unit.ts';
import { indexOf, name, type Tree } from './trees.ts';

const resolve = (tree: Tree, unit: string, from?: string) => {
  const index = indexOf(tree);
  return resolveUnit(index, name(unit), from === undefined ? undefined : index.file(from));
};
const paths = (files: readonly { path: string }[]): string[] => files.map(({ path }) => path);

const ETC = '/etc/systemd/system';
const LIB = '/usr/lib/systemd/system';

describe('the fragment', () => {
  test('that of /etc hides that of /usr/lib', () => {
    const unit = resolve({ [`${LIB}/a.service`]: '[Service]\n', [`${ETC}/a.service`]: '[Service]\n' }, 'a.service');
    expect(unit.fragment?.path).toBe(`${ETC}/a.service`);
    expect(paths(unit.overridden)).toEqual([`${LIB}/a.service`]);
  });

  test.each(['-> /dev/null', ''])('a link to /dev/null and an empty file mask it: %o', (text) => {
    const unit = resolve({ [`${LIB}/a.service`]: '[Service]\n', [`${ETC}/a.service`]: text }, 'a.service');
    expect(unit.state).toBe('masked');
  });

  test('what generators made comes between what the administrator and the vendor wrote', () => {
    const [run, image] = ['/w/image/run/systemd', (path: string) => `/w/image${path}/a.mount`];
    const made = ['generator.early', 'generator', 'generator.late'].map((folder) => `${run}/${folder}/a.mount`);
    const files = [image(LIB), ...made, image(ETC)];
    const unit = resolve(Object.fromEntries(files.map((path) => [path, '[Mount]\n'])), 'a.mount', image(LIB));
    const [early, generated, late] = made;
    expect([unit.fragment?.path, ...paths(unit.overridden)]).toEqual([early, image(ETC), generated, image(LIB), late]);
  });

  test('an alias stands for the unit it points to', () => {
    const unit = resolve(
      { [`${LIB}/a.service`]: '[Service]\n', [`${ETC}/b.service`]: `-> ${LIB}/a.service` },
      'b.service',
    );
    expect([unit.name.text, unit.fragment?.path, unit.aliases]).toEqual([
      'a.service',
      `${LIB}/a.service`,
      ['b.service'],
    ]);
  });

  test('a link out of the unit paths is the unit itself', () => {
    const unit = resolve({ [`${ETC}/b.service`]: '-> /srv/a.service' }, 'b.service');
    expect([unit.name.text, unit.fragment?.path, unit.state]).toEqual(['b.service', `${ETC}/b.service`, 'loaded']);
  });

  test('an alias of a template passes the instance on', () => {
    const unit = resolve(
      { [`${LIB}/getty@.service`]: '[Service]\n', [`${LIB}/autovt@.service`]: `-> ${LIB}/getty@.service` },
      'autovt@tty1.service',
    );
    expect([unit.name.text, unit.aliases]).toEqual(['getty@tty1.service', ['autovt@tty1.service']]);
  });

  test('aliases in a circle end', () => {
    const unit = resolve(
      { [`${ETC}/a.service`]: `-> ${ETC}/b.service`, [`${ETC}/b.service`]: `-> ${ETC}/a.service` },
      'a.service',
    );
    expect(unit.dropIns).toEqual([]);
  });

  test('the file of the same folder is nearer than that of the machine', () => {
    const tree = {
      '/w/x/a.service': '[Service]\n',
      '/w/x/b.service': '',
      '/w/y/a.service': '[Service]\n',
      [`${ETC}/a.service`]: '',
    };
    expect(resolve(tree, 'a.service', '/w/x/b.service').fragment?.path).toBe('/w/x/a.service');
    expect(resolve(tree, 'a.service').fragment?.path).toBe('/w/x/a.service');
  });

  test('an image in the workspace has precedence of its own', () => {
    const tree = {
      '/w/img/usr/lib/systemd/system/a.service': '[Service]\n',
      '/w/img/etc/systemd/system/a.service': '',
    };
    expect(resolve(tree, 'a.service', '/w/img/usr/lib/systemd/system/a.service').state).toBe('masked');
  });
});

describe('drop-ins', () => {
  /** Order as systemd 252, 257 and 262 print it: test/oracle/load-order.test.ts asks them. */
  test('owners of an instance', () => {
    expect(dropInOwners(name('foo-bar@x-y.service'))).toEqual([
      'foo-bar@x-y.service',
      'foo-bar@.service',
      'foo-.service',
      'foo-@x-y.service',
      'foo-@.service',
    ]);
    expect(dropInOwners(name('w-x-.service'))).toEqual(['w-x-.service', 'w-.service']);
  });

  test('are read by file name, whatever folder they are in', () => {
    const unit = resolve(
      {
        [`${LIB}/a-b.service`]: '[Service]\n',
        [`${LIB}/a-b.service.d/30.conf`]: '[Unit]\n',
        [`${ETC}/a-.service.d/10.conf`]: '[Unit]\n',
        [`${ETC}/service.d/20.conf`]: '[Unit]\n',
      },
      'a-b.service',
    );
    expect(paths(unit.dropIns)).toEqual([
      `${ETC}/a-.service.d/10.conf`,
      `${ETC}/service.d/20.conf`,
      `${LIB}/a-b.service.d/30.conf`,
    ]);
  });

  test('of one name hide each other: /etc before the telling folder, the kind last', () => {
    const unit = resolve(
      {
        [`${LIB}/a-b.service`]: '[Service]\n',
        [`${LIB}/a-b.service.d/10.conf`]: '[Unit]\n',
        [`${ETC}/a-.service.d/10.conf`]: '[Unit]\n',
        [`${ETC}/service.d/10.conf`]: '[Unit]\n',
      },
      'a-b.service',
    );
    expect(paths(unit.dropIns)).toEqual([`${ETC}/a-.service.d/10.conf`]);
    expect(paths(unit.overridden)).toEqual([`${LIB}/a-b.service.d/10.conf`, `${ETC}/service.d/10.conf`]);
  });

  test('a link to /dev/null takes one away', () => {
    const unit = resolve(
      {
        [`${LIB}/a.service`]: '[Service]\n',
        [`${LIB}/a.service.d/10.conf`]: '[Unit]\n',
        [`${ETC}/a.service.d/10.conf`]: '-> /dev/null',
      },
      'a.service',
    );
    expect(unit.dropIns).toEqual([]);
  });

  test('of the workspace are read with the fragment of the machine', () => {
    const unit = resolve(
      { [`${LIB}/ssh.service`]: '[Service]\n', '/w/ssh.service.d/10.conf': '[Service]\n' },
      'ssh.service',
      '/w/ssh.service.d/10.conf',
    );
    expect([unit.fragment?.path, ...paths(unit.dropIns)]).toEqual([`${LIB}/ssh.service`, '/w/ssh.service.d/10.conf']);
  });
});
