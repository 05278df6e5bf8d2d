import { sectionsOf } from '../../schema/kinds.ts';
import type { Span } from '../../text/span.ts';
import type { Document } from '../document.ts';
import type { CompletionItem } from './item.ts';

/** The sections of this kind of unit, those not yet there first. */
export function completeSections({ judged, tree }: Document, span: Span, style: 'header' | 'name'): CompletionItem[] {
  if (!judged) return [];
  const present = new Set(tree.sections.map((section) => section.name));
  return sectionsOf(judged.source.kind.kind).map((section, index) => ({
    label: style === 'header' ? `[${section}]` : section,
    kind: 'section',
    insert: style === 'header' ? `[${section}]\n` : section,
    span,
    rank: (present.has(section) ? 10 : 0) + index,
    help: { of: 'section', kind: judged.source.kind.kind, section },
  }));
}
