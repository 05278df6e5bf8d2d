import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkText } from '../../../server/src/service/check.ts';
import { askBoth, differences } from './compare.ts';
import { podmans, type Tree } from './podman.ts';

/** Quadlet files that packages ship, a tree each; the tests are not run before `node test/corpus/fetch-quadlets.mjs`. */
const folder = fileURLToPath(new URL('../../../.cache/quadlets', import.meta.url));
const trees: readonly Tree[] = readdirSync(folder).map((name) => treeBelow(join(folder, name)));

function treeBelow(root: string): Tree {
  const paths = readdirSync(root, { recursive: true }) as string[];
  const files = paths.filter((path) => statSync(join(root, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

describe.each(podmans())('Quadlet files of packages, podman $version', (podman) => {
  test.each([false, true])('are made into the same units, user manager: %s', (isUser) => {
    const asked = askBoth(podman, trees, isUser);
    expect(asked.flatMap(differences)).toEqual([]);
    const units = asked.reduce((sum, { answer }) => sum + answer.units.size, 0);
    console.log(`podman ${podman.version}${isUser ? ' --user' : ''}: ${units} units alike, packages: ${trees.length}`);
    expect(units).toBeGreaterThan(0);
  });
});

test('nothing is wrong with the Quadlet files of packages', () => {
  const told = trees.flatMap((tree) =>
    Object.entries(tree).flatMap(([name, text]) => {
      const path = `/usr/share/containers/systemd/${name}`;
      const files = Object.entries(tree).map(([other, each]) => ({
        path: `/usr/share/containers/systemd/${other}`,
        text: each,
      }));
      return checkText(text, { path, around: { among: { files, areAll: true } } })
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ rule, message }) => `${name}: ${rule}: ${message}`);
    }),
  );
  expect(told).toEqual([]);
});
