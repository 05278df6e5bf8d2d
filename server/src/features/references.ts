import { parseUnitName } from '../schema/unit-name.ts';
import { toSourceSpan } from '../syntax/value.ts';
import type { Span } from '../text/span.ts';
import { contextOf, type JudgedAssignment } from '../units/judged-file.ts';
import { folderOf, type IndexedFile, partnerNames, type UnitIndex } from '../units/unit-index.ts';
import { valueTypeOf } from '../values/registry.ts';
import type { Reference } from '../values/value-type.ts';
import { type Document, placeAt } from './document.ts';

/** A reference with its place in the source. */
export interface SourceReference extends Reference {
  readonly assignment: JudgedAssignment;
}

/** Everything the document's values point to, in source order. */
export function referencesIn({ judged }: Document): SourceReference[] {
  if (!judged) return [];
  return judged.sections.flatMap(({ assignments }) =>
    assignments.flatMap((assignment) => referencesOf(assignment, judged.version)),
  );
}

function referencesOf(assignment: JudgedAssignment, version: number): SourceReference[] {
  const { directive, node, source } = assignment;
  if (!directive) return [];
  const context = contextOf(directive, source.kind, version);
  const references = valueTypeOf(directive)?.references?.(node.value.text, context) ?? [];
  return references.map((reference) => ({
    ...reference,
    ...toSourceSpan(node.value, reference.start, reference.end),
    assignment,
  }));
}

/** Where a definition lies: a file, from its start. */
export interface DefinitionTarget {
  readonly path: string;
  /** What was pointed at. */
  readonly origin: Span;
}

/**
 * The fragments of the unit under the cursor. On a section header or key without a unit in it, the unit's partner:
 * what a timer, socket or path starts when it does not say so; for a drop-in, the unit it changes.
 */
export function definition(document: Document, offset: number, units: UnitIndex): DefinitionTarget[] {
  const reference = referencesIn(document).find(
    ({ type, start, end }) => type === 'unit' && start <= offset && offset <= end,
  );
  const from = document.path;
  if (reference) {
    const name = parseUnitName(reference.target);
    return name ? targets(units.fragmentsOf(name, from), reference) : [];
  }
  const place = placeAt(document, offset);
  const own = document.judged?.source.kind;
  if (place.at !== 'header' || !own?.unit) return [];
  if (own.role === 'drop-in') return targets(units.fragmentsOf(own.unit, folderOf(from)), place.node.textSpan);
  const partners = partnerNames(own.unit).flatMap((name) => units.fragmentsOf(name, from));
  return targets([...partners, ...units.dropInsOf(own.unit)], place.node.textSpan);
}

const targets = (files: readonly IndexedFile[], { start, end }: Span): DefinitionTarget[] =>
  files.map(({ path }) => ({ path, origin: { start, end } }));

/** A link from a place in the text: a file, an address, or a page of the manual (`man:systemd.unit(5)`). */
export interface DocumentLink extends Span {
  readonly target: string;
  readonly tooltip: string;
}

/** `Documentation=`, commands, environment files and other absolute paths. Units are reached by definition. */
export function documentLinks(document: Document): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const { start, end, type, target } of referencesIn(document)) {
    if (type === 'uri')
      links.push({ start, end, target, tooltip: target.startsWith('man:') ? 'Open the manual page' : target });
    else if (type !== 'unit' && target.startsWith('/') && !/[%$*?[]/.test(target)) {
      links.push({
        start,
        end,
        target: `file://${target.split('/').map(encodeURIComponent).join('/')}`,
        tooltip: target,
      });
    }
  }
  return links;
}
