import { toSourceSpan } from '../../syntax/value.ts';
import type { Span } from '../../text/span.ts';
import { type Document, placeAt } from '../document.ts';
import type { Environment } from '../environment.ts';
import { manualMarkdown } from '../manual-text.ts';
import { directiveMarkdown } from './directive.ts';
import { describeValue } from './value.ts';

export interface Hover extends Span {
  readonly markdown: string;
}

/** What stands under the cursor, short first, then the manual's own words. */
export function hover(document: Document, offset: number, environment: Environment): Hover | undefined {
  const place = placeAt(document, offset);
  if (place.at === 'header') {
    const { name, nameSpan } = place.node;
    const text = environment.manual?.section(document.judged?.source.kind.kind ?? 'service', name);
    return text && { ...nameSpan, markdown: `**[${name}]**\n\n${manualMarkdown(text, environment)}` };
  }
  if (place.at === 'key' && place.directive) {
    const { node, directive } = place;
    return { ...node.keySpan, markdown: directiveMarkdown(directive, document, environment) };
  }
  if (place.at !== 'value' || !place.directive || !document.judged) return undefined;
  const described = describeValue({ ...place, directive: place.directive }, document.judged, environment);
  return (
    described && { ...toSourceSpan(place.node.value, described.start, described.end), markdown: described.markdown }
  );
}
