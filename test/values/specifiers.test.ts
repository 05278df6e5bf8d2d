import { describe, expect, test } from 'vitest';
import { fileKindOfPath } from '../../server/src/schema/file-kind.ts';
import { specifiers as generated } from '../../server/src/schema/generated/names.ts';
import { expandSpecifiers, specifiersOf, unexpandedSpan } from '../../server/src/values/specifiers.ts';

const contextOf = (path: string, version = 262) => {
  const kind = fileKindOfPath(path);
  if (!kind) throw new Error(path);
  return { unit: kind.unit, manager: kind.manager, kind: kind.kind, version };
};

const letters = (version: number, set?: 'all' | 'names') =>
  specifiersOf(version, set)
    .map(({ letter }) => letter)
    .sort()
    .join('');

describe('letters', () => {
  test('of values', () => {
    expect(letters(262)).toBe('ABCDEGHIJLMNPRSTUVWYabcdfghijlmnopqrstuvwy');
    expect(letters(255)).toBe('ABCEGHIJLMNPRSTUVWYabcdfghijlmnopqrstuvwy');
  });
  test('of unit names', () => expect(letters(262, 'names')).toBe('ABGHMNUWabgijlmnopquvw'));
});

test('the table says what the facts taken from systemd say', () => {
  const facts = generated
    .trim()
    .split('\n')
    .map((row) => row.split('\t'))
    .filter(([letter]) => letter !== '%')
    .map(([letter = '', from = '', names = '', remark = '']) => [
      letter,
      from,
      names === 'yes',
      remark === 'deprecated',
    ]);
  const table = specifiersOf(262).map(({ letter, from, inNames, deprecated }) => [
    letter,
    String(from ?? ''),
    inNames === true,
    deprecated === true,
  ]);
  expect(table.sort()).toEqual(facts.sort());
});

describe('expansion', () => {
  const plain = contextOf('/etc/systemd/system/foo-bar.service');
  test.each([
    ['%n %N %p %j', 'foo-bar.service foo-bar foo-bar bar'],
    ['100%', '100%'],
    ['50% x%-', '50% x%-'],
    ['%%n', '%n'],
    ['[%i]', '[]'],
    ['%f', '/foo/bar'],
    ['%é', '%é'],
  ])('%s', (text, expanded) => expect(expandSpecifiers(text, plain).text).toBe(expanded));
  test('of an instance', () => {
    const instance = contextOf('/etc/systemd/system/foo@a-b\\x2dc.service');
    expect(expandSpecifiers('%i %I %f %p', instance).text).toBe('a-b\\x2dc a/b-c /a/b-c foo');
  });
  test('a template is judged as an instance', () => {
    const template = '/etc/systemd/system/foo@.service';
    expect(expandSpecifiers('%i %N', contextOf(template)).text).toBe('test_instance foo@test_instance');
    expect(expandSpecifiers('%i', contextOf(template, 252)).text).toBe('i');
  });
  test('managers have their own directories', () => {
    expect(expandSpecifiers('%S %t', contextOf('/etc/systemd/system/a.service')).text).toBe('/var/lib /run');
    expect(expandSpecifiers('%t', contextOf('/etc/systemd/user/a.service')).text).toBe('/run/user/0');
  });
  test('spans lead back to the text', () => {
    const expansion = expandSpecifiers('a%pb', plain);
    expect(expansion.text).toBe('afoo-barb');
    expect(unexpandedSpan(expansion, 1, 8)).toEqual({ start: 1, end: 3 });
    expect(unexpandedSpan(expansion, 8, 9)).toEqual({ start: 3, end: 4 });
  });
  test('unknown letters are told', () => {
    expect(expandSpecifiers('%Z%1', plain).unknown.map(({ letter }) => letter)).toEqual(['Z', '1']);
  });
});
