import type { ManualText } from '../../manual/index.ts';
import type { Directive } from '../../schema/directives.ts';
import { parseUnitName } from '../../schema/unit-name.ts';
import type { AssignmentNode } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { contextOf, type JudgedFile } from '../../units/judged-file.ts';
import { valueTypeOf } from '../../values/registry.ts';
import { findSpecifier } from '../../values/specifiers.ts';
import type { ValueContext } from '../../values/value-type.ts';
import type { Environment } from '../environment.ts';
import { manualMarkdown } from '../manual-text.ts';
import { escapeMarkdown } from '../markdown.ts';

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

function describeSpecifier(
  { node, offset }: ValuePlace,
  context: ValueContext,
  environment: Environment,
): Described | undefined {
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
    const markdown = withManual(`\`%${letter}\`${value}`, environment.manual?.specifier(letter), environment);
    return { start, end: start + 2, markdown };
  }
  return undefined;
}

function describeUnit(
  { node, directive, offset }: ValuePlace,
  context: ValueContext,
  environment: Environment,
): Described | undefined {
  const references = valueTypeOf(directive)?.references?.(node.value.text, context) ?? [];
  const reference = references.find(({ type, start, end }) => type === 'unit' && start <= offset && offset <= end);
  const name = reference && parseUnitName(reference.target);
  if (!reference || !name) return undefined;
  const fragments = environment.units.fragmentsOf(name);
  const where = fragments[0] ? `\`${fragments[0].path}\`` : 'not found in this workspace or on this machine';
  const head = `**${escapeMarkdown(name.text)}** · ${where}`;
  return { ...reference, markdown: withManual(head, environment.manual?.unit(name.text), environment) };
}

function describeByType(
  { node, directive, offset }: ValuePlace,
  context: ValueContext,
  environment: Environment,
): Described | undefined {
  const described = valueTypeOf(directive)?.describe?.(node.value.text, offset, context);
  if (!described) return undefined;
  const word = described.manualValue ?? node.value.text.slice(described.start, described.end);
  const manual = environment.manual?.value(directive.page || undefined, directive.section, directive.key, word);
  if (!described.markdown && !manual) return undefined;
  const own = described.markdown ?? `**${escapeMarkdown(word)}**`;
  return { start: described.start, end: described.end, markdown: withManual(own, manual, environment) };
}

const withManual = (own: string, manual: ManualText | undefined, environment: Environment): string =>
  manual ? `${own}\n\n${manualMarkdown(manual, environment)}` : own;
