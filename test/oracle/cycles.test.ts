import { expect, test } from 'vitest';
import { orderingCycle } from '../../server/src/units/cycles.ts';
import { type Cut, startCycles } from '../../server/src/units/start-cycles.ts';
import { unitGraph } from '../../server/src/units/unit-graph.ts';
import { indexOf, type Tree } from '../units/trees.ts';
import { eachSystem } from './each-system.ts';
import { verifyFiles } from './verify.ts';

const run = '[Service]\nExecStart=/bin/true\n';
const FOLDER = '/etc/systemd/system/';

/** Trees whose first unit is started. */
const cases: Readonly<Record<string, Tree>> = {
  'required, both ways': {
    'a.service': `[Unit]\nAfter=b.service\nRequires=b.service\n${run}`,
    'b.service': `[Unit]\nAfter=a.service\nRequires=a.service\n${run}`,
  },
  'required, one way': {
    'a.service': `[Unit]\nAfter=b.service\nRequires=b.service\n${run}`,
    'b.service': `[Unit]\nAfter=a.service\n${run}`,
  },
  wanted: {
    'a.service': `[Unit]\nAfter=b.service\nWants=b.service\n${run}`,
    'b.service': `[Unit]\nAfter=a.service\n${run}`,
  },
  'pulled in by nobody': {
    'a.service': `[Unit]\nAfter=b.service\n${run}`,
    'b.service': `[Unit]\nAfter=a.service\n${run}`,
  },
  'over three, one wanted': {
    'a.service': `[Unit]\nAfter=b.service\nRequires=b.service\n${run}`,
    'b.service': `[Unit]\nAfter=c.service\nWants=c.service\n${run}`,
    'c.service': `[Unit]\nAfter=a.service\n${run}`,
  },
  'before what it waits for by default': { 'a.service': `[Unit]\nBefore=sysinit.target\n${run}` },
  'without default dependencies': { 'a.service': `[Unit]\nDefaultDependencies=no\nBefore=sysinit.target\n${run}` },
  'a target before what it wants': {
    'a.target': '[Unit]\nWants=b.service\nBefore=b.service\n',
    'b.service': run,
  },
  'a target and a unit after it': {
    'a.target': '[Unit]\nWants=b.service\n',
    'b.service': `[Unit]\nAfter=a.target\n${run}`,
  },
  'a unit that waits for the target by default': {
    'sysinit.target': '[Unit]\nWants=b.service\n',
    'b.service': run,
  },
  'a timer after its service': {
    'a.timer': '[Unit]\nWants=a.service\nAfter=a.service\n[Timer]\nOnBootSec=1\n',
    'a.service': run,
  },
  'a mount after a service that requires a path on it': {
    'a.service': `[Unit]\nRequiresMountsFor=/oracle/data/x\n${run}`,
    'oracle-data.mount': '[Unit]\nAfter=a.service\n[Mount]\nWhat=/dev/null\nWhere=/oracle/data\n',
  },
  'a mount before a service that requires a path on it': {
    'a.service': `[Unit]\nRequiresMountsFor=/oracle/data/x\n${run}`,
    'oracle-data.mount': '[Unit]\nBefore=a.service\n[Mount]\nWhat=/dev/null\nWhere=/oracle/data\n',
  },
};

/** What systemd says of a start: nothing, that it leaves a unit out, or that it cannot do it. */
function verdict(texts: readonly string[]): string {
  if (texts.some((text) => text.includes('Transaction order is cyclic'))) return 'refused';
  return texts.some((text) => text.includes('deleted to break ordering cycle')) ? 'broken' : 'none';
}

const indexed = (tree: Tree) =>
  indexOf(Object.fromEntries(Object.entries(tree).map(([name, text]) => [FOLDER + name, text])));

/** What systemd says when the first is started. */
function told(version: number, tree: Tree): string[] {
  const said = verifyFiles({ version, files: new Map(Object.entries(tree)), judged: [Object.keys(tree)[0]!] });
  return [...said.values()].flatMap(({ messages }) => messages.map(({ text }) => text));
}

/** The files without those lines. */
function without(tree: Tree, { edges }: Cut): Tree {
  const gone = new Set(edges.map(({ file, at }) => `${file!.path} ${at!.line}`));
  const kept = (name: string, text: string) =>
    text
      .split('\n')
      .filter((_, line) => !gone.has(`${FOLDER}${name} ${line}`))
      .join('\n');
  return Object.fromEntries(Object.entries(tree).map(([name, text]) => [name, kept(name, text)]));
}

eachSystem((version) => {
  test.each(Object.entries(cases))(
    'of the circles in "%s" systemd deletes what we say it can, and each cut leaves none',
    (_, tree) => {
      const [first = ''] = Object.keys(tree);
      const index = indexed(tree);
      const cycles = startCycles(unitGraph(index, index.file(FOLDER + first)), first);
      const texts = told(version, tree);
      const deleted = texts.flatMap((text) => /Job (\S+)\/start deleted to break ordering cycle/.exec(text)?.[1] ?? []);
      const possible = cycles.flatMap(({ deletable }) => deletable.map(({ unit }) => unit));
      expect(possible).toEqual(expect.arrayContaining(deleted));
      expect(possible.length > 0 ? 'broken' : cycles.length > 0 ? 'refused' : 'none').toBe(verdict(texts));
      for (const cut of cycles.flatMap(({ cuts }) => cuts))
        expect(verdict(told(version, without(tree, cut)))).toBe('none');
    },
  );

  test.each(Object.entries(cases))('%s', (_, tree) => {
    const [first = ''] = Object.keys(tree);
    const texts = told(version, tree);
    const index = indexed(tree);
    const cycle = orderingCycle(unitGraph(index, index.file(FOLDER + first)), first);
    expect(cycle ? (cycle.breakable ? 'broken' : 'refused') : 'none').toBe(verdict(texts));
  });
});
