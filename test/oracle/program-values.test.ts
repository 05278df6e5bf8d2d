import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eachSystem } from './each-system.ts';
import { absence } from './programs/ask.ts';
import { compareKind, directivesOf } from './programs/differential.ts';
import { kindsOf } from './programs/programs.ts';

const [, ...lines] = readFileSync('test/oracle/programs/known-differences.tsv', 'utf8').trimEnd().split('\n');
const known = lines
  .map((line) => line.split('\t'))
  .map(([parser = '', value = '']) => ({ parser, value: new RegExp(value) }));

/** How much of the keys has a value type, and how much of what programs complain of we find. */
const AIM = { typed: 0.95, found: 0.97 };

/** The first release whose values are judged, as `values/changes.ts` has it. */
const VALUES_SINCE = 252;

eachSystem((version) => {
  test.for(kindsOf(version))('judges the values of .%s files as their program does', (kind, context) => {
    const reason = absence({ version, kind });
    if (reason !== undefined) return context.skip(reason);
    const all = compareKind({ version, kind, sample: true });
    const wrong = all.filter(({ program, ours }) => ours && !program);
    const isKnown = ({ parser, value }: (typeof all)[number]): boolean =>
      known.some((each) => each.parser === parser && each.value.test(value));
    expect(
      wrong.filter((each) => !isKnown(each)).map(({ section, key, value }) => `[${section}] ${key}=${value}`),
    ).toEqual([]);
    const complaints = all.filter(({ program }) => program);
    const own = directivesOf(kind, version);
    if (complaints.length > 0)
      expect(complaints.filter(({ ours }) => ours).length / complaints.length).toBeGreaterThanOrEqual(AIM.found);
    expect(own.filter(({ valueType }) => valueType).length / own.length).toBeGreaterThanOrEqual(AIM.typed);
  });
}, VALUES_SINCE);
