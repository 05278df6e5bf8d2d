import { allRules } from '../../dialects/rules.ts';
import { contextOf } from '../../engine/judged-file.ts';
import { toSourceSpan } from '../../syntax/value.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { Directive } from '../../values/value-type.ts';
import { type Document, type Place, placeAt } from '../document.ts';
import type { Environment } from '../environment.ts';
import { withManual } from '../manual-text.ts';
import { networkOrder, orderMarkdown } from '../networks/network-order.ts';
import { signatureHelp } from '../signature-help.ts';
import { suppressionIn } from '../suppressions/suppression-comments.ts';
import { directiveMarkdown, keyMarkdown } from './directive.ts';
import { sectionMarkdown } from './header.ts';
import type { Described } from './hover-place.ts';
import { describeValue } from './value-hover.ts';

interface Hover extends Span {
  readonly markdown: string;
}

/** What stands under the cursor, short first, then the manual's own words. */
export async function hover(document: Document, offset: number, environment: Environment): Promise<Hover | undefined> {
  const { judged } = document;
  if (!judged) return undefined;
  const place = placeAt(document, offset);
  switch (place.at) {
    case 'header': {
      const { schema, source, version } = judged;
      const about = {
        schema,
        version,
        identity: source.identity,
        own: orderAt(place.node.name, document, environment),
      };
      return withSpan(place.node.nameSpan, sectionMarkdown(place.node.name, about, environment));
    }
    case 'comment':
      return describeComment(document, offset);
    case 'key':
      return withSpan(place.node.keySpan, keyMarkdown(place.section.name, place.node.key, judged, environment));
    case 'value':
      return (await hoverOnKnown(document, offset, environment)) ?? hoverOnOther(document, place, offset, environment);
    case 'line':
      return undefined;
  }
}

/** Where a file of networks stands among the others is told where it says what it is for. */
function orderAt(section: string, document: Document, environment: Environment): string | undefined {
  const order = section === 'Match' ? networkOrder(document, environment) : undefined;
  return order && orderMarkdown(order);
}

const withSpan = ({ start, end }: Span, markdown: string | undefined): Hover | undefined =>
  markdown === undefined ? undefined : { start, end, markdown };

/** What is said of this very place of a value, the manual's words on the directive below it. */
async function hoverOnKnown(document: Document, offset: number, environment: Environment): Promise<Hover | undefined> {
  const known = await describePlace(document, offset, environment);
  if (!known) return undefined;
  const { start, end, markdown, directive } = known;
  const { page, section, key } = directive;
  const manual = known.isBare ? environment.manual?.directive(page || undefined, section, key) : undefined;
  return { start, end, markdown: withManual(markdown, manual, environment) };
}

/** The directive's own hover, below the part of a structured value the cursor is in. */
function hoverOnOther(
  document: Document,
  { node, directive }: Extract<Place, { at: 'value' }>,
  offset: number,
  environment: Environment,
): Hover | undefined {
  const { text } = node.value;
  if (!directive || !document.judged || isProse(directive) || text === '') return undefined;
  const context = contextOf(directive, document.judged.source.identity, document.version);
  const signature = signatureHelp(document, offset);
  const part = signature?.parameters[signature.active];
  const own = part ? `\`${part.label}\`: ${part.documentation}\n\n` : '';
  const markdown = `${own}${directiveMarkdown(context, environment)}`;
  return { ...toSourceSpan(node.value, 0, text.length), markdown };
}

/** What the author writes for people explains itself. */
const isProse = ({ key }: Directive): boolean => key === 'Description';

/** What is said of a place of a value and of nothing else, with the directive it belongs to. */
export async function describePlace(
  document: Document,
  offset: number,
  environment: Environment,
): Promise<(Described & { readonly directive: Directive }) | undefined> {
  const place = placeAt(document, offset);
  const { judged, version } = document;
  if (place.at !== 'value' || !place.directive || !judged) return undefined;
  const { node, directive } = place;
  const context = contextOf(directive, judged.source.identity, version);
  const found = await describeValue({ text: node.value.text, offset: place.offset, context, document, environment });
  return found && { ...found, ...toSourceSpan(node.value, found.start, found.end), directive };
}

/** A comment that keeps rules quiet: which, and what they say. Any other comment speaks for itself. */
function describeComment({ text, lines }: Document, offset: number): (Span & { markdown: string }) | undefined {
  const { line } = lines.positionAt(offset);
  const whole = text.slice(lines.lineStart(line), lines.lineStart(line + 1));
  const start = lines.lineStart(line) + (/^\s*/.exec(whole)?.[0].length ?? 0);
  const comment = whole.trim();
  const found = suppressionIn(comment);
  if (!found) return undefined;
  const { ids, where } = found;
  const place = where === 'file' ? 'anywhere in this file' : 'of the next line';
  const head = ids.length === 0 ? `Nothing is reported ${place}.` : `Not reported ${place}:`;
  const told = ids.map((id) => {
    const rule = allRules.find((each) => each.id === id);
    return rule ? `- \`${id}\`: ${rule.docs.what}` : `- ${escapeMarkdown(id)}: unknown rule.`;
  });
  return { start, end: start + comment.length, markdown: [head, ...told].join('\n') };
}
