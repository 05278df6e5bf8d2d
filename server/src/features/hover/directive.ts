import { type Directive, erasOf } from '../../schema/directives.ts';
import { contextOf } from '../../units/judged-file.ts';
import { valueTypeOf } from '../../values/registry.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import { manualMarkdown } from '../manual-text.ts';

const MOST_WORDS = 12;

/** The signature line from the facts, then the manual's entry. */
export function directiveMarkdown(directive: Directive, document: Document, environment: Environment): string {
  const { section, key, page } = directive;
  const text = environment.manual?.directive(page || undefined, section, key);
  const head = [`**${key}=**`, `[${section}]`, acceptedValues(directive, document)].filter(Boolean).join(' · ');
  const facts = [text?.defaults, ageOf(directive, document.version)].filter(Boolean).join(' ');
  const signature = facts ? `${head}\n\n${facts}` : head;
  return text ? `${signature}\n\n---\n${manualMarkdown(text, environment)}` : signature;
}

/** The words an enumeration takes, else systemd's own name for the form of the value. */
function acceptedValues(directive: Directive, { judged, version }: Document): string {
  if (!judged) return '';
  const context = contextOf(directive, judged.source.kind, version);
  const items = valueTypeOf(directive)?.complete?.('', 0, context)?.items ?? [];
  const words = items.filter((item) => item.kind === 'keyword').map((item) => item.label);
  if (words.length > 1 && words.length === items.length) {
    const shown = words.slice(0, MOST_WORDS).map((word) => `\`${word}\``);
    return `${shown.join(' | ')}${words.length > MOST_WORDS ? ' | …' : ''}`;
  }
  return directive.placeholder ? `\`${directive.placeholder}\`` : '';
}

function ageOf(directive: Directive, version: number): string {
  const notes: string[] = [];
  if (directive.since) notes.push(`Since systemd ${directive.since}.`);
  if (directive.parser === 'config_parse_warn_compat') notes.push('No longer supported: systemd ignores it.');
  const next = erasOf(directive.section, directive.key).find((era) => era.from > version);
  if (next?.parser === 'config_parse_warn_compat') notes.push(`Ignored from systemd ${next.from} on.`);
  return notes.join(' ');
}
