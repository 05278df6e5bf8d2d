import { escapeMarkdown } from '../../text/markdown.ts';
import { meaningOfText } from '../../values/names/free-text.ts';
import type { ValueContext } from '../../values/value-type.ts';
import { availability, availableInWords } from '../availability.ts';
import { meaningOf } from '../completion/known-words.ts';
import { inRelease } from '../document.ts';
import { describeAccount } from './account.ts';
import { describeArgument } from './argument.ts';
import { describeCalendar } from './calendar.ts';
import { describeConditionValue } from './condition-hover.ts';
import type { Described, ValuePlace } from './hover-place.ts';
import { describeManualPage } from './manual-page.ts';
import { describeMark } from './mark.ts';
import { describePath } from './path.ts';
import { describeSpecifier } from './specifier.ts';
import { describeUnit } from './unit.ts';
import { describeVariable } from './variable.ts';
import { withManual } from './with-manual.ts';

/** Each knows one sort of thing; the first that does speaks. */
const describers: readonly ((place: ValuePlace) => Described | undefined | Promise<Described | undefined>)[] = [
  describeSpecifier,
  describeUnit,
  describeManualPage,
  describeVariable,
  describeCalendar,
  describeAccount,
  describeConditionValue,
  describeByType,
  describePath,
  describeKnownWord,
  describeMark,
  describeText,
  describeArgument,
];

/** What a place of a value means; offsets in the value's text. */
export async function describeValue(place: ValuePlace): Promise<Described | undefined> {
  for (const describe of describers) {
    const found = await describe(place);
    if (found) return found;
  }
  return undefined;
}

/** A name of the author's own choice: what becomes of it. */
function describeText({ text, context }: ValuePlace): Described | undefined {
  const markdown = meaningOfText(text, context);
  return markdown === undefined ? undefined : { start: 0, end: text.length, markdown, isBare: true };
}

function describeKnownWord({ text, offset, context }: ValuePlace): Described | undefined {
  const found = meaningOf(text, offset, context);
  if (!found) return undefined;
  const { start, end, what } = found;
  return { start, end, markdown: `**${escapeMarkdown(text.slice(start, end).trim())}**: ${what}.`, isBare: true };
}

function describeByType({ text, offset, context, document, environment }: ValuePlace): Described | undefined {
  const { directive } = context;
  const described = directive.valueType?.describe?.(text, offset, context);
  const word = described ? (described.manualValue ?? text.slice(described.start, described.end)) : text;
  if (!described && !/^[\w-]{2,40}$/.test(text)) return undefined;
  const told = environment.manual?.value(
    directive.page || undefined,
    directive.section,
    described?.manualKey ?? directive.key,
    word,
  );
  // That a value is the default is said of the directive.
  const manual = told && /^Defaults? (?:to|is) \S+$/.test(told.plain()) ? undefined : told;
  if (!described?.markdown && !manual) return undefined;
  const own = described?.markdown ?? `**${escapeMarkdown(word)}**`;
  const { start, end } = described ?? { start: 0, end: text.length };
  const where = placesOf(text.slice(start, end), { context, document, environment });
  return { start, end, markdown: withManual(`${own}${where}`, manual, environment), isBare: !manual };
}

/** Which of the targets that have the directive take a word, where not all of them do. */
function placesOf(
  word: string,
  { context, document, environment }: Pick<ValuePlace, 'context' | 'document' | 'environment'>,
): string {
  const there = (version: number): ValueContext | undefined => inRelease(document, context, version);
  const some = availability(
    environment.targets?.filter(({ version }) => there(version)),
    (version) => offersWord(there(version), word),
  );
  return some ? `\n\n${availableInWords(some)}` : '';
}

const offersWord = (context: ValueContext | undefined, word: string): boolean =>
  context?.directive.valueType?.complete?.('', 0, context)?.items.some(({ label }) => label === word) ?? false;
