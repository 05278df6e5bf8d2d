import { unitKinds } from '../../schema/kinds.ts';
import { specialUnitsOf } from '../../schema/special-units.ts';
import { nearest } from '../../text/edit-distance.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import type { Environment } from '../environment.ts';
import { conceptNames } from './concepts.ts';
import { directiveList } from './explain-directives.ts';
import { knownTo } from './explain-words.ts';
import { candidatesOf, contextFor, type Question } from './question.ts';
import { stateWords } from './states.ts';

/** Names that begin alike, and a directive that takes them. */
const families: readonly (readonly [pattern: RegExp, key: string])[] = [
  [/^SIG/i, 'KillSignal'],
  [/^CAP/i, 'CapabilityBoundingSet'],
  [/^AF_/i, 'RestrictAddressFamilies'],
  [/^@/, 'SystemCallFilter'],
  [/^E[A-Z]+$/, 'SystemCallErrorNumber'],
];

/** What was meant by a topic that is nothing, written so that it can be asked. */
export function guess({ topic, version, environment }: Question): string | undefined {
  const [, page] = /^man:([\w.@:-]+)/.exec(topic) ?? [];
  if (page !== undefined) {
    const found = nearest(page, environment.manual?.pages().map(({ name }) => name) ?? []);
    return found && `man:${found}`;
  }
  const sections = [...new Set(knownTo(version).map(({ section }) => section))];
  if (topic.startsWith('[')) {
    const section = nearest(topic.replace(/[[\]]/g, ''), sections);
    return section && `[${section}]`;
  }
  for (const [pattern, key] of families) {
    const found = pattern.test(topic) ? nearest(topic, namesFor(key, version)) : undefined;
    if (found !== undefined) return found;
  }
  if (/\.[a-z]+$/.test(topic)) {
    const known = environment.units.names().map(({ text }) => text);
    return guessUnit(topic, [...known, ...specialUnitsOf(version).map(({ name }) => name)]);
  }
  return guessDirective(topic, sections, version);
}

/** The suffix says little: units of the same kind, by what stands before it. */
function guessUnit(topic: string, units: readonly string[]): string | undefined {
  const suffix = topic.slice(topic.lastIndexOf('.'));
  const same = units.filter((name) => name.endsWith(suffix)).map((name) => name.slice(0, -suffix.length));
  const stem = nearest(topic.slice(0, -suffix.length), same);
  return stem === undefined ? undefined : `${stem}${suffix}`;
}

/** `Restrat=always`, `Service.Restrat`, or any other word. */
function guessDirective(topic: string, sections: readonly string[], version: number): string | undefined {
  const [, section = '', key = topic, rest = ''] = /^(?:(\w+)\.)?(\w+)(=.*)?$/.exec(topic) ?? [];
  const keys = [...new Set(knownTo(version).map((directive) => directive.key))];
  const own = keys.includes(key)
    ? undefined
    : nearest(key, rest || section ? keys : [...keys, ...sections, ...unitKinds, ...conceptNames, ...stateWords]);
  if (own !== undefined) return `${section && sections.includes(section) ? `${section}.` : ''}${own}${rest}`;
  if (!keys.includes(key)) return undefined;
  const value = nearest(rest.slice(1), namesFor(key, version));
  return value === undefined ? key : `${key}=${value}`;
}

function namesFor(key: string, version: number): string[] {
  const context = contextFor(key, undefined, version);
  return context ? candidatesOf(context).map(({ label }) => label) : [];
}

interface Search {
  readonly words: string;
  readonly version: number;
  readonly environment: Environment;
}

/** More is not an answer. */
const MOST = 40;

/**
 * Directives whose name or description has all the words: those that are called so first, then those whose first sentence
 * says so, then the rest. Undefined where there is none.
 */
export function search({ words, version, environment }: Search): string | undefined {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return undefined;
  const hasAll = (text: string): boolean => wanted.every((word) => text.toLowerCase().includes(word));
  const keys = [...new Set(knownTo(version).map(({ key }) => key))];
  const ranked = keys.flatMap((key) => {
    const context = contextFor(key, undefined, version);
    if (!context) return [];
    const { section, page } = context.directive;
    const text = environment.manual?.directive(page || undefined, section, key);
    const rank = hasAll(key) ? 0 : hasAll(text?.summary ?? '') ? 1 : hasAll(text?.plain() ?? '') ? 2 : 3;
    return rank === 3 ? [] : [{ key, rank }];
  });
  if (ranked.length === 0) return undefined;
  ranked.sort((a, b) => a.rank - b.rank);
  const shown = ranked.slice(0, MOST).map(({ key }) => key);
  const count = ranked.length === 1 ? '1 directive is' : `${ranked.length} directives are`;
  const head = `**${escapeMarkdown(words)}** · ${count} about it${ranked.length > MOST ? `; the first ${MOST}` : ''}`;
  return directiveList(head, shown, { version, environment });
}
