import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GlobList, isCovered, matchesGlob, takesText } from '../../server/src/text/glob-cover.ts';

describe('a glob and a text', () => {
  it.each([
    ['eth*', 'eth0', true],
    ['eth*', 'eth', true],
    ['eth?', 'eth', false],
    ['*0', 'eth10', true],
    ['e*h*0', 'eth10', true],
    ['en[ps]*', 'enp3s0', true],
    ['en[!ps]*', 'enp3s0', false],
    ['en[!ps]*', 'eno1', true],
    ['eth[0-3]', 'eth2', true],
    ['eth[0-3]', 'eth4', false],
    ['eth[]0]', 'eth]', true],
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
    ['eth[[:digit:]]', 'eth0', undefined],
    ['eth[0', 'eth[0', undefined],
    ['über*', 'über0', undefined],
  ])('%s takes %s: %s', (glob, text, expected) => expect(matchesGlob(glob, text)).toBe(expected));
});

describe('one list of words covers another', () => {
  const list = (text: string): GlobList => {
    const words = text.split(' ').filter(Boolean);
    return {
      positive: words.filter((word) => !word.startsWith('!')),
      negative: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1)),
    };
  };
  it.each([
    ['eth0', '*', true],
    ['eth0', 'eth*', true],
    ['eth*', 'eth0', false],
    ['eth0 eth1', 'eth?', true],
    ['eth0 eth10', 'eth?', false],
    ['eth*', '!wl*', true],
    ['w*', '!wl*', false],
    ['en* !enp3s0', 'en*', true],
    ['en*', 'en* !enp3s0', false],
    ['eno*', 'en* !enp*', true],
    ['!eth0', '*', true],
    ['!eth0', '!eth0 wl*', false],
    ['!eth* wl*', '!eth0', true],
    ['a*b*', 'a*', true],
    ['[ab]c', 'ac bc', true],
    ['[a-c]x', 'ax bx', false],
    ['e*', '[[:alpha:]]*', false],
    ['', '*', true],
    ['', 'eth*', false],
  ])('%j by %j: %s', (inner, outer, expected) => expect(isCovered(list(inner), list(outer))).toBe(expected));

  /** All texts of up to five letters, one of which stands for those in none of the sets. */
  const texts = [''];
  for (let at = 0; texts[at]!.length < 5; at++)
    texts.push(...['a', 'b', 'c', 'd'].map((letter) => texts[at]! + letter));

  const glob = fc
    .array(fc.constantFrom('a', 'b', '*', '?', '[ab]', '[!a]', '[a-c]'), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(''));
  const globs = fc.record({
    positive: fc.array(glob, { maxLength: 3 }),
    negative: fc.array(glob, { maxLength: 2 }),
  });

  it('is what trying all texts says', () => {
    fc.assert(
      fc.property(globs, globs, (inner, outer) => {
        const loss = texts.find((text) => takesText(inner, text) === true && takesText(outer, text) === false);
        const covered = isCovered(inner, outer);
        if (covered) expect(loss).toBeUndefined();
        // Short globs that differ do so on a short text, and the search has room for all of their states.
        else expect(loss).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it('reads a glob as a regular expression would', () => {
    const pattern = (text: string): RegExp =>
      new RegExp(`^${text.replace(/\*+/g, '.*').replace(/\?/g, '.').replace(/\[!/g, '[^')}$`);
    fc.assert(
      fc.property(glob, fc.constantFrom(...texts), (word, text) => {
        expect(matchesGlob(word, text)).toBe(pattern(word).test(text));
      }),
    );
  });

  it('claims nothing of lists that would take too long', () => {
    const many = Array.from({ length: 30 }, (_, i) => `*${'?'.repeat(i)}a*`);
    expect(isCovered({ positive: many, negative: [] }, { positive: ['*b*'], negative: [] })).toBe(false);
  });
});
