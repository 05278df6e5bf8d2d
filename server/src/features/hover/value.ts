import type { Directive } from '../../schema/directives.ts';
import { parseUnitName } from '../../schema/unit-name.ts';
import type { AssignmentNode } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { contextOf, type JudgedFile } from '../../units/judged-file.ts';
import { valueTypeOf } from '../../values/registry.ts';
import { findSpecifier } from '../../values/specifiers.ts';
import type { ValueContext } from '../../values/value-type.ts';
import type { Environment, HelpText } from '../environment.ts';
import { escapeMarkdown } from '../markdown.ts';
import { withSource } from './source.ts';

interface ValuePlace {
  readonly node: AssignmentNode;
  readonly directive: Directive;
  readonly offset: number;
}

interface Described extends Span {
  readonly markdown: string;
}

/** A specifier, a unit, or what the value type says; offsets in the value's text. */
export function describeValue(place: ValuePlace, judged: JudgedFile, environment: Environment): Described | undefined {
  const context = contextOf(place.directive, judged.source.kind, judged.version);
  return (
    describeSpecifier(place, context, environment) ??
    describeUnit(place, context, environment) ??
    describeByType(place, context, environment)
  );
}

function describeSpecifier({ node, offset }: ValuePlace, context: ValueContext, { help }: Environment): Described | undefined {
  const { text } = node.value;
  for (const match of text.matchAll(/%([%0-9A-Za-z])/g)) {
    const start = match.index;
    if (offset < start || offset > start + 2) continue;
    const letter = match[1]!;
    if (letter === '%') return { start, end: start + 2, markdown: '`%%`: a single percent sign.' };
    const specifier = findSpecifier(letter, context.version);
    if (!specifier) return undefined;
    const here = context.unit && 'fijnNpPIJ'.includes(letter) ? specifier.sample(context) : '';
    const value = here && context.unit?.instance !== '' ? `, here \`${escapeMarkdown(here)}\`` : '';
    const manual = help?.specifier(letter);
    const head = `\`%${letter}\`${value}`;
    return { start, end: start + 2, markdown: manual ? withSource(`${head}\n\n${manual.markdown}`, manual) : head };
  }
  return undefined;
}

function describeUnit(
  { node, directive, offset }: ValuePlace,
  context: ValueContext,
  { help, units }: Environment,
): Described | undefined {
  const references = valueTypeOf(directive)?.references?.(node.value.text, context) ?? [];
  const reference = references.find(({ type, start, end }) => type === 'unit' && start <= offset && offset <= end);
  const name = reference && parseUnitName(reference.target);
  if (!reference || !name) return undefined;
  const fragments = units.fragmentsOf(name);
  const where = fragments[0] ? `\`${fragments[0].path}\`` : 'not found in this workspace or on this machine';
  const manual = help?.specialUnit(name.text);
  const head = `**${escapeMarkdown(name.text)}** · ${where}`;
  return { ...reference, markdown: manual ? withSource(`${head}\n\n${manual.markdown}`, manual) : head };
}

function describeByType(
  { node, directive, offset }: ValuePlace,
  context: ValueContext,
  { help }: Environment,
): Described | undefined {
  const described = valueTypeOf(directive)?.describe?.(node.value.text, offset, context);
  if (!described) return undefined;
  const word = described.manualValue ?? node.value.text.slice(described.start, described.end);
  const manual: HelpText | undefined = help?.value(directive.page, directive.section, directive.key, word);
  if (!described.markdown && !manual) return undefined;
  const own = described.markdown ?? `**${escapeMarkdown(word)}**`;
  const markdown = manual ? withSource(`${own}\n\n${manual.markdown}`, manual) : own;
  return { start: described.start, end: described.end, markdown };
}
