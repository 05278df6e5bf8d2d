import { expect, test } from 'vitest';
import { daemonNames, daemonTable } from '../../../server/src/dialects/daemon-conf/directives.ts';
import { ownTypes } from '../../../server/src/dialects/daemon-conf/values/index.ts';
import { valueTypes } from '../../../server/src/values/registry.ts';

const directives = daemonNames.flatMap((file) => daemonTable(file).all());

test('every parser of a daemon is claimed by a value type', () => {
  expect(directives.length).toBeGreaterThan(270);
  expect([...new Set(directives.filter(({ valueType }) => !valueType).map(({ parser }) => parser))]).toEqual([]);
});

test('no parser is claimed twice', () => {
  const parsers = ownTypes.flatMap((type) => type.parsers);
  expect(parsers.filter((parser, index) => parsers.indexOf(parser) !== index)).toEqual([]);
});

test('no value type claims a parser that no daemon has', () => {
  const known = new Set(directives.map(({ parser }) => parser));
  expect(ownTypes.flatMap((type) => type.parsers).filter((parser) => !known.has(parser))).toEqual([]);
});

/** What daemons read otherwise than the manager reads units is told apart here on purpose. */
test('parsers that units have as well and daemons read otherwise', () => {
  const units = new Set(valueTypes.flatMap((type) => type.parsers));
  expect(
    ownTypes
      .flatMap((type) => type.parsers)
      .filter((parser) => units.has(parser))
      .sort(),
  ).toEqual(['config_parse_environ', 'config_parse_numa_mask', 'config_parse_string']);
});

test.each(directives.map((directive) => [`${directive.section}.${directive.key}`, directive] as const))(
  '%s completes, describes and judges any text',
  (_, directive) => {
    const type = directive.valueType!;
    const version = Math.min(262, directive.to);
    const context = { directive, version, manager: 'system', kind: 'x.conf', unit: undefined } as const;
    for (const text of ['', 'yes', '1', 'a b', '"', ':', '%', '~', 'x:y:z', '1.2.3.4#', '\u0000']) {
      for (const { start, end, message } of type.check(text, context)) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(message).toMatch(/^\S.*[.?]$/s);
      }
      for (let offset = 0; offset <= text.length; offset++) {
        type.complete?.(text, offset, context);
        type.describe?.(text, offset, context);
      }
    }
  },
);
