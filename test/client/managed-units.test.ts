import { expect, test } from 'vitest';
import { askAll, managedUnits } from '../../client/src/pages/graph/manager-graph.ts';
import { managerGraph } from '../../server/src/features/graph/manager-graph.ts';
import { picture } from '../../server/src/features/graph/picture.ts';

// As systemd 252 prints it, shortened.
const web = `Id=web.service
Requires=system.slice
Wants=db.service
After=system.slice db.service
Conflicts=shutdown.target
Description=Web
LoadState=loaded
ActiveState=failed
FragmentPath=/etc/systemd/system/web.service
`;
const others = `Id=db.service
Description=db.service
LoadState=not-found
ActiveState=inactive
FragmentPath=

Id=system.slice
After=-.slice
Description=System Slice
LoadState=loaded
ActiveState=active
FragmentPath=
`;
/** The unit itself comes first, and once more among all. */
const shown = [web, others, web].join('\n');

test('the question names the unit behind --, and all that is loaded', () => {
  expect(askAll('user', '-h.service').args.slice(-3)).toEqual(['--', '-h.service', '*']);
});

test('what a manager says is drawn as what files say', () => {
  const { unit, units, states } = managedUnits(shown)!;
  expect([unit, units.length, states['web.service']]).toEqual(['web.service', 3, 'failed']);
  const kinds = new Set(['requirement', 'ordering', 'conflict'] as const);
  const { nodes, edges } = picture(managerGraph(units), { roots: [unit], depth: 1, kinds });
  expect(nodes.map(({ name, state, path, description, hidden }) => [name, state, path, description, hidden])).toEqual([
    ['web.service', 'root', '/etc/systemd/system/web.service', 'Web', 0],
    ['system.slice', 'loaded', undefined, 'System Slice', 1],
    ['db.service', 'missing', undefined, 'db.service', 0],
  ]);
  const name = (id: string) => nodes.find((node) => node.id === id)!.name;
  expect(edges.map(({ from, to, keys }) => `${name(from)} ${keys} ${name(to)}`)).toEqual([
    'web.service Requires system.slice',
    'web.service Wants db.service',
    'web.service After system.slice',
    'web.service After db.service',
  ]);
});

test('no answer is not a graph', () => {
  expect(managedUnits('')).toBeUndefined();
});
