import { expect, test } from 'vitest';
import { forget, memoize, memoizeList } from '../../server/src/text/memoize.ts';
import { remembered } from '../../server/src/text/remembered.ts';

test('a text is worked on once, also where nothing comes of it, until thousands of others were', () => {
  const asked: string[] = [];
  const work = remembered((text) => {
    asked.push(text);
    return text === 'none' ? undefined : text.length;
  });
  expect([work('none'), work('none'), work('three'), work('three')]).toEqual([undefined, undefined, 5, 5]);
  expect(asked).toEqual(['none', 'three']);
  for (let i = 0; i < 5000; i++) work(`text ${i}`);
  expect(work('three')).toBe(5);
  expect(asked.filter((text) => text === 'three')).toHaveLength(2);
});

test('what was worked out of an object is forgotten, empty lists too', () => {
  let made = 0;
  const count = memoize((_: object) => ({ made: ++made }));
  const none = memoizeList((_: object): string[] => {
    made++;
    return [];
  });
  const key = {};
  forget(key);
  expect([count(key), count(key), none(key), none(key)]).toEqual([{ made: 1 }, { made: 1 }, [], []]);
  expect(made).toBe(2);
  forget(key);
  expect([count(key), none(key)]).toEqual([{ made: 3 }, []]);
  expect(made).toBe(4);
});
