import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { corpusFiles } from '../corpus/units.ts';
import { type Unit, withoutComplaint } from './base.ts';
import { casesOf } from './cases.ts';
import { type Judging, judge, type Tally } from './judge.ts';
import { makings } from './makings.ts';

export function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      version: { type: 'string', default: '252' },
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '2' },
      user: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      only: { type: 'string' },
      said: { type: 'boolean', default: false },
    },
  });
  const judging: Judging = { version: Number(values.version), manager: values.user ? 'user' : 'system' };
  const seed = Number(values.seed);
  const units = withoutComplaint(corpus(judging), judging);
  console.log(
    `systemd ${judging.version}, ${judging.manager}: ${units.length} units without a complaint, seed ${seed}`,
  );
  const total: Tally = { cases: 0, reported: 0, caught: 0, falseAlarms: 0 };
  for (const making of makings(judging.version, Number(values.count), seed)) {
    const title = making.inDropIn ? `${making.name}, drop-in` : making.name;
    if (values.only !== undefined && !title.includes(values.only)) continue;
    const { tally, mistakes, said } = judge(casesOf(units, making), judging);
    if (values.list)
      for (const { kind, origin, line, says } of mistakes) console.log(`  ${kind} ${origin} "${line}"\n      ${says}`);
    if (values.said) for (const text of said) console.log(`  says ${text}`);
    console.log(row(title, tally));
    for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key];
  }
  console.log(row('all', total));
  return total.caught >= total.reported * 0.99 && total.falseAlarms === 0 ? 0 : 1;
}

/** The fragments of the corpus; test/corpus/fetch.mjs brings them. */
function corpus({ manager }: Judging): Unit[] {
  const files = [...corpusFiles(join(process.cwd(), '.cache/corpus'), manager).values()];
  return files
    .filter(({ name }) => !name.includes('/') && name !== '-.mount' && name !== '-.slice')
    .map(({ name, bytes }) => ({ name, text: bytes.toString('utf8') }))
    .filter(({ text }) => !text.includes('\ufffd'));
}

const row = (name: string, { cases, reported, caught, falseAlarms }: Tally): string => {
  const rate = reported === 0 ? '' : ` (${((100 * caught) / reported).toFixed(2)} %)`;
  return `${name.padEnd(32)} ${cases} cases, systemd reports ${reported}, we catch ${caught}${rate}, false alarms ${falseAlarms}`;
};
