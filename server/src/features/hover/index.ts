import type { Directive } from '../../schema/directives.ts';
import { toSourceSpan } from '../../syntax/value.ts';
import type { Span } from '../../text/span.ts';
import { contextOf } from '../../units/judged-file.ts';
import { type Document, placeAt } from '../document.ts';
import type { Environment } from '../environment.ts';
import { signatureHelp } from '../signature-help.ts';
import { directiveMarkdown } from './directive.ts';
import { withManual } from './manual.ts';
import { describeValue } from './value.ts';

export interface Hover extends Span {
  readonly markdown: string;
}

/** What stands under the cursor, short first, then the manual's own words; a value nothing is known of has its directive's. */
export async function hover(document: Document, offset: number, environment: Environment): Promise<Hover | undefined> {
  return (await hoverOnKnown(document, offset, environment)) ?? hoverOnOther(document, offset, environment);
}

/** The directive's own hover, below the part of a structured value the cursor is in. */
function hoverOnOther(document: Document, offset: number, environment: Environment): Hover | undefined {
  const place = placeAt(document, offset);
  if (place.at !== 'value' || !place.directive || !document.judged || place.node.value.text === '') return undefined;
  const context = contextOf(place.directive, document.judged.source.kind, document.version);
  if (isProse(context.directive)) return undefined;
  const { text } = place.node.value;
  const signature = signatureHelp(document, offset);
  const part = signature?.parameters[signature.active];
  const own = part ? `\`${part.label}\`: ${part.documentation}\n\n` : '';
  const markdown = `${own}${directiveMarkdown(context, environment)}`;
  return { ...toSourceSpan(place.node.value, 0, text.length), markdown };
}

/** What the author writes for people explains itself. */
const isProse = ({ key }: Directive): boolean => key === 'Description';

/** Only what says something of this very place. */
export async function hoverOnKnown(
  document: Document,
  offset: number,
  environment: Environment,
): Promise<Hover | undefined> {
  const place = placeAt(document, offset);
  const { judged, version } = document;
  if (!judged) return undefined;
  const { kind } = judged.source;
  if (place.at === 'header') {
    const { name, nameSpan } = place.node;
    const text = environment.manual?.section(kind.kind, name);
    return text && { ...nameSpan, markdown: withManual(`**[${name}]**`, text, environment) };
  }
  if ((place.at !== 'key' && place.at !== 'value') || !place.directive) return undefined;
  const context = contextOf(place.directive, kind, version);
  const { node } = place;
  if (place.at === 'key') return { ...node.keySpan, markdown: directiveMarkdown(context, environment) };
  const { directive, offset: at } = place;
  const described = await describeValue({ node, directive }, { offset: at, context, environment });
  return described && { ...toSourceSpan(node.value, described.start, described.end), markdown: described.markdown };
}
