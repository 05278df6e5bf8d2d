import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { findSpecifier, type SpecifierContext } from '../../values/specifiers.ts';
import { availability, availableInWords } from '../availability.ts';
import type { Environment } from '../environment.ts';
import { withManual } from '../manual-text.ts';
import type { Described, ValuePlace } from './hover-place.ts';

export function describeSpecifier({ text, offset, context, environment }: ValuePlace): Described | undefined {
  for (const { index: start, 1: letter = '' } of text.matchAll(/%([%0-9A-Za-z])/g)) {
    const end = start + 2;
    // Between two specifiers the one to the right is meant.
    if (offset < start || offset >= end) continue;
    const markdown = specifierMarkdown(letter, context, environment);
    return markdown === undefined ? undefined : { start, end, markdown };
  }
  return undefined;
}

/** What a specifier stands for, its value here where that is certain, and the manual's words. */
export function specifierMarkdown(
  letter: string,
  context: SpecifierContext,
  environment: Environment,
): string | undefined {
  if (letter === '%') return '`%%`: a single percent sign.';
  const specifier = findSpecifier(letter, context.version);
  if (!specifier) return undefined;
  const here = specifier.settled?.(context) ? `, here ${codeSpan(specifier.sample(context))}` : '';
  const some = availability(environment.targets, (version) => findSpecifier(letter, version) !== undefined);
  const where = some ? ` ${availableInWords(some)}` : '';
  const own = `\`%${letter}\`: ${escapeMarkdown(specifier.meaning)}${here}.${where}`;
  return withManual(own, environment.manual?.specifier(letter), environment);
}
