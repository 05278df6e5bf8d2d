import { traitsOf } from '../../values/traits.ts';
import type { Completion, ValueContext } from '../../values/value-type.ts';
import { wordAround } from '../../values/word-list.ts';
import type { Environment } from '../environment.ts';

/** `man:` in Documentation=: the pages of the manual. */
export function manualPageCandidates(
  text: string,
  offset: number,
  { directive }: ValueContext,
  { manual }: Environment,
): Completion | undefined {
  if (traitsOf(directive)?.holds !== 'documents' || !manual) return undefined;
  const word = wordAround(text, offset);
  if (!text.startsWith('man:', word.start)) return undefined;
  const items = manual.pages().map(({ name, section, description }) => ({
    label: `man:${name}(${section})`,
    kind: 'value' as const,
    documentation: '',
    ...(description === undefined ? {} : { detail: description }),
  }));
  return { ...word, items };
}
