import { describe, expect, test } from 'vitest';
import { fileOverrides } from '../../server/src/units/file-overrides.ts';
import { indexOf, type Tree } from './trees.ts';

const ETC = '/w/image/etc/systemd/system';
const LIB = '/w/image/usr/lib/systemd/system';
const UNIT = '[Service]\nExecStart=/bin/true\n';

const cases: readonly [about: string, tree: Tree, path: string, expected: unknown][] = [
  ['a unit alone', { [`${LIB}/a.service`]: UNIT }, `${LIB}/a.service`, undefined],
  ['a file that is not known', {}, `${LIB}/a.service`, undefined],
  [
    'a unit with drop-ins, in the order systemd reads them; one for all services says nothing of this one',
    {
      [`${LIB}/a-b.service`]: UNIT,
      [`${ETC}/a-b.service.d/20-x.conf`]: UNIT,
      [`${LIB}/a-.service.d/10-y.conf`]: UNIT,
      [`${LIB}/service.d/10-all.conf`]: UNIT,
    },
    `${LIB}/a-b.service`,
    { masked: false, dropIns: [`${LIB}/a-.service.d/10-y.conf`, `${ETC}/a-b.service.d/20-x.conf`] },
  ],
  [
    'a unit that one of /etc hides',
    { [`${LIB}/a.service`]: UNIT, [`${ETC}/a.service`]: UNIT },
    `${LIB}/a.service`,
    { hiddenBy: `${ETC}/a.service`, masked: false, dropIns: [] },
  ],
  ['the one of /etc itself', { [`${LIB}/a.service`]: UNIT, [`${ETC}/a.service`]: UNIT }, `${ETC}/a.service`, undefined],
  [
    'a unit that a link to /dev/null masks',
    { [`${LIB}/a.service`]: UNIT, [`${ETC}/a.service`]: '-> /dev/null' },
    `${LIB}/a.service`,
    { hiddenBy: `${ETC}/a.service`, masked: true, dropIns: [] },
  ],
  ['an empty file', { [`${ETC}/a.service`]: '' }, `${ETC}/a.service`, { masked: true, dropIns: [] }],
  [
    'an alias',
    { [`${ETC}/b.service`]: `-> ${ETC}/a.service`, [`${ETC}/a.service`]: UNIT },
    `${ETC}/b.service`,
    undefined,
  ],
  [
    'a drop-in that another one of its name hides',
    { [`${LIB}/a.service`]: UNIT, [`${LIB}/a.service.d/x.conf`]: UNIT, [`${ETC}/a.service.d/x.conf`]: UNIT },
    `${LIB}/a.service.d/x.conf`,
    { hiddenBy: `${ETC}/a.service.d/x.conf`, masked: false, dropIns: [] },
  ],
  [
    'a drop-in that counts',
    { [`${LIB}/a.service`]: UNIT, [`${ETC}/a.service.d/x.conf`]: UNIT },
    `${ETC}/a.service.d/x.conf`,
    undefined,
  ],
];

describe('what overrides', () => {
  test.each(cases)('%s', (_, tree, path, expected) => expect(fileOverrides(indexOf(tree), path)).toEqual(expected));
});
