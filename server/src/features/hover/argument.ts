import type { Word } from '../../syntax/words.ts';
import { codeSpan } from '../../text/markdown.ts';
import { readCommandLine } from '../../values/exec/command-line.ts';
import { executableOf } from '../../values/exec/executable.ts';
import { traitsOf } from '../../values/traits.ts';
import type { Described, ValuePlace } from './hover-place.ts';

/** An argument as the program gets it: its quotes and escapes are gone, and no shell has looked at it. */
export function describeArgument({ text, offset, context }: ValuePlace): Described | undefined {
  if (traitsOf(context.directive)?.holds !== 'command') return undefined;
  for (const command of readCommandLine(text, context.version).commands) {
    const { rest, prefixes } = command;
    const at = rest.findIndex(({ start, end }) => start <= offset && offset <= end);
    const word = rest[at];
    if (!word) continue;
    const program = codeSpan(executableOf(command).text);
    // Behind `@` stands what the program is told its own name is.
    const number = prefixes.ownName ? at : at + 1;
    const what = number === 0 ? `The name ${program} is told it has` : `Argument ${number} of ${program}`;
    const { start, end } = word;
    return { start, end, markdown: `${what}: ${shown(word)}`, isBare: true };
  }
  return undefined;
}

const shown = ({ text }: Word): string => (text === '' ? 'nothing, an empty word.' : codeSpan(text));
