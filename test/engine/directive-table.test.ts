import { expect, test } from 'vitest';
import { directiveTable } from '../../server/src/engine/directive-table.ts';
import { partsOf } from '../../server/src/schema/rows.ts';

const rows = `
Unit\tAfter\t\tconfig_parse_unit_deps\t0\t\t\t201\tsystemd.unit(5)
Service\tType\t\tconfig_parse_service_type\t0\t\t250\t\tsystemd.service(5)
Service\tType\t\tconfig_parse_type\t0\t251\t\t\tsystemd.service(5)
Service\tAfter\t\tconfig_parse_other\t0\t\t\t\tsystemd.service(5)
`;

function table() {
  const made: string[] = [];
  const valueTypeOf = ({ key, parser }: { readonly key: string; readonly parser: string }) => {
    made.push(`${key} ${parser}`);
    return undefined;
  };
  return { made, directives: directiveTable('unit', () => rows, { valueTypeOf }) };
}

test('a directive is made when it is asked for, once, with all its eras', () => {
  const { made, directives } = table();
  expect(directives.sectionsWith('After')).toEqual(['Unit', 'Service']);
  expect(directives.find('Service', 'Typo', 255)).toBeUndefined();
  expect(made).toEqual([]);
  const found = directives.find('Service', 'Type', 255);
  expect(found?.parser).toBe('config_parse_type');
  expect(directives.find('Service', 'Type', 247)?.parser).toBe('config_parse_service_type');
  expect(directives.find('Service', 'Type', 255)).toBe(found);
  expect(found?.eras).toBe(directives.eras('Service', 'Type'));
  expect(made).toEqual(['Type config_parse_service_type', 'Type config_parse_type']);
});

test('those of a section come in the order of the table, one era each', () => {
  const { directives } = table();
  expect(directives.of('Service', 255).map(({ parser }) => parser)).toEqual([
    'config_parse_type',
    'config_parse_other',
  ]);
  expect(directives.of('Mount', 255)).toEqual([]);
  expect(directives.all()).toHaveLength(4);
});

test('a table in parts, by the first cell of its rows', () => {
  const part = partsOf('\na\tX\t1\na\tZ\t3\nb\tY\t2\n');
  expect(['a', 'b', 'c'].map(part)).toEqual(['X\t1\nZ\t3', 'Y\t2', '']);
});
