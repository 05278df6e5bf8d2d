import type { Span } from '../../text/span.ts';
import { specifiersOf } from '../../values/specifiers.ts';
import type { Candidate } from '../../values/value-type.ts';
import { inRelease, type LineFacts } from './facts.ts';

/** A percent sign with a letter or digit; before anything else it stands for itself (src/shared/specifier.c). */
const SPECIFIER = /%([A-Za-z0-9%])/g;

/** The specifiers in a text that a release does not replace; offsets count in the text. */
export function unknownSpecifiers(text: string, known: LineFacts, version: number): (Span & { letter: string })[] {
  if (!text.includes('%')) return [];
  return [...text.matchAll(SPECIFIER)].flatMap(({ index, 1: letter = '' }) => {
    const fact = known.get(letter);
    return fact && fact.from <= version ? [] : [{ start: index, end: index + 2, letter }];
  });
}

/** Whether what the text becomes is settled when it is run. */
export const hasSpecifier = (text: string): boolean => /%[A-Za-z0-9]/.test(text);

const meanings: ReadonlyMap<string, string> = new Map(
  specifiersOf(Number.POSITIVE_INFINITY).map(({ letter, meaning }) => [letter, meaning]),
);

/** What `%` and a letter stand for, in a few words. */
export const specifierMeaning = (letter: string): string | undefined => meanings.get(letter);

export const specifierCandidates = (known: LineFacts, version: number): Candidate[] =>
  inRelease(known, version).map(({ name }) => ({
    label: `%${name}`,
    kind: 'specifier',
    ...(meanings.has(name) && { detail: meanings.get(name)! }),
  }));
