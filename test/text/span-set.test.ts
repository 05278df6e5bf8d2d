import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../../server/src/text/span.ts';
import { createSpanSet } from '../../server/src/text/span-set.ts';

const overlap = (a: Span, b: Span): boolean => a.end > b.start && b.end > a.start;

test('a set of spans says what a look at each of them says', () => {
  const span = fc.tuple(fc.nat(30), fc.nat(6)).map(([start, length]): Span => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), (spans) => {
      const set = createSpanSet();
      const taken: Span[] = [];
      for (const each of spans) {
        const overlaps = taken.some((other) => overlap(each, other));
        expect(set.overlaps(each)).toBe(overlaps);
        if (overlaps) continue;
        set.add(each);
        taken.push(each);
      }
    }),
  );
});
