import { expect, test } from 'vitest';
import { allDirectives } from '../../server/src/units/unit-directives.ts';
import { valueTypes } from '../../server/src/values/registry.ts';

test('every parser of systemd is claimed by a value type', () => {
  const unclaimed = allDirectives().filter((directive) => !directive.valueType);
  const advice =
    'name it in `parsers` of a value type in server/src/values/<group> and list that in the index.ts of the group';
  expect([...new Set(unclaimed.map(({ parser }) => parser))].sort(), advice).toEqual([]);
});

test('no parser is claimed twice', () => {
  const parsers = valueTypes.flatMap((type) => type.parsers);
  expect(
    parsers.filter((parser, i) => parsers.indexOf(parser) !== i),
    'take it out of `parsers` of one of the value types in server/src/values',
  ).toEqual([]);
});

test('no value type claims a parser that no directive has', () => {
  const known = new Set(allDirectives().map(({ parser }) => parser));
  expect(
    valueTypes.flatMap((type) => type.parsers).filter((parser) => !known.has(parser)),
    'misspelt in `parsers` of a value type in server/src/values, or missing in server/facts/parsers.tsv',
  ).toEqual([]);
});
