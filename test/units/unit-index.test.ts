import { describe, expect, test } from 'vitest';
import { unitsOfFile } from '../../server/src/units/resolved-units.ts';
import { indexOf } from './trees.ts';

const FOLDER = '/w/units';
const service = (i: number): [string, string] => [`${FOLDER}/unit-${i}.service`, `[Unit]\nDescription=${i}\n`];
const dropIn = `${FOLDER}/service.d/10.conf`;
const numbers = [7, 3, 9, 1, 5, 8, 2, 6, 4];

describe('a drop-in for a whole kind', () => {
  const namesFor = (index: ReturnType<typeof indexOf>): string[] =>
    unitsOfFile(index, dropIn).map(({ name }) => name.text);
  const first = [1, 2, 3, 4, 5].map((i) => `unit-${i}.service`);

  test('is judged with the same units in whatever order they were found', () => {
    const files = [[dropIn, '[Service]\n'] as [string, string], ...numbers.map(service)];
    expect(namesFor(indexOf(Object.fromEntries(files)))).toEqual(first);
    expect(namesFor(indexOf(Object.fromEntries(files.reverse())))).toEqual(first);
  });

  test('and edited: a keystroke in one of them does not change which', () => {
    const index = indexOf(Object.fromEntries([[dropIn, '[Service]\n'], ...numbers.map(service)]));
    for (const i of [1, 2, 3]) index.setText(service(i)[0], '[Unit]\nDescription=edited\nAfter=x.service\n');
    expect(namesFor(index)).toEqual(first);
  });
});

test('an edit that says nothing new of other units leaves what is known of them alone', () => {
  const index = indexOf({ [`${FOLDER}/a.service`]: '[Unit]\nAfter=b.service\n[Service]\nNice=1\n' });
  const before = index.generation;
  index.setText(`${FOLDER}/a.service`, '[Unit]\nAfter=b.service\n[Service]\nNice=10\n');
  expect(index.generation).toBe(before);
  index.setText(`${FOLDER}/a.service`, '[Unit]\nAfter=bb.service\n[Service]\nNice=10\n');
  expect(index.generation).toBeGreaterThan(before);
});

test('files of one owner are in one order, however they came and were edited', () => {
  const paths = numbers.map((i) => `${FOLDER}/a.service.d/${i}.conf`);
  const index = indexOf(Object.fromEntries(paths.map((path) => [path, '[Service]\n'])));
  index.setText(paths[3]!, '[Unit]\nAfter=b.service\n');
  expect(index.ownedIn(`folder:${FOLDER}`, 'a.service').map(({ path }) => path)).toEqual([...paths].sort());
});
