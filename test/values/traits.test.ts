import { expect, test } from 'vitest';
import type { UnitKind } from '../../server/src/schema/kinds.ts';
import { parseUnitName } from '../../server/src/schema/unit-name.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { allDirectives } from '../../server/src/units/unit-directives.ts';
import { valueTypes } from '../../server/src/values/registry.ts';
import { isAdditive, isRemoved, isScalar, quantityOf } from '../../server/src/values/traits.ts';
import type { ValueContext } from '../../server/src/values/value-type.ts';
import { valuesFor } from '../oracle/values.ts';

const spread = (value: string): string[] => [
  'a%Q.target',
  '%Q',
  `${value}%Q`,
  `%Q${value}`,
  `${value.split(':')[0]}%Q:x`,
  value.replace('/', '/%Q'),
];

/** Whether one of the values that are asked of systemd, with an unknown specifier in it, is told to have one. */
function mindsSpecifiers(parser: string): boolean {
  const directive = allDirectives().find((each) => each.parser === parser && each.key !== 'DefaultInstance')!;
  const type = directive.valueType!;
  const version = Math.min(directive.to, NEWEST_VERSION);
  const kind = (
    ['Unit', 'Install'].includes(directive.section) ? 'service' : directive.section.toLowerCase()
  ) as UnitKind;
  const context: ValueContext = { directive, version, manager: 'system', kind, unit: parseUnitName(`test.${kind}`) };
  const values = valuesFor(parser)
    .filter((value) => value.length < 200)
    .flatMap(spread);
  return values.some((value) => type.check(value, context).some(({ rule }) => rule === 'specifier-unknown'));
}

test('a value type says that specifiers are replaced where it finds unknown ones, and nowhere else', () => {
  const wrong = valueTypes
    .filter((type) => (type.specifiers !== undefined) !== type.parsers.some(mindsSpecifiers))
    .map((type) => `${type.parsers}: specifiers is ${type.specifiers}`);
  expect(wrong).toEqual([]);
});

const find = (section: string, key: string) =>
  allDirectives()
    .filter((directive) => directive.section === section && directive.key === key)
    .at(-1)!;

test.each([
  ['Service', 'TimeoutAbortSec', 'time'],
  ['Service', 'CPUQuotaPeriodSec', 'time'],
  ['Service', 'TimerSlackNSec', 'nanoseconds'],
  ['Timer', 'OnCalendar', 'calendar'],
  ['Timer', 'OnBootSec', 'time'],
  ['Service', 'UMask', 'mode'],
  ['Socket', 'ReceiveBuffer', 'size'],
  ['Service', 'Restart', undefined],
])('%s.%s= is written in %s', (section, key, quantity) => {
  expect(quantityOf(find(section, key))).toBe(quantity);
});

test('every directive of which the name ends in Sec= takes a time span; one takes a device in front', () => {
  const odd = allDirectives().filter(
    (directive) =>
      /[^N]Sec$/.test(directive.key) &&
      directive.key !== 'IODeviceLatencyTargetSec' &&
      !isRemoved(directive) &&
      quantityOf(directive) !== 'time',
  );
  expect(odd.map(({ section, key }) => `${section}.${key}`)).toEqual([]);
});

test.each([
  ['Service', 'Restart', 'replaces'],
  ['Install', 'DefaultInstance', 'replaces'],
  ['Install', 'WantedBy', 'adds'],
  ['Unit', 'After', 'adds'],
  ['Service', 'ExecStart', 'extends'],
  ['Timer', 'Unit', 'first'],
])('another assignment of %s.%s= %s', (section, key, repetition) => {
  const directive = find(section, key);
  expect([isScalar(directive), isAdditive(directive)]).toEqual([repetition === 'replaces', repetition === 'adds']);
});
