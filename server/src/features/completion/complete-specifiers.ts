import type { Target } from '../../schema/targets.ts';
import type { Span } from '../../text/span.ts';
import { findSpecifier, specifiersOf } from '../../values/specifiers.ts';
import { traitsOf } from '../../values/traits.ts';
import type { ValueContext } from '../../values/value-type.ts';
import { availability, availableInShort } from '../availability.ts';
import type { CompletionItem } from './completion-item.ts';

/** Whether a specifier's letter comes next: `%%` is a percent sign. */
export function isAfterPercent(text: string, offset: number): boolean {
  let percents = 0;
  while (text[offset - 1 - percents] === '%') percents++;
  return percents % 2 === 1;
}

/** The specifiers that are known at this place, with their value where it is certain. */
export function specifierItems(
  context: ValueContext,
  span: Span,
  targets: readonly Target[] | undefined,
): CompletionItem[] {
  const set = traitsOf(context.directive)?.specifiers === 'names' ? 'names' : 'all';
  const items = specifiersOf(context.version, set).map((specifier, index): CompletionItem => {
    const { letter, meaning, deprecated } = specifier;
    const here = specifier.settled?.(context) ? `: ${specifier.sample(context)}` : '';
    const some = availability(targets, (version) => findSpecifier(letter, version, set) !== undefined);
    return {
      label: `%${letter}`,
      kind: 'specifier',
      detail: some ? `${meaning}, ${availableInShort(some)}` : `${meaning}${here}`,
      insert: `%${letter}`,
      span,
      rank: index + (deprecated ? 1000 : 0) + (some ? 500 : 0),
      ...(deprecated ? { deprecated } : {}),
      help: { of: 'specifier', letter },
    };
  });
  return [...items, { label: '%%', kind: 'specifier', detail: 'a percent sign', insert: '%%', span, rank: 999 }];
}
