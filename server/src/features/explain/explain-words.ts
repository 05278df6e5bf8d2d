import { escapeMarkdown } from '../../text/markdown.ts';
import { allDirectives } from '../../units/unit-directives.ts';
import type { Directive } from '../../values/value-type.ts';
import { describePlace } from '../hover/index.ts';
import { contextFor, documentOf, type Explainer, type Question, said, wordsOf } from './question.ts';

/** Words that mean the same wherever they stand, and a directive that takes them. */
const words: readonly (readonly [pattern: RegExp, key: string, prefix?: string])[] = [
  [/^SIG[A-Z0-9+-]+$/, 'KillSignal'],
  [/^CAP_\w+$/i, 'CapabilityBoundingSet'],
  [/^AF_\w+$/, 'RestrictAddressFamilies'],
  [/^E[A-Z0-9]{2,}$/, 'SystemCallErrorNumber'],
  [/^@[a-z][\w-]*$/, 'SystemCallFilter'],
  [/^@[a-z][\w-]*$/, 'RestrictFileSystems'],
  [/^[A-Z][A-Z_]{2,}$/, 'CapabilityBoundingSet', 'CAP_'],
  [/^[A-Z][A-Z0-9+-]{2,}$/, 'KillSignal', 'SIG'],
];

/** Names that are no words of enumerations, or are by chance. */
const names: typeof words = [
  [/^[a-z][a-z0-9_]+$/, 'SystemCallFilter'],
  [/^[a-z][a-z0-9_.]+$/, 'RestrictFileSystems'],
];

async function toldOf(list: typeof words, { topic, version, environment }: Question): Promise<string | undefined> {
  for (const [pattern, key, prefix = ''] of list) {
    const context = pattern.test(topic) ? contextFor(key, 'Service', version) : undefined;
    if (!context) continue;
    const { document, offset } = documentOf(context, `${prefix}${topic}`);
    const found = await describePlace(document, offset, environment);
    if (found) return found.markdown;
  }
  return undefined;
}

export const aboutWord: Explainer = async (question) => said('value', await toldOf(words, question));

/** What may be a word of enumerations and the name of a system call or file system at once. */
export const aboutPlainWord: Explainer = async (question) => {
  const told = [enumerationMarkdown(question), await toldOf(names, question)].filter((part) => part !== undefined);
  return told.length === 0 ? undefined : said('value', told.join('\n\n'));
};

/** More directives than this take a word that means nothing by itself, as yes does. */
const MOST_PLACES = 8;

/** A word of enumerations, by the directives that take it: `oneshot`, `control-group`. */
export function enumerationMarkdown({ topic, version }: Question): string | undefined {
  if (!/^[a-z][\w+-]*$/.test(topic)) return undefined;
  const places = directivesTaking(topic, version);
  if (places.length === 0) return undefined;
  const shown = places.slice(0, MOST_PLACES).map(([key, what]) => `- \`${key}=${topic}\`${what ? `: ${what}` : ''}`);
  const more = places.length > MOST_PLACES ? [`- and ${places.length - MOST_PLACES} more`] : [];
  const head = `**${escapeMarkdown(topic)}** · a value of ${places.length === 1 ? 'a directive' : `${places.length} directives`}`;
  return `${head}\n\n${[...shown, ...more].join('\n')}`;
}

function directivesTaking(word: string, version: number): (readonly [key: string, what: string | undefined])[] {
  const found = new Map<string, string | undefined>();
  for (const { section, key } of knownTo(version)) {
    const context = found.has(key) ? undefined : contextFor(key, section, version);
    const item = context && wordsOf(context).find(({ label }) => label === word);
    if (item) found.set(key, item.detail);
  }
  return [...found];
}

export const knownTo = (version: number): Directive[] =>
  allDirectives().filter(({ from, to }) => from <= version && version <= to);
