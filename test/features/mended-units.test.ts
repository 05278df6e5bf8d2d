import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { kindOf } from '../mutation/base.ts';
import { mutate } from '../mutation/edits.ts';
import { faults } from '../mutation/faults.ts';
import { withWrongLetter } from '../mutation/letters.ts';
import { type Fixed, fixed, lostIn, newKinds } from '../mutation/mended.ts';
import { seeded } from '../mutation/random.ts';

/** Mutants of each unit with one wrong letter; `fixes.mjs` makes thousands of real ones. */
const LETTERS = 12;

const folder = join(import.meta.dirname, '../mutation/units');
const units = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

async function allFixed(mutants: readonly (readonly [name: string, text: string | undefined])[]): Promise<Fixed[]> {
  const done: Fixed[] = [];
  for (const [name, text] of mutants) if (text !== undefined) done.push(await fixed(name, text));
  return done.filter(({ before, after }) => before !== after);
}

/** What was in force stays in force, and nothing is said that was not said before. */
function expectSound(all: readonly Fixed[]): void {
  const worse = all.filter((each) => newKinds(each).length > 0 || lostIn(each).length > 0);
  expect(worse.map((each) => ({ ...each, newKinds: newKinds(each), lost: lostIn(each) }))).toEqual([]);
}

test('check --fix makes no unit with a wrong letter worse', async () => {
  const random = seeded(11);
  const mutants = units.flatMap(({ name, text }) =>
    Array.from({ length: LETTERS }, () => [name, withWrongLetter(text, random)] as const),
  );
  const all = await allFixed(mutants);
  expect(all.length).toBeGreaterThan(20);
  expectSound(all);
});

test.each(Object.entries(faults))('check --fix makes no unit with a fault worse: %s', async (_, fault) => {
  const random = seeded(12);
  const mutants = units.flatMap(({ name, text }) => {
    const habitat = { kind: kindOf(name), version: NEWEST_VERSION };
    const once = mutate(text, fault, random, habitat);
    const twice = once === undefined ? undefined : mutate(once, random.pick(Object.values(faults)), random, habitat);
    return [[name, once] as const, [name, twice] as const];
  });
  expectSound(await allFixed(mutants));
});
