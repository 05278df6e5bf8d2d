import { traitsOf } from '../../values/traits.ts';
import { wordAround } from '../../values/word-list.ts';
import type { Described, ValuePlace } from './hover-place.ts';

/** A user or group by name: whether this machine has one. */
export function describeAccount({ text, offset, context, environment }: ValuePlace): Described | undefined {
  const isUser = context.directive.key.endsWith('User');
  const names = isUser ? environment.users : environment.groups;
  if (traitsOf(context.directive)?.holds !== 'accounts' || names.length === 0) return undefined;
  const word = wordAround(text, offset);
  const name = text.slice(word.start, word.end);
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) return undefined;
  const sort = isUser ? 'user' : 'group';
  const markdown = names.includes(name)
    ? `\`${name}\`: a ${sort} of this machine.`
    : `\`${name}\`: this machine has no such ${sort}. A service that needs it fails with ${isUser ? '217/USER' : '216/GROUP'}, unless \`DynamicUser=yes\` makes it.`;
  return { ...word, markdown, isBare: true };
}
