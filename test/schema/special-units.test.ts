import { expect, test } from 'vitest';
import { specialUnits, specialUnitsOf } from '../../server/src/schema/special-units.ts';
import { parseUnitName } from '../../server/src/schema/unit-name.ts';

const namesOf = (version: number): string[] => specialUnitsOf(version).map(({ name }) => name);

test('each version has its own special units', () => {
  expect(namesOf(252)).toContain('runlevel3.target');
  expect(namesOf(252)).not.toContain('tpm2.target');
  expect(namesOf(262)).toContain('tpm2.target');
  expect(namesOf(262)).not.toContain('runlevel3.target');
  expect(specialUnits().get('multi-user.target')).toEqual({
    name: 'multi-user.target',
    from: 0,
    to: Number.POSITIVE_INFINITY,
  });
});

test('all of them are names of units', () => {
  expect(specialUnits().size).toBeGreaterThan(80);
  expect([...specialUnits().keys()].filter((name) => !parseUnitName(name))).toEqual([]);
});
