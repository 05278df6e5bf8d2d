import type { ManualText } from '../../manual/index.ts';
import { successorOf } from '../../schema/legacy.ts';
import { NEWEST_PODMAN, podmanName } from '../../schema/podman.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { isRemoved, isScalar } from '../../values/traits.ts';
import type { Candidate, Directive, ValueContext } from '../../values/value-type.ts';
import { availability, availableInWords, podmanAvailability } from '../availability.ts';
import type { Environment } from '../environment.ts';
import { formOf, wordsOf } from '../value-form.ts';
import { withManual } from './with-manual.ts';

const MOST_WORDS = 16;

/** The signature line from the facts, the values with what they mean, then the manual's entry. */
export function directiveMarkdown(context: ValueContext, environment: Environment): string {
  const { own, text } = directiveInShort(context, environment);
  return withManual(own.join('\n\n'), text, environment);
}

/** What we say of a directive in a few paragraphs, and what the manual says. */
export function directiveInShort(
  context: ValueContext,
  environment: Environment,
): { readonly own: readonly string[]; readonly text: ManualText | undefined } {
  const { directive } = context;
  const { section, key, page } = directive;
  const words = wordsOf(context);
  const text = environment.manual?.directive(page || undefined, section, key);
  const head = [`**${key}=**`, `\`[${section}]\``, accepted(directive, words)].filter(Boolean).join(' · ');
  const facts = [
    text?.defaults && escapeMarkdown(text.defaults),
    repetition(directive),
    directive.note,
    ageOf(context, environment),
  ];
  return { own: [head, facts.filter(Boolean).join(' '), meanings(words)].filter(Boolean), text };
}

/** The words an enumeration takes, else what a value is. */
function accepted(directive: Directive, words: readonly Candidate[]): string {
  if (words.length === 0) return formOf(directive) ?? '';
  const shown = words.slice(0, MOST_WORDS).map(({ label }) => `\`${label}\``);
  return `${shown.join(' | ')}${words.length > MOST_WORDS ? ' | …' : ''}`;
}

/** What each word means, where it can be said in a few words. */
function meanings(words: readonly Candidate[]): string {
  if (words.length > MOST_WORDS) return '';
  const told = words.filter(({ detail }) => detail);
  return told.map(({ label, detail }) => `- \`${label}\`: ${detail}`).join('\n');
}

function repetition(directive: Directive): string {
  if (isScalar(directive)) return 'The last assignment wins.';
  return /\[\.\.\.\]$/.test(directive.placeholder) ? 'Takes a list; several assignments add up.' : '';
}

/** Since when there is such a directive, and what became of it. */
function ageOf(context: ValueContext, { targets }: Environment): string {
  const { directive, version } = context;
  if (directive.podman !== undefined) return ageInPodman(directive.podman, context, targets);
  const { key, since, eras, modern } = directive;
  const notes: string[] = [];
  const isKnown = (release: number): boolean => eras.some((era) => era.from <= release && release <= era.to);
  const some = availability(targets, isKnown);
  if (some) notes.push(availableInWords(some));
  else if (since) notes.push(`Since systemd ${since}.`);
  if (directive.from > version) notes.push(`The target is systemd ${version}, which does not know it.`);
  if (isRemoved(directive)) notes.push('No longer supported: systemd ignores it.');
  const next = eras.find((era) => era.from > version);
  const last = eras.at(-1);
  if (next && isRemoved(next)) notes.push(`Ignored from systemd ${next.from} on.`);
  else if (last && last.to < NEWEST_VERSION) notes.push(`Unknown from systemd ${last.to + 1} on.`);
  const successor = successorOf(key);
  if (modern) notes.push(`Old spelling of \`${modern.key}=\` in [${modern.section}].`);
  else if (successor) notes.push(`\`${successor}=\` took its place.`);
  return notes.join(' ');
}

/** The same of a key of Quadlet files. */
function ageInPodman(since: number, { podman = NEWEST_PODMAN }: ValueContext, targets: Environment['targets']): string {
  const some = podmanAvailability(targets, since);
  if (some) return availableInWords(some);
  const isMissing = since > podman ? ` The target has Podman ${podmanName(podman)}, which does not have it.` : '';
  return `Since Podman ${podmanName(since)}.${isMissing}`;
}
