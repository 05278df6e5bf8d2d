import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../server/src/cli/commands.ts';
import { fileKindOfPath } from '../../server/src/schema/file-kind.ts';
import { unitKinds } from '../../server/src/schema/kinds.ts';

const hooks = readFileSync(new URL('../../.pre-commit-hooks.yaml', import.meta.url), 'utf8');
const files = new RegExp(/files: &units '(.+)'/.exec(hooks)![1]!);

test('the hooks are given every unit, source and drop-in, and little else', () => {
  const paths = unitKinds.flatMap((kind) => [
    `x/a.${kind}`,
    `x/a.${kind}.in`,
    `x/a.${kind}.j2`,
    `x/a.${kind}.d/b.conf`,
  ]);
  for (const path of paths)
    expect([path, files.test(path), fileKindOfPath(path) !== undefined]).toEqual([path, true, true]);
  for (const path of ['a.services', 'service', 'a.conf', 'a.service.md'])
    expect([path, files.test(path)]).toEqual([path, false]);
});

test('the hooks run commands there are', () => {
  const entries = [...hooks.matchAll(/entry: systemd-units (\w+)/g)].map(([, name]) => name);
  expect(entries).toEqual(['check', 'format']);
  expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(entries));
});
