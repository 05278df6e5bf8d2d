import { expect, test } from 'vitest';
import type { ValueContext, ValueProblem } from '../../server/src/values/value-type.ts';
import { checkWords, faultsOf, MOST_FAULTS } from '../../server/src/values/word-list.ts';

const words = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');

/** Words with an x are ignored, those with an f refuse the file. */
const judged = (text: string): ValueProblem[] =>
  checkWords(text, {}, {} as ValueContext, ({ text: word, start, end }) =>
    /[xf]/.test(word)
      ? [
          {
            start,
            end,
            rule: 'value-invalid',
            severity: word.includes('f') ? 'error' : 'warning',
            effect: 'part',
            message: word,
          },
        ]
      : [],
  );

const effects = (text: string): Set<string | undefined> => new Set(judged(text).map(({ effect }) => effect));

test('a list of which systemd takes nothing costs the line, however long it is', () => {
  expect(effects('x x')).toEqual(new Set(['ignored']));
  expect(effects(words(500, (i) => `x${i}`))).toEqual(new Set(['ignored']));
  expect(effects(words(5000, () => 'x'))).toEqual(new Set(['ignored']));
});

test('one valid word behind more faults than are told, or among them, keeps the line', () => {
  expect(effects(`${words(500, (i) => `x${i}`)} a`)).toEqual(new Set(['part']));
  expect(effects(`a ${words(500, (i) => `x${i}`)}`)).toEqual(new Set(['part']));
  expect(judged(`${words(500, (i) => `x${i}`)} a`)).toHaveLength(MOST_FAULTS);
});

test('what makes systemd refuse the file is told wherever it stands', () => {
  const problems = judged(`${words(500, (i) => `x${i}`)} f`);
  expect(problems.map(({ severity }) => severity).filter((severity) => severity === 'error')).toEqual(['error']);
});

test('a word that comes again and again is judged once behind those that are told', () => {
  let count = 0;
  const list = Array.from({ length: 10_000 }, (_, i) => ({ text: 'x', start: i, end: i, quoted: false }));
  faultsOf(list, ({ start, end }) => {
    count += 1;
    return [{ start, end, rule: 'value-invalid', severity: 'warning', message: 'x' }];
  });
  expect(count).toBe(MOST_FAULTS + 1);
});
