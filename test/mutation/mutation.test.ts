import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eachSystem } from '../oracle/each-system.ts';
import { systems } from '../oracle/systems.ts';
import type { Manager } from '../oracle/verify.ts';
import { type Unit, withoutComplaint } from './base.ts';
import { casesOf } from './cases.ts';
import { judge, type Mistake } from './judge.ts';
import { makings } from './makings.ts';

/** One of many; `run.mjs` makes thousands of mutants of the corpus with any other. */
const SEED = 20;

/** Of how many shipped units one is mutated. */
const STRIDE = 8;

function unitsIn(directory: string): Unit[] {
  const KIND = /\.(service|socket|timer|path|mount|automount|swap|slice|target)$/;
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile() && KIND.test(entry.name) && !entry.name.startsWith('-.'))
    .map(({ name }) => ({ name, text: readFileSync(join(directory, name), 'utf8') }));
}

const show = ({ kind, origin, line, says }: Mistake): string => `${kind}: ${origin} "${line}": ${says}`;

/** Mutants of every kind, asked about together; systemd must mind some, and we exactly those, on the same lines. */
function expectAgreement(units: readonly Unit[], version: number, manager: Manager): void {
  const cases = makings(version, 1, SEED).flatMap((making) => casesOf(units, making));
  const { tally, mistakes } = judge(cases, { version, manager });
  expect(mistakes.map(show)).toEqual([]);
  expect(tally.reported).toBeGreaterThan(units.length);
  expect(tally.reported).toBeLessThan(tally.cases);
}

const made = unitsIn(join(import.meta.dirname, 'units'));
const inUserManager = made.filter(({ name }) => !/mount$|swap$/.test(name));

eachSystem((version) => {
  test('has nothing to say of our units as they are', () => {
    expect(withoutComplaint(made, { version, manager: 'system' })).toEqual(made);
    expect(withoutComplaint(inUserManager, { version, manager: 'user' })).toEqual(inUserManager);
  });
  test('judges mutants as the system manager does', () => expectAgreement(made, version, 'system'));
  test('judges mutants as the user manager does', () => expectAgreement(inUserManager, version, 'user'));
});

const here = [...systems().values()].find(({ root }) => root === '');

test("mutants of this machine's units", (context) => {
  if (!here) return context.skip('there is no systemd-analyze on this machine');
  const units = unitsIn('/usr/lib/systemd/system').filter((_, index) => index % STRIDE === 0);
  const judging = { version: here.version, manager: 'system' } as const;
  expectAgreement(withoutComplaint(units, judging), here.version, 'system');
});
