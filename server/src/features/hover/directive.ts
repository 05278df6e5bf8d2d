import { contextOf, type JudgedFile } from '../../engine/judged-file.ts';
import { isSectionless, PREAMBLE } from '../../engine/schema.ts';
import type { ManualText } from '../../manual/index.ts';
import { homesOf, nearestKey } from '../../rules/syntax/directive-unknown.ts';
import { successorOf } from '../../schema/legacy.ts';
import { NEWEST_PODMAN, podmanName } from '../../schema/podman.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import { nearest } from '../../text/edit-distance.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { listWords } from '../../values/problem.ts';
import { isRemoved, isScalar } from '../../values/traits.ts';
import type { Candidate, Directive, ValueContext } from '../../values/value-type.ts';
import { availability, availableInWords, podmanAvailability } from '../availability.ts';
import type { Environment } from '../environment.ts';
import { withManual } from '../manual-text.ts';
import { formOf, wordsOf } from '../value-form.ts';

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
  const head = [`**${key}=**`, section === PREAMBLE ? '' : `\`[${section}]\``, accepted(directive, words)]
    .filter(Boolean)
    .join(' · ');
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
  if (directive.from > version) notes.push(`The target is systemd ${version}, which does not support it.`);
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

/** A directive's name: what it is; for one that systemd does not know here, where it belongs or what was meant. */
export function keyMarkdown(
  section: string,
  key: string,
  judged: JudgedFile,
  environment: Environment,
): string | undefined {
  const { version, schema } = judged;
  const { identity } = judged.source;
  const { eras: erasOf } = judged.directives;
  const told = (found: Directive): string => directiveMarkdown(contextOf(found, identity, version), environment);
  const eras = erasOf(section, key);
  const own = eras.find(({ from, to }) => from <= version && version <= to) ?? eras.at(-1);
  if (own && schema.sectionsOf(identity).includes(section)) return told(own);
  if (key.startsWith('X-') || section.startsWith('X-'))
    return 'Names that begin with `X-` are for other programs; systemd ignores them.';
  const [home] = homesOf(key, judged);
  const elsewhere = home === undefined ? own : erasOf(home, key).at(-1);
  if (elsewhere) return `${placeOf(key, section, judged)}\n\n${told(elsewhere)}`;
  const guess = nearestKey(key, section, judged);
  const meant = guess === undefined ? undefined : erasOf(section, guess).find(({ to }) => to >= NEWEST_VERSION);
  return meant && `Unknown directive ${codeSpan(`${key}=`)}. Did you mean \`${guess}=\`?\n\n${told(meant)}`;
}

/** Of a directive that systemd knows, but not in this section. */
function placeOf(key: string, section: string, judged: JudgedFile): string {
  const homes = homesOf(key, judged).map((home) => `[${home}]`);
  const { schema, source } = judged;
  if (isSectionless(schema, source.identity))
    return `${schema.nameOf(source.identity)} has no sections; systemd ignores everything below [${section}].`;
  if (homes.length > 0) return `\`${key}=\` belongs in ${listWords(homes)}; systemd ignores it in [${section}].`;
  const meant = nearest(section, schema.sectionsOf(source.identity));
  return `${schema.nameOf(source.identity)} has no section [${section}]; systemd ignores it.${meant === undefined ? '' : ` Did you mean [${meant}]?`}`;
}
