import { describe, expect, test } from 'vitest';
import { patternFault } from '../../../server/src/values/log/filter-patterns.ts';
import { problemsOf, valueTypeFor, verdicts } from '../judge.ts';

describe('patterns systemd compiles', () => {
  test.each([
    '',
    'a|b',
    '^$',
    'a++',
    'a*?',
    'a{',
    '{',
    '}',
    ']',
    '[]a]',
    '[^]]',
    '[--a]',
    '[a-z-9]',
    '[a[:digit:]z]',
    '[[:alpha]]',
    '()',
    '(|a)+',
    '(?:a)*',
    '(?=a)*',
    '(?i)a',
    '(?#comment)a',
    '(a)\\1',
    '\\d{2,}',
    '\\_\\R*\\0*',
    'é*',
    '\\Q[\\E*',
    '\\x{41}\\p{L}\\cA*',
    '(?<n>a)(?P<m>b)\\2',
    '(?|a|b)',
    'a{,3}',
  ])('%j is none of the faulty', (pattern) => {
    expect(patternFault(pattern)).toBeUndefined();
  });

  test.each([
    ['[', '['],
    ['[]', '['],
    ['[a-', '['],
    ['[z-a]', 'z-a'],
    ['[[:foo:]]', '[:foo:]'],
    ['(a', '('],
    ['a)', ')'],
    ['(?#a', '('],
    ['*', '*'],
    ['a|*', '*'],
    ['^*', '*'],
    ['(?i)*', '*'],
    ['a**', '*'],
    ['a{1}{2}', '{2}'],
    ['x*+*', '*'],
    ['{1}', '{1}'],
    ['a{2,1}', '{2,1}'],
    ['a{99999}', '{99999}'],
    ['\\1', '\\1'],
    ['(a)\\2', '\\2'],
    ['(?<n>a)\\2', '\\2'],
    ['a(?<6b)', '(?<6'],
    ['\\x41**', '*'],
    ['\\y', '\\y'],
    ['\\U', '\\U'],
    ['(?z)', '(?z'],
  ])('%j has a fault at %j', (pattern, part) => {
    const fault = patternFault(pattern);
    expect(fault && pattern.slice(fault.start, fault.end)).toBe(part);
  });
});

test('LogFilterPatterns= judges what follows the ~', () => {
  expect(verdicts('Service.LogFilterPatterns', '~*')).toEqual(['warning *']);
  expect(verdicts('Service.LogFilterPatterns', '~')).toEqual(['warning ~']);
  expect(verdicts('Service.LogFilterPatterns', '~ok')).toEqual([]);
  expect(verdicts('Service.LogFilterPatterns', '%Z')).toEqual([]);
});

describe('LogExtraFields=', () => {
  test.each(['', 'FOO=bar', 'FOO=a BAR=b', '"FOO=a b"', 'FOO=', 'A=b=c', 'FOO=%i', 'FOO=\\x41', `${'A'.repeat(64)}=b`])(
    'takes %j',
    (value) => {
      expect(verdicts('Service.LogExtraFields', value)).toEqual([]);
    },
  );

  test.each([
    ['FOO', ['warning FOO']],
    ['foo=b', ['warning foo']],
    ['_FOO=b', ['warning _FOO']],
    ['1FOO=b', ['warning 1FOO']],
    ['F-O=b', ['warning F-O']],
    ['=b', ['warning']],
    ['FOO=a bar=b BAZ=c', ['warning bar']],
    ['"FOO=a', ['warning "FOO=a']],
    ['FOO=\\q', ['warning \\q']],
    ['FOO=%Z', ['warning %Z']],
    [`${'A'.repeat(65)}=b`, [`warning ${'A'.repeat(65)}`]],
  ])('minds %j', (value, expected) => {
    expect(verdicts('Service.LogExtraFields', value)).toEqual(expected);
  });

  test('offers the name in capitals', () => {
    expect(problemsOf('Service.LogExtraFields', 'foo=b')[0]!.replacement).toBe('FOO');
    const { type, context } = valueTypeFor('Service.LogExtraFields');
    expect(type.signature?.(context)?.active('FOO=b', 5)).toBe(1);
  });
});
