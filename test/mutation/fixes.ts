import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { corpusFiles } from '../corpus/units.ts';
import { systems } from '../oracle/systems.ts';
import { verifyEach } from '../oracle/verify.ts';
import { renamed } from './base.ts';
import { withWrongLetter } from './letters.ts';
import { type Fixed, fixed, lostIn, newKinds } from './mended.ts';
import { seeded } from './random.ts';
import { complaints } from './verdict.ts';

/** Real units by where they are from; the corpus is brought by test/corpus/fetch.mjs. */
function realUnits(): Map<string, string> {
  const units = new Map<string, string>();
  const add = (name: string, text: string): void => {
    if (!text.includes('\ufffd') && text.trim() !== '') units.set(`${units.size}/${name}`, text);
  };
  for (const folder of [
    '/usr/lib/systemd/system',
    '/usr/lib/systemd/user',
    'examples',
    'examples/user',
    'examples/faults',
  ]) {
    for (const name of filesIn(folder)) add(name, readFileSync(join(folder, name), 'utf8'));
  }
  for (const manager of ['system', 'user'] as const) {
    for (const { name, bytes } of corpusOf(manager)) if (!name.includes('/')) add(name, bytes.toString('utf8'));
  }
  return units;
}

function filesIn(folder: string): string[] {
  try {
    const KIND = /\.(service|socket|timer|path|mount|automount|swap|slice|target)$/;
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && KIND.test(entry.name))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

function corpusOf(manager: 'system' | 'user') {
  try {
    return [...corpusFiles(join(process.cwd(), '.cache/corpus'), manager).values()];
  } catch {
    return [];
  }
}

export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '4' },
      seed: { type: 'string', default: '1' },
      list: { type: 'boolean', default: false },
    },
  });
  const random = seeded(Number(values.seed));
  const cases: Fixed[] = [];
  const units = realUnits();
  for (const [name, text] of units) {
    for (let round = 0; round < Number(values.count); round++) {
      const mutant = withWrongLetter(text, random);
      if (mutant !== undefined) cases.push(await fixed(name.slice(name.indexOf('/') + 1), mutant));
    }
  }
  const changed = cases.filter(({ before, after }) => before !== after);
  const withNew = changed.filter((each) => newKinds(each).length > 0);
  const withLoss = changed.filter((each) => lostIn(each).length > 0);
  if (values.list)
    for (const each of [...withNew, ...withLoss])
      console.log(`${each.name}: ${[...newKinds(each), ...lostIn(each)].join(', ')}\n${changeOf(each)}`);
  console.log(`${cases.length} files with one wrong letter, from ${units.size} units; --fix changed ${changed.length}`);
  console.log(`${withNew.length} of ${cases.length} files had a new kind of finding after --fix`);
  console.log(`${withLoss.length} of ${cases.length} files lost something that was in force`);
  const worse = minded(changed, values.list);
  return withNew.length + withLoss.length + worse === 0 ? 0 : 1;
}

/** Asks systemd itself about both texts. */
function minded(changed: readonly Fixed[], list: boolean): number {
  const here = [...systems().values()].find(({ root }) => root === '');
  if (!here) {
    console.log('systemd is not asked: there is no systemd-analyze on this machine');
    return 0;
  }
  const ask = (part: 'before' | 'after') => {
    const questions = changed.map(({ name, [part]: text }, i) => renamed({ name, text }, `${part[0]}${i}`));
    return verifyEach({ version: here.version }, questions).map((verdict) => complaints(verdict));
  };
  const [before, after] = [ask('before'), ask('after')];
  const worse = changed.filter((_, i) => after[i]!.length > before[i]!.length);
  if (list) for (const each of worse) console.log(`systemd minds ${each.name}\n${changeOf(each)}`);
  console.log(`${worse.length} of them had more for systemd ${here.version} to complain of after --fix`);
  return worse.length;
}

function changeOf({ before, after }: Fixed): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !now.includes(line)).map((line) => `  - ${line}`);
  return [...gone, ...now.filter((line) => !old.includes(line)).map((line) => `  + ${line}`)].join('\n');
}
