import { sectionsOf, unitKinds } from '../../schema/kinds.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { allDirectives, directivesOf, findDirective } from '../../units/unit-directives.ts';
import { findSpecifier, specifiersOf } from '../../values/specifiers.ts';
import { isRemoved } from '../../values/traits.ts';
import type { Directive } from '../../values/value-type.ts';
import type { Environment } from '../environment.ts';
import { candidatesOf, contextFor } from './question.ts';

/** Which releases are compared: what came, or went, after `since` and up to `until`. */
export interface Comparison {
  readonly since: number;
  readonly until: number;
  readonly what: 'came' | 'went';
  readonly environment: Environment;
}

/** What is different, by section: directives, then values of others, then specifiers; a sentence where nothing is. */
export function changes(comparison: Comparison): string {
  const { since, until, what } = comparison;
  const directives = changedDirectives(comparison);
  const values = changedValues(comparison);
  const specifiers = changedSpecifiers(comparison);
  const all = [...directives, ...values, ...specifiers];
  if (all.length === 0) return `Nothing ${what} after systemd ${since} and up to ${until}.`;
  const counts = [
    counted(directives.length, 'directive'),
    counted(values.length, 'value'),
    counted(specifiers.length, 'specifier'),
  ].filter((count) => count !== undefined);
  const head = `**After systemd ${since}** · ${counts.join(', ')} ${what}, up to systemd ${until}`;
  return [head, ...bySection(all)].join('\n\n');
}

const counted = (count: number, noun: string): string | undefined =>
  count === 0 ? undefined : `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Something that is read in one release and not in another. */
interface Change {
  /** As one writes it: `MemoryZSwapMax=`, `Type=notify-reload`, `%D`. */
  readonly name: string;
  readonly sections: readonly string[];
  /** The release with which it came, or the first without it. */
  readonly release: number;
  readonly about: string;
}

/** `[Service] [Socket]`, then what is different there, in the order of the alphabet. */
function bySection(all: readonly Change[]): string[] {
  const places = new Map<string, Change[]>();
  for (const change of all) {
    const place = change.sections.map((name) => `[${name}]`).join(' ');
    places.set(place, [...(places.get(place) ?? []), change]);
  }
  const order = unitKinds.flatMap((kind) => sectionsOf(kind));
  const rankOf = ([first]: readonly Change[]): number => order.indexOf(first!.sections[0]!);
  return [...places]
    .sort(([, a], [, b]) => rankOf(a) - rankOf(b))
    .map(([place, changed]) => {
      const lines = [...changed]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, release, about }) => `- \`${name}\` ${release}${about && `: ${escapeMarkdown(about)}`}`);
      return `**${place}**\n\n${lines.join('\n')}`;
    });
}

/** One change for a key, wherever it is different in the same way. */
function changedDirectives({ since, until, what, environment }: Comparison): Change[] {
  const [before, after] = what === 'came' ? [since, until] : [until, since];
  const found = new Map<string, { sections: string[]; release: number; directive: Directive }>();
  for (const section of sections()) {
    for (const directive of directivesOf(section, after)) {
      if (!isRead(directive) || isRead(findDirective(section, directive.key, before))) continue;
      const release = what === 'came' ? firstOf(directive, since) : endOf(directive, since, until);
      const change = found.get(`${directive.key} ${release}`);
      if (change) change.sections.push(section);
      else found.set(`${directive.key} ${release}`, { sections: [section], release, directive });
    }
  }
  return [...found.values()].map(({ sections: own, release, directive }) => {
    const { page, section, key } = directive;
    const about = environment.manual?.directive(page || undefined, section, key)?.summary ?? '';
    return { name: `${key}=`, sections: own, release, about };
  });
}

const sections = (): Set<string> => new Set(allDirectives().map(({ section }) => section));

const isRead = (directive: Directive | undefined): boolean => directive !== undefined && !isRemoved(directive);

/** Where the manual tells a later release than the tables, which were not made of every one, it is right. */
const firstOf = ({ eras, since: told }: Directive, since: number): number =>
  told !== undefined && told > since ? told : eras[0]!.from;

const endOf = ({ section, key }: Directive, since: number, until: number): number =>
  releasesAfter(since, until).find((release) => !isRead(findDirective(section, key, release))) ?? until;

const releasesAfter = (since: number, until: number): number[] =>
  Array.from({ length: Math.max(0, until - since) }, (_, i) => since + 1 + i);

/** A longer list is one of names, such as system calls, which do not come with systemd alone. */
const MOST_WORDS = 100;

/** Of directives that both releases read. One change for a word of a key, wherever it stands. */
function changedValues({ since, until, what }: Comparison): Change[] {
  const found = new Map<string, Change & { readonly sections: string[] }>();
  for (const section of sections()) {
    for (const { key } of directivesOf(section, since)) {
      for (const [word, about] of changedWords({ section, key, since, until, what })) {
        const known = found.get(`${key} ${word}`);
        if (known) known.sections.push(section);
        else {
          const isThere = (release: number): boolean => wordsAt(section, key, release).has(word);
          const release = releaseOf(isThere, { since, until, what });
          found.set(`${key} ${word}`, { name: `${key}=${word}`, sections: [section], release, about });
        }
      }
    }
  }
  return [...found.values()];
}

interface Place extends Pick<Comparison, 'since' | 'until' | 'what'> {
  readonly section: string;
  readonly key: string;
}

/** The words that one of the two releases takes and the other does not, with what they mean. */
function changedWords({ section, key, since, until, what }: Place): (readonly [word: string, about: string])[] {
  if (!isRead(findDirective(section, key, since)) || !isRead(findDirective(section, key, until))) return [];
  const [before, after] = [wordsAt(section, key, since), wordsAt(section, key, until)];
  if (before.size > MOST_WORDS || after.size > MOST_WORDS) return [];
  const [without, having] = what === 'came' ? [before, after] : [after, before];
  return [...having].filter(([word]) => !without.has(word));
}

/** The words a release takes of a directive, with what they mean. */
function wordsAt(section: string, key: string, version: number): ReadonlyMap<string, string> {
  const context = contextFor(key, section, version);
  const items = context ? candidatesOf(context) : [];
  const words = items.filter(({ kind }) => kind === 'keyword' || kind === 'value' || kind === 'prefix');
  return new Map(words.map(({ label, detail = '' }) => [label, detail]));
}

/** The first release that has something, or has it no more. */
const releaseOf = (
  isThere: (release: number) => boolean,
  { since, until, what }: Pick<Comparison, 'since' | 'until' | 'what'>,
): number => releasesAfter(since, until).find((release) => isThere(release) === (what === 'came')) ?? until;

function changedSpecifiers({ since, until, what }: Comparison): Change[] {
  const [before, after] = what === 'came' ? [since, until] : [until, since];
  return specifiersOf(after)
    .filter(({ letter }) => !findSpecifier(letter, before))
    .map(({ letter, meaning }) => {
      const release = releaseOf((each) => findSpecifier(letter, each) !== undefined, { since, until, what });
      return { name: `%${letter}`, sections: ['Unit'], release, about: meaning };
    });
}
