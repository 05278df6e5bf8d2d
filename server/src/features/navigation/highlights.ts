import { mentionsIn } from '../../dialects/networkd/networks/network-file.ts';
import type { Span } from '../../text/span.ts';
import { type Document, placeAt } from '../document.ts';
import { deviceAt } from '../networks/device-at.ts';
import { referencesAround, referencesIn } from '../references.ts';

export interface Highlight extends Span {
  readonly kind: 'read' | 'write';
}

/** Everything in the text that means the same as what is under the cursor: a unit, a directive, a section. */
export function highlights(document: Document, offset: number): Highlight[] {
  const here = referencesAround(document, offset).find(
    ({ type, start, end }) => type === 'unit' && start <= offset && offset <= end,
  );
  if (here) {
    return referencesIn(document)
      .filter(({ type, target }) => type === 'unit' && target === here.target)
      .map(({ start, end }) => ({ start, end, kind: 'read' }));
  }
  const device = deviceAt(document, offset);
  if (device)
    return mentionsIn(document.judged!)
      .filter(({ name }) => name === device.name)
      .map(({ start, end, how }) => ({ start, end, kind: how.isDefinition ? 'write' : 'read' }));
  const place = placeAt(document, offset);
  const { sections } = document.tree;
  if (place.at === 'header') {
    return sections
      .filter(({ name }) => name === place.node.name)
      .map(({ header }) => ({ ...header.nameSpan, kind: 'write' }));
  }
  if (place.at !== 'key') return [];
  return sections
    .filter(({ name }) => name === place.section.name)
    .flatMap(({ assignments }) => assignments.filter(({ key }) => key === place.node.key))
    .map(({ keySpan }) => ({ ...keySpan, kind: 'write' }));
}
