import { expect, test } from 'vitest';
import { startCycles } from '../../server/src/units/start-cycles.ts';
import { unitGraph } from '../../server/src/units/unit-graph.ts';
import { indexOf, type Tree } from './trees.ts';

const FOLDER = '/etc/systemd/system/';
const run = '[Service]\nExecStart=/bin/true\n';

function cyclesOf(files: Tree, start = 'boot.target') {
  const index = indexOf(Object.fromEntries(Object.entries(files).map(([name, text]) => [FOLDER + name, text])));
  const said = ({ key, to, at }: { key: string; to: string; at?: { line: number } | undefined }) =>
    `${key}=${to}:${at?.line}`;
  return startCycles(unitGraph(index, index.file(FOLDER + start)), start).map(({ waits, deletable, cuts }) => ({
    circle: waits.map(({ unit }) => unit).sort(),
    deletable: deletable.map(({ unit, with: more }) => [unit, ...more].join(' ')).sort(),
    cuts: cuts.map(({ unit, for: other, edges }) => `${unit} > ${other}: ${edges.map(said).join(' ')}`),
  }));
}

const boot = '[Unit]\nWants=a.service b.service c.service\n';

test('no circle, nothing to tell', () =>
  expect(cyclesOf({ 'boot.target': boot, 'a.service': `[Unit]\nAfter=b.service\n${run}`, 'b.service': run })).toEqual(
    [],
  ));

test('of two that wait for each other either may go, and either line', () => {
  const files = {
    'boot.target': boot,
    'a.service': `[Unit]\nAfter=b.service\n${run}`,
    'b.service': `[Unit]\nAfter=a.service\n${run}`,
  };
  expect(cyclesOf(files)).toEqual([
    {
      circle: ['a.service', 'b.service'],
      deletable: ['a.service', 'b.service'],
      cuts: ['a.service > b.service: After=b.service:1', 'b.service > a.service: After=a.service:1'],
    },
  ]);
});

test('what is required by the start stays, and what requires the other goes with it', () => {
  const files = {
    'boot.target': '[Unit]\nRequires=a.service\nWants=b.service c.service\n',
    'a.service': `[Unit]\nAfter=b.service\n${run}`,
    'b.service': `[Unit]\nAfter=a.service\n${run}`,
    'c.service': `[Unit]\nRequires=b.service\n${run}`,
  };
  expect(cyclesOf(files)[0]!.deletable).toEqual(['b.service c.service']);
});

test('where all is required nothing can be deleted', () => {
  const files = {
    'boot.target': '[Unit]\nRequires=a.service b.service\n',
    'a.service': `[Unit]\nAfter=b.service\n${run}`,
    'b.service': `[Unit]\nAfter=a.service\n${run}`,
  };
  expect(cyclesOf(files)[0]!.deletable).toEqual([]);
});

test('one edge that all circles go through is the cut; said twice, both lines have to go', () => {
  const files = {
    'boot.target': boot,
    'a.service': `[Unit]\nAfter=b.service c.service\n${run}`,
    'b.service': `[Unit]\nAfter=d.service\n${run}`,
    'c.service': `[Unit]\nAfter=d.service\n${run}`,
    'd.service': `[Unit]\nAfter=a.service\nWantedBy=x\n${run}`,
  };
  const wanted = { ...files, 'boot.target': '[Unit]\nWants=a.service b.service c.service d.service\n' };
  expect(cyclesOf(wanted)[0]!.cuts).toEqual(['d.service > a.service: After=a.service:1']);
  const twice = { ...wanted, 'a.service': `[Unit]\nAfter=b.service c.service\nBefore=d.service\n${run}` };
  expect(cyclesOf(twice)[0]!.cuts).toEqual(['d.service > a.service: After=a.service:1 Before=d.service:2']);
});

test('what comes by default is no line to remove', () => {
  const files = { 'boot.target': '[Unit]\nWants=a.service\n', 'a.service': `[Unit]\nBefore=sysinit.target\n${run}` };
  expect(cyclesOf({ ...files, 'sysinit.target': '' })).toEqual([
    {
      circle: ['a.service', 'sysinit.target'],
      deletable: expect.anything(),
      cuts: ['sysinit.target > a.service: Before=sysinit.target:1'],
    },
  ]);
});
