import type { Word } from '../../syntax/words.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { conditionKey } from '../../values/conditions/clauses.ts';
import { readCommandLine } from '../../values/exec/command-line.ts';
import { executableOf } from '../../values/exec/executable.ts';
import { meaningOfText } from '../../values/names/free-text.ts';
import { traitsOf } from '../../values/traits.ts';
import type { ValueContext } from '../../values/value-type.ts';
import { wordAround } from '../../values/word-list.ts';
import { availability, availableInWords } from '../availability.ts';
import { meaningOf } from '../completion/known-words.ts';
import { inRelease } from '../document.ts';
import type { FileState } from '../environment.ts';
import { makingMarkdown } from '../lines/account-lines.ts';
import { withManual } from '../manual-text.ts';
import { describeDevice } from '../networks/describe-device.ts';
import { describeCalendar } from './calendar.ts';
import { type Described, referenceAt, type ValuePlace } from './hover-place.ts';
import { describeManualPage } from './manual-page.ts';
import { describeSpecifier } from './specifier.ts';
import { describeUnit } from './unit.ts';
import { describeVariable } from './variable.ts';

/** An argument as the program gets it: its quotes and escapes are gone, and no shell has looked at it. */
function describeArgument({ text, offset, context }: ValuePlace): Described | undefined {
  if (traitsOf(context.directive)?.holds !== 'command') return undefined;
  for (const command of readCommandLine(text, context.version).commands) {
    const { rest, prefixes } = command;
    const at = rest.findIndex(({ start, end }) => start <= offset && offset <= end);
    const word = rest[at];
    if (!word) continue;
    const program = codeSpan(executableOf(command).text);
    // Behind `@` stands what the program is told its own name is.
    const number = prefixes.ownName ? at : at + 1;
    const what = number === 0 ? `The name that ${program} is started under` : `Argument ${number} of ${program}`;
    const { start, end } = word;
    return { start, end, markdown: `${what}: ${shown(word)}`, isBare: true };
  }
  return undefined;
}

const shown = ({ text }: Word): string => (text === '' ? 'nothing, an empty word.' : codeSpan(text));

/** Each knows one sort of thing; the first that does speaks. */
const describers: readonly ((place: ValuePlace) => Described | undefined | Promise<Described | undefined>)[] = [
  describeSpecifier,
  describeUnit,
  describeDevice,
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

/** A user or group by name: whether this machine has one. */
function describeAccount({ text, offset, context, environment, document }: ValuePlace): Described | undefined {
  const isUser = context.directive.key.endsWith('User');
  const names = isUser ? environment.users : environment.groups;
  if (traitsOf(context.directive)?.holds !== 'accounts') return undefined;
  const word = wordAround(text, offset);
  const name = text.slice(word.start, word.end);
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) return undefined;
  const sort = isUser ? 'user' : 'group';
  const made = makingMarkdown({ kind: sort, name }, document, environment);
  if (made && !names.includes(name)) return { ...word, markdown: made, isBare: true };
  if (names.length === 0) return undefined;
  const markdown = names.includes(name)
    ? `\`${name}\`: a ${sort} of this machine.${made ? ` ${made}` : ''}`
    : `\`${name}\`: this machine has no such ${sort}. A service that needs it fails with ${isUser ? '217/USER' : '216/GROUP'}, unless \`DynamicUser=yes\` makes it.`;
  return { ...word, markdown, isBare: true };
}

/** A mark in front of a list or of one of its words: `~`, `-`, `+`. */
function describeMark({ text, offset, context }: ValuePlace): Described | undefined {
  const { start } = wordAround(text, offset);
  const mark = text[start] ?? '';
  if (offset > start || !/[~+-]/.test(mark)) return undefined;
  const items = context.directive.valueType?.complete?.('', 0, context)?.items ?? [];
  const known = items.find(({ kind, label }) => kind === 'prefix' && label === mark);
  if (!known?.detail) return undefined;
  return { start, end: start + 1, markdown: `${codeSpan(mark)}: ${known.detail}.`, isBare: true };
}

/** When a condition holds, whether its path is there, and what the manual says; of assertions it says it of the condition. */
async function describeConditionValue(place: ValuePlace): Promise<Described | undefined> {
  const { text, offset, context, environment } = place;
  const { page, section, key } = context.directive;
  if (text === '' || !/^(?:Condition|Assert)[A-Z]/.test(key)) return undefined;
  const condition = conditionKey(key);
  const own = context.directive.valueType?.describe?.(text, offset, context);
  const path = await describePath(place);
  const value = own?.manualValue;
  const manual =
    (value && environment.manual?.value(page || undefined, section, condition, value)) ||
    environment.manual?.directive(page || undefined, section, condition);
  const parts = [own?.markdown, own?.start === 0 && own.end < text.length ? undefined : path?.markdown].filter(Boolean);
  if (parts.length === 0 && !manual) return undefined;
  const { start, end } = own ?? { start: 0, end: text.length };
  return { start, end, markdown: withManual(parts.join('\n\n') || `**${key}=**`, manual, environment) };
}

/** A path: whether it is there, and whether it can be run where a program is asked for. */
async function describePath(place: ValuePlace): Promise<Described | undefined> {
  const { files } = place.environment;
  const reference = referenceAt(place, ['path', 'executable']);
  if (!files || !reference?.target.startsWith('/') || /[*?[%]/.test(reference.target)) return undefined;
  const { start, end, target, type } = reference;
  return {
    start,
    end,
    markdown: `${codeSpan(target)} ${stateWords(await files.look(target), type === 'executable')}`,
    isBare: true,
  };
}

function stateWords(state: FileState | undefined, isProgram: boolean): string {
  if (!state) return isProgram ? 'does not exist here: the command would fail with 203/EXEC.' : 'does not exist here.';
  if (state.type === 'directory') return 'is a folder.';
  if (state.executable) return 'is a program.';
  return isProgram ? 'exists, but is not executable: the command would fail with 203/EXEC.' : 'exists.';
}
