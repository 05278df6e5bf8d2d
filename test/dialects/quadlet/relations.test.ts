import { expect, test } from 'vitest';
import { unitSources } from '../../../server/src/dialects/index.ts';
import { generate } from '../../../server/src/dialects/quadlet/generator/generate.ts';
import { fileKindOfPath } from '../../../server/src/schema/file-kind.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import { MOUNTS_FOR } from '../../../server/src/units/relation-kinds.ts';
import { factsOf } from '../../../server/src/units/relations.ts';
import { unitGraph } from '../../../server/src/units/unit-graph.ts';
import { createUnitIndex } from '../../../server/src/units/unit-index.ts';
import { seeded } from '../../mutation/random.ts';
import { randomTree } from '../../oracle/quadlet/trees.ts';
import { machinePaths } from '../../units/trees.ts';

const FOLDER = '/etc/containers/systemd';

/** What the text of a generated unit says of others, each once. */
function inText(name: string, text: string): string[] {
  const path = `/run/systemd/generator/${name}`;
  const kind = fileKindOfPath(path);
  return kind?.unit ? relationsOf(factsOf(parse(text), { path, kind }).relations) : [];
}

const relationsOf = (all: readonly { key: string; target: string }[]): string[] =>
  [...new Set(all.filter(({ key }) => !MOUNTS_FOR.has(key)).map(({ key, target }) => `${key}=${target}`))].sort();

test('the graph has the relations of the unit that is generated, and no others', () => {
  const random = seeded(20_261_126);
  let compared = 0;
  for (let round = 0; round < 300; round++) {
    const tree = Object.entries(randomTree(random)).map(([name, text]) => ({ path: `${FOLDER}/${name}`, text }));
    const index = createUnitIndex(unitSources);
    index.setMachinePaths(machinePaths);
    for (const { path, text } of tree) {
      index.add(path, 'machine');
      index.setText(path, text);
    }
    const { units } = generate({
      ...{ files: tree, folders: [FOLDER], podman: 508, isUser: false },
      ...{ hasDevice: () => true, isKnownKey: () => true },
    });
    for (const { name, source, text } of units) {
      const graph = unitGraph(index, index.file(source));
      if (graph.unit(name)?.fragment?.path !== source) continue;
      const edges = graph.outgoing(name).map(({ key, to }) => ({ key, target: to }));
      expect([source, tree, relationsOf(edges)]).toEqual([source, tree, inText(name, text)]);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(1000);
});
