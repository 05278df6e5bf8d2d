import type { Directive } from '../../../server/src/values/value-type.ts';
import type { ProgramOptions } from './ask.ts';
import { directivesOf, valuesOf } from './differential.ts';
import { askKeys } from './lines.ts';
import { headOf } from './question.ts';

/** A key with values that the program takes where it stands alone. */
interface Taken {
  readonly directive: Directive;
  readonly values: readonly string[];
}

/** Numbers from 0 up to 1, the same for a seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** What a release takes in the keys of a kind of file. */
export function takenIn(options: ProgramOptions): Taken[] {
  const directives = directivesOf(options.kind, options.version).filter(({ valueType }) => valueType);
  const answers = askKeys(
    options,
    directives.map((directive) => ({ section: directive.section, key: directive.key, values: valuesOf(directive) })),
  );
  return directives.flatMap((directive, at) => {
    const values = valuesOf(directive).filter((value, index) => value !== '' && answers[at]![index]?.length === 0);
    return values.length > 0 ? [{ directive, values }] : [];
  });
}

export interface CombinationRange extends ProgramOptions {
  readonly seed: number;
  readonly count: number;
}

/** Files of two to six sections, of keys with values that are taken. */
export function combined({ kind, seed, count }: CombinationRange, taken: readonly Taken[]): string[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const sections = [...new Set(taken.map(({ directive }) => directive.section))].filter((name) => name !== 'Match');
  return Array.from({ length: count }, () => {
    const first = pick(sections);
    const own = Array.from({ length: 1 + Math.floor(next() * 5) }, () => pick(sections));
    const parts = [first, ...own].map((section) => {
      const keys = taken.filter(({ directive }) => directive.section === section);
      const lines = Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(keys)).map(
        ({ directive, values }) => `${directive.key}=${pick(values)}`,
      );
      return `[${section}]\n${[...new Set(lines)].join('\n')}\n`;
    });
    return headOf(kind, first) + parts.join('');
  });
}
