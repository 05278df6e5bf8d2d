import { expect, test } from 'vitest';
import type { UnitText } from '../../server/src/features/diagnostics.ts';
import type { Runtime } from '../../server/src/lsp/runtime.ts';
import { createUnitFileStore } from '../../server/src/lsp/unit-file-store.ts';
import { createUnitIndex } from '../../server/src/units/unit-index.ts';

const folder = '/etc/systemd/system';

/** A store whose units are all shown in an editor. */
function storeOf(...paths: readonly string[]) {
  const runtime: Pick<Runtime, 'readText' | 'filesBeside'> = {
    readText: async () => undefined,
    filesBeside: async () => [],
  };
  const index = createUnitIndex();
  const store = createUnitFileStore(runtime as Runtime, index);
  for (const path of paths) {
    store.opened(path);
    store.setText(path, `# ${path}\n`);
  }
  const textOf = (path: string): UnitText => store.surroundings(path).units![0]!.find((file) => file.path === path)!;
  return { store, textOf };
}

const units = Array.from({ length: 300 }, (_, i) => `${folder}/unit-${i}.service`);

test('of a thousand open units those asked about last keep what was worked out of them, the others their text', () => {
  const { textOf } = storeOf(...units);
  const first = textOf(units[0]!);
  expect(textOf(units[0]!)).toBe(first);
  for (const path of units) textOf(path);
  const last = textOf(units.at(-1)!);
  expect(textOf(units.at(-1)!)).toBe(last);
  expect(textOf(units[0]!)).not.toBe(first);
  expect(textOf(units[0]!)).toEqual(first);
});

test('a unit with more drop-ins than are kept keeps them all', () => {
  const fragment = `${folder}/big.service`;
  const dropIns = Array.from({ length: 300 }, (_, i) => `${fragment}.d/${1000 + i}.conf`);
  const { store } = storeOf(fragment, ...dropIns);
  const before = store.surroundings(fragment).units![0]!;
  expect(before).toHaveLength(301);
  const after = store.surroundings(fragment).units![0]!;
  expect(after.filter((file, i) => file !== before[i])).toEqual([]);
});

test('of a file that is read while it is written again the last reading counts, whichever ends first', async () => {
  const path = `${folder}/a.service`;
  const ends: ((text: string) => void)[] = [];
  const runtime: Pick<Runtime, 'readText' | 'filesBeside'> = {
    readText: () => new Promise((resolve) => void ends.push(resolve)),
    filesBeside: async () => [],
  };
  const index = createUnitIndex();
  index.add(path, 'workspace');
  const store = createUnitFileStore(runtime as Runtime, index);
  const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
  const before = store.reload(path);
  await turn();
  const after = store.reload(path);
  await turn();
  expect(ends).toHaveLength(2);
  ends[1]!('[Unit]\nAfter=new.service\n');
  await turn();
  ends[0]!('[Unit]\nAfter=old.service\n');
  await Promise.all([before, after]);
  expect(store.text(path)).toBe('[Unit]\nAfter=new.service\n');
  expect(index.file(path)?.facts.relations.map(({ target }) => target)).toEqual(['new.service']);
});
