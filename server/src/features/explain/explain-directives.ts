import { escapeMarkdown } from '../../text/markdown.ts';
import { sectionsWith } from '../../units/unit-directives.ts';
import type { ValueContext } from '../../values/value-type.ts';
import type { Environment } from '../environment.ts';
import { directiveInShort } from '../hover/directive.ts';
import { withManual } from '../manual-text.ts';
import { examplesOf } from './examples.ts';
import { knownTo } from './explain-words.ts';
import { contextFor, type Explainer, said } from './question.ts';

const FENCE = '```';

/** What it means, examples, and then all that the manual says. */
export function directiveCard(context: ValueContext, environment: Environment, note = ''): string {
  const { own, text } = directiveInShort(context, environment);
  const [head = '', ...rest] = own;
  const meaning = text?.summary ? escapeMarkdown(text.summary) : '';
  const parts = [head, meaning, ...rest, examplesBlock(context), note];
  return withManual(parts.filter(Boolean).join('\n\n'), text, environment);
}

export function examplesBlock(context: ValueContext): string {
  const examples = examplesOf(context);
  return examples.length === 0 ? '' : `${FENCE}systemd\n${examples.join('\n')}\n${FENCE}`;
}

/** `ExecStart`, `Service.Restart`, `[Service]Type=`; capitals do not matter. */
export const aboutDirective: Explainer = (question) => {
  const { version, environment } = question;
  const context = directiveMeant(question.topic, version);
  if (!context) return undefined;
  const others = sectionsWith(context.directive.key).filter((name) => name !== context.directive.section);
  const isSectionNamed = /^\[?[A-Z]\w*[\].]/i.test(question.topic);
  const also = isSectionNamed || others.length === 0 ? '' : `Also in ${others.map((name) => `[${name}]`).join(', ')}.`;
  return said('directive', directiveCard(context, environment, also));
};

/** The directive a topic names, in the section it names or the one where it is used most. */
export function directiveMeant(topic: string, version: number): ValueContext | undefined {
  const [, section, key = ''] = /^(?:\[?([A-Za-z]\w*)\]?[.\s]?)?([A-Za-z]\w+)=?$/.exec(topic) ?? [];
  return spelled(key, section, version) ?? spelled(/^([A-Za-z]\w+)=?$/.exec(topic)?.[1], undefined, version);
}

/** As it is written, else without regard to capitals. */
function spelled(key: string | undefined, section: string | undefined, version: number): ValueContext | undefined {
  if (!key) return undefined;
  const exact = contextFor(key, section, version);
  if (exact) return exact;
  const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  const known = knownTo(version).find(
    (directive) => isSame(directive.key, key) && (section === undefined || isSame(directive.section, section)),
  );
  return known && contextFor(known.key, section === undefined ? undefined : known.section, version);
}

/** The shortest beginning that may stand for a family. */
const LEAST_LETTERS = 3;

/** `Exec`: no directive itself, but how several begin. */
export const aboutFamily: Explainer = ({ topic, version, environment }) => {
  const start = /^([A-Za-z]\w*)[*.…=]*$/.exec(topic)?.[1] ?? '';
  if (start.length < LEAST_LETTERS) return undefined;
  const isOfFamily = (key: string): boolean =>
    key.toLowerCase().startsWith(start.toLowerCase()) && /^(?:$|[A-Z0-9])/.test(key.slice(start.length));
  const keys = [...new Set(knownTo(version).flatMap(({ key }) => (isOfFamily(key) ? key : [])))];
  if (keys.length < 2) return undefined;
  return said(
    'directive',
    directiveList(`**${start}…** · ${keys.length} directives begin so`, keys, { version, environment }),
  );
};

/** Directives, a line each, with what they mean in a sentence. */
export function directiveList(
  head: string,
  keys: readonly string[],
  { version, environment }: { readonly version: number; readonly environment: Environment },
): string {
  const lines = keys.flatMap((key) => {
    const context = contextFor(key, undefined, version);
    if (!context) return [];
    const { section, page } = context.directive;
    const summary = environment.manual?.directive(page || undefined, section, key)?.summary;
    return `- \`${key}=\` [${section}]${summary ? `: ${escapeMarkdown(summary)}` : ''}`;
  });
  return `${head}\n\n${lines.join('\n')}`;
}
